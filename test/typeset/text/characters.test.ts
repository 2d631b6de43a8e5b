import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  codePointName,
  isCursive,
  unformattedText,
  withAddressBreaks,
} from '../../../src/typeset/text/characters.js'
import { nowhere, t } from '../build-document.js'

test('lets an address break after its marks from sixteen characters on', () => {
  assert.is(withAddressBreaks('port.example/abc'), 'port.\u200Bexample/\u200Babc')
  assert.is(withAddressBreaks('port.example/ab'), 'port.example/ab')
})

test('breaks a long word only if it has a mark of addresses', () => {
  assert.is(withAddressBreaks('winter-timetable-2025'), 'winter-timetable-2025')
  assert.is(withAddressBreaks('winter-timetable@port'), 'winter-\u200Btimetable@\u200Bport')
})

test('names a code point by four digits or more', () => {
  assert.equal(['\n', 'é', '\u{1F600}'].map(codePointName), ['U+000A', 'U+00E9', 'U+1F600'])
})

test('knows the scripts whose letters are joined', () => {
  assert.equal(['مرحبا', 'שלום', 'Hello'].map(isCursive), [true, false, false])
})

test('gives words without what prints nothing, and with single spaces', () => {
  const line = { kind: 'break', place: nowhere } as const
  assert.is(unformattedText([t(' in\u00ADcom\u200B '), line, t('\u2060plete ')]), 'incom plete')
})

test.run()

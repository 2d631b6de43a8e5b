import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../../src/diagnostics/index.js'
import type { Block } from '../../../src/markup/index.js'
import { readText } from '../../support/pdf-text.js'
import { document, em, h, p, strong, t } from '../build-document.js'
import { readPdf } from '../read-pdf.js'
import { print } from '../workspace.js'

const file = new SourceFile('briefs/a.yaml', 'title: One 😀 and 😀 two\nissue: "caf\\u00e9 😀"\n')
const placed = (text: string, start: number, end: number): Block => {
  const place = { file, range: { start, end } }
  return { kind: 'paragraph', style: undefined, place, children: [{ kind: 'text', text, place }] }
}

test('reports a character that no font has, once for each place, at the character', async () => {
  const { printed, all } = await print(
    document([placed('One 😀 and 😀 two', 7, 24), placed('café 😀', 32, 46)]),
  )
  assert.is(printed, undefined)
  assert.equal(
    all.map(finding => finding.code),
    ['missing-glyph', 'missing-glyph'],
  )
  assert.match(all[0]?.message ?? '', 'U+1F600, an emoji')
  assert.equal(
    all.map(finding => file.text.slice(finding.place.range.start, finding.place.range.end)),
    ['😀', '😀'],
  )
  assert.equal(
    all.map(finding => file.position(finding.place.range.start)),
    [
      { line: 1, column: 12 },
      { line: 2, column: 19 },
    ],
  )
})

test('finds the glyphs of Arabic, Persian, Urdu and Hebrew, with their marks', async () => {
  const text = 'مَجلِسُ الوُزَراء گفت‌وگو، ۱۲۳ بڑے ٹھیک שָׁלוֹם כ״ג'
  for (const inline of [t, em, strong]) {
    const { found } = await print(document([p([inline(text)]), h(2, text)]))
    assert.equal(found, [])
  }
})

test('takes a character from the next family, and only that', async () => {
  const { printed, found } = await print(document([p('one ⅟ two')]))
  assert.equal(found, [])
  assert.match(readText(printed?.pdf ?? new Uint8Array()).drawn, /^one \n⅟\n two\n/)
})

test('takes a word whole from the family that has all its letters', async () => {
  const { printed, found } = await print(document([p('λόγος'), p('ἐν ἀρχῇ'), p('ἀρχῇ λόγος')]))
  assert.equal(found, [])
  const { drawn } = readText(printed?.pdf ?? new Uint8Array())
  const parts = drawn.split('\n').map(part => part.trim())
  assert.equal(parts.filter(Boolean).slice(0, 5), ['λόγος', 'ἐν', 'ἀρχῇ', 'ἀρχῇ', 'λόγος'])
})

test('prints no box for marks of direction, joiners, selectors and odd spaces', async () => {
  const text =
    'a\u200Eb\u200Fc\u200Dd\u200Ce\uFE0Ff\u2066g\u2069h\u00ADi\u200Bj\u2060k\uFEFFl m\u202Fn\u2009o\u2007p\u2011q\u0007r'
  const { printed, found } = await print(document([p(text), p('e\u0301 n\u0303')]))
  assert.equal(found, [])
  const lines = printed?.text[0]?.map(line => line.text) ?? []
  assert.is(lines[0]?.replace(/[\u00A0\u2009\u202F\u2007]/g, ' '), 'abcdefghijkl m n o p-qr')
  assert.is(lines[1], 'é ñ')
  const stream = readPdf(printed?.pdf ?? new Uint8Array()).contents.join('')
  assert.not.match(stream, /<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/)
})

test('finds the glyphs of headings in capitals and of every alphabet that is promised', async () => {
  const text = 'Ąčęž Ñandú ßẞ Ελληνικά Українська Ђурђевдан → ↑ • ● ○ ■ □ ≥ ≤ ≈ − × … € £ ½ № “”„«»'
  const { found } = await print(document([h(2, text), h(4, text), p(text, 'kicker'), p(text)]))
  assert.equal(found, [])
})

test.run()

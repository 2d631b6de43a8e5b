import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { textOfInlines } from '../../../src/markup/index.js'
import { attachMarks } from '../../../src/typeset/text/attach-marks.js'
import { em, nowhere, strong, t } from '../build-document.js'

const texts = (inlines: Parameters<typeof attachMarks>[0]) =>
  attachMarks(inlines).map(one => textOfInlines([one]))

test('moves marks to the character that they combine with, through any number of styles', () => {
  assert.equal(texts([t('1'), em('\u0301x')]), ['1\u0301', 'x'])
  assert.equal(texts([strong('='), t('\u0338'), em('\u0301 y')]), ['=\u0338\u0301', '', ' y'])
  assert.equal(texts([t('👍'), strong('🏽 ok')]), ['👍🏽', ' ok'])
})

test('moves nothing to the beginning of a paragraph or of a line, and nothing else', () => {
  const plain = [t('a'), em('b'), t('c')]
  assert.is(attachMarks(plain), plain)
  const first = [em('\u0301a')]
  assert.is(attachMarks(first), first)
  const broken = [t('a'), { kind: 'break', place: nowhere } as const, t('\u0301b')]
  assert.is(attachMarks(broken), broken)
})

test.run()

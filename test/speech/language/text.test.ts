import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  lastIndexBefore,
  MAX_WRAPPED_LINE,
  parseDateline,
  splitLongLines,
} from '../../../src/speech/language/text.js'
import { assertGrowsLinearly } from '../../support/growth.js'

test('lines that are too long to be wrapped are paragraphs, and shorter ones are not', () => {
  const paragraphs = (length: number) => {
    const text = `${'x'.repeat(length)}\nA short line.`
    return splitLongLines(text, [{ start: 0, end: text.length }]).length
  }
  assert.is(paragraphs(MAX_WRAPPED_LINE), 1)
  assert.is(paragraphs(MAX_WRAPPED_LINE + 1), 2)
})

test('the last element before an offset is found at both ends and between', () => {
  const before = (offset: number) => lastIndexBefore([2, 4, 6], offset, start => start)
  assert.equal([2, 3, 4, 5, 7].map(before), [-1, 0, 0, 1, 2])
})

test('a dateline is a place in capitals, with region, day and agency, before a dash', () => {
  assert.is(parseDateline('ELLBY, Norway (Post) — The town closed it.'), 'ELLBY, Norway (Post) — ')
  assert.is(parseDateline('The town — Ellby — closed it.'), undefined)
})

test('white space without a line end is passed over in linear time', () => {
  assertGrowsLinearly(size => {
    const text = `a${' '.repeat(size)}b`
    splitLongLines(text, [{ start: 0, end: text.length }])
  }, 100_000)
  const text = `${'a '.repeat(80)}\u0085 \n b`
  assert.equal(
    splitLongLines(text, [{ start: 0, end: text.length }]).map(({ start, end }) => text.slice(start, end)),
    ['a '.repeat(80).trim(), 'b'],
  )
})

test.run()

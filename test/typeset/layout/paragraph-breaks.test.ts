import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  leadingLines,
  linesBeforeBreak,
  unbrokenLineGroups,
} from '../../../src/typeset/layout/paragraph-breaks.js'
import type { PdfmakeLine } from '../../../src/typeset/nodes/pdfmake-classes.js'

/** Lines of 10 points. */
const lines = (count: number) =>
  Array.from({ length: count }, () => ({ getHeight: () => 10 }) as unknown as PdfmakeLine)
const before = (count: number, available: number) => linesBeforeBreak(lines(count), available, false)

test('a paragraph of three lines is not broken, one of four is after the second', () => {
  assert.equal([before(3, 29.9), before(3, 30)], [0, 3])
  assert.equal([before(4, 19.9), before(4, 20), before(4, 39.9), before(4, 40)], [0, 2, 2, 4])
})

test('at least two lines are on each side of a break', () => {
  assert.equal([before(6, 10), before(6, 20), before(6, 30), before(6, 40), before(6, 50)], [0, 2, 3, 4, 4])
})

test('at the top of a page at least one line goes', () => {
  assert.equal(
    [0, 10, 20].map(available => linesBeforeBreak(lines(3), available, true)),
    [1, 1, 2],
  )
})

test('the first lines of a paragraph stay together', () => {
  assert.equal([1, 2, 3, 4, 9].map(leadingLines), [1, 2, 3, 2, 2])
  assert.equal(
    [3, 4, 6].map(count => unbrokenLineGroups(lines(count)).map(group => group.length)),
    [[3], [2, 2], [2, 1, 1, 2]],
  )
})

test.run()

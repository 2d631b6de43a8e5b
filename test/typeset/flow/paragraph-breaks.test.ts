import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  leadingLines,
  linesBeforeBreak,
  unbrokenLineGroups,
} from '../../../src/typeset/flow/paragraph-breaks.js'

const before = (count: number, fitting: number) => linesBeforeBreak(count, fitting, false)

test('a paragraph of three lines is not broken, one of four is after the second', () => {
  assert.equal([before(3, 2), before(3, 3)], [0, 3])
  assert.equal([before(4, 1), before(4, 2), before(4, 3), before(4, 4)], [0, 2, 2, 4])
})

test('at least two lines are on each side of a break', () => {
  assert.equal([before(6, 1), before(6, 2), before(6, 3), before(6, 4), before(6, 5)], [0, 2, 3, 4, 4])
})

test('at the top of a page at least one line goes', () => {
  assert.equal(
    [0, 1, 2].map(fitting => linesBeforeBreak(3, fitting, true)),
    [1, 1, 2],
  )
})

test('the first lines of a paragraph stay together', () => {
  assert.equal([1, 2, 3, 4, 9].map(leadingLines), [1, 2, 3, 2, 2])
  assert.equal(
    [3, 4, 6].map(count => unbrokenLineGroups(Array(count).fill('line')).map(group => group.length)),
    [[3], [2, 2], [2, 1, 1, 2]],
  )
})

test.run()

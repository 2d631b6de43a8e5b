import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findFirstFitting } from '../../src/fit/search.js'

/** Counts the tries that finding the first step that fits takes. */
function search(first: number, last: number, tries: number, excess: (step: number) => number, tolerance = 0) {
  const tried: number[] = []
  const found = findFirstFitting(
    { tooLong: 0, fitting: last, excess: { tooLong: excess(0), fitting: excess(last) }, tolerance },
    tries,
    step => {
      tried.push(step)
      return { fits: step >= first, excess: excess(step) }
    },
  )
  return { found, tried }
}

test('finds the first step that fits in no more tries than halving takes, however lengths mislead', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 300 }),
      fc.func(fc.double({ min: -3, max: 3, noNaN: true })),
      (first, more, excess) => {
        const last = first + more
        const tries = Math.ceil(Math.log2(Math.max(last, 2)))
        const { found, tried } = search(first, last, tries, excess, Number.NEGATIVE_INFINITY)
        assert.is(found, first)
        assert.ok(tried.length <= tries && tried.every(step => step > 0 && step < last))
      },
    ),
    { seed: 3, numRuns: 300 },
  )
})

test('goes to where a straight line leads', () => {
  const { found, tried } = search(60, 200, 8, step => 6 - step / 10)
  assert.is(found, 60)
  assert.is(tried[0], 72, 'as near as halving allows')
  assert.ok(tried.length <= 4, String(tried))
})

test('without a try left, the step that is known to fit is the answer', () => {
  assert.equal(
    search(3, 9, 0, step => 3 - step),
    { found: 9, tried: [] },
  )
})

test('ends at a step that fits and falls short by little enough', () => {
  const { found, tried } = search(50, 100, 7, step => (50 - step) / 100, 0.2)
  assert.ok(found >= 50 && found <= 70 && tried.length === 1, `${found} after ${tried}`)
})

test('an end that has no length at all does not lead the search astray', () => {
  const excess = (step: number) => (step < 5 ? Number.POSITIVE_INFINITY : -1)
  assert.is(search(5, 20, 5, excess).found, 5)
})

test.run()

import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { placeTicks } from '../../../src/figures/meter/place-ticks.js'

const lengths = { unit: 1, gap: 4 }

test('words stand over the ends of the line and over its middle, within the cell', () => {
  assert.equal(placeTicks([20, 10, 8], 96, lengths), [
    { x: 0, row: 0 },
    { x: 43, row: 0 },
    { x: 88, row: 0 },
  ])
})

test('what has no room between its neighbours moves a little, and else stands in a row of its own', () => {
  const [, moved] = placeTicks([40, 10, 8], 96, lengths) ?? []
  assert.equal(moved, { x: 45, row: 0 })
  const [, below] = placeTicks([44, 12, 44], 96, lengths) ?? []
  assert.equal(below, { x: 42, row: 1 })
})

test('one wider than its cell is not placed', () => {
  assert.is(placeTicks([20, 97], 96, lengths), undefined)
  assert.ok(placeTicks([20, 96], 96, lengths))
})

test('whatever the words, none is outside or over another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 30, max: 200 }),
      (widths, room) => {
        const placed = placeTicks(widths, room, lengths)
        if (!placed) {
          assert.ok(widths.some(width => width > room))
          return
        }
        assert.is(placed.length, widths.length)
        placed.forEach(({ x, row }, index) => {
          const width = widths[index] ?? 0
          assert.ok(x >= 0 && x + width <= room)
          placed.slice(index + 1).forEach((other, after) => {
            const wide = widths[index + 1 + after] ?? 0
            assert.ok(other.row !== row || other.x >= x + width || x >= other.x + wide)
          })
        })
      },
    ),
    { seed: 1 },
  )
})

test.run()

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { rowEntries } from '../../../src/figures/actor-map/entries.js'
import { wordsIn } from '../sketch.js'

/** The counts of a cell with two actors of each of so many sides. */
function counts(sides: number): string[] {
  const names = Array.from({ length: sides }, (_, side) => `Side ${side}`)
  const placed = names.flatMap((_, side) =>
    [1, 2].map(number => ({
      name: `A${side}${number}`,
      priority: 'should' as const,
      side,
      row: 0,
      column: 2,
    })),
  )
  const detail = { named: new Array<number>(25).fill(0), bySide: true, most: 1 }
  const placement = { placed, unplaced: [], stanceOn: undefined, sides: names }
  return rowEntries(0, placement, detail, wordsIn('en')).map(({ text }) => text)
}

test('four sides of a cell are counted separately, the others together', () => {
  assert.equal(counts(4), ['Side 0: 2 more', 'Side 1: 2 more', 'Side 2: 2 more', 'Side 3: 2 more'])
  assert.equal(counts(6).slice(3), ['Side 3: 2 more', '4 more'])
})

test.run()

import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type CellSpans, gridOf, tiedRows } from '../../../src/markup/html/table-grid.js'

const RUNS = { seed: 20250120, numRuns: 400 }
const cell = fc.record({ span: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 4 }) })
const group = fc
  .array(fc.array(cell, { maxLength: 5 }), { maxLength: 7 })
  .map(rows =>
    rows.map((cells, y) =>
      cells.map(({ span, rows: high }) => ({ span, rows: Math.min(high, rows.length - y) })),
    ),
  )

interface Slots {
  /** The cells at each place, as `column,row`; more than one where they overlap, which is a table model error. */
  readonly cells: ReadonlyMap<string, readonly CellSpans[]>
  readonly anchors: ReadonlyMap<CellSpans, number>
}

/** The table model of HTML (4.9.12.1) for one group of rows, slot by slot, in the words of the standard. */
function formTable(rows: readonly (readonly CellSpans[])[]): Slots {
  const cells = new Map<string, CellSpans[]>()
  const anchors = new Map<CellSpans, number>()
  let tableWidth = 0
  for (const [currentY, row] of rows.entries()) {
    let currentX = 0
    for (const current of row) {
      while (currentX < tableWidth && cells.has(`${currentX},${currentY}`)) currentX++
      if (currentX === tableWidth) tableWidth++
      if (tableWidth < currentX + current.span) tableWidth = currentX + current.span
      anchors.set(current, currentX)
      for (let x = currentX; x < currentX + current.span; x++)
        for (let y = currentY; y < currentY + current.rows; y++) {
          const key = `${x},${y}`
          cells.set(key, [...(cells.get(key) ?? []), current])
        }
      currentX += current.span
    }
  }
  return { cells, anchors }
}

test('cells stand where the table model of HTML has them, and what overlaps is found', () => {
  let overlapping = 0
  fc.assert(
    fc.property(group, rows => {
      const grid = gridOf(rows)
      const { cells, anchors } = formTable(rows)
      for (const [y, row] of rows.entries()) {
        const inRow = [...cells].filter(([key]) => key.endsWith(`,${y}`))
        assert.is(grid[y]?.covered.size, inRow.length, 'width')
        assert.equal(
          grid[y]?.columns,
          row.map(one => anchors.get(one)),
          'columns',
        )
        const isOver = (one: CellSpans) =>
          inRow.some(([, at]) => at.length > 1 && at.includes(one) && at.at(-1) === one)
        const collision = row.findIndex(isOver)
        assert.is(grid[y]?.collision?.cell ?? -1, collision, 'collision')
        const over = row[collision]
        if (!over) continue
        overlapping++
        const from = anchors.get(over) ?? 0
        const free = [...Array(over.span).keys()].findIndex(
          offset => (cells.get(`${from + offset},${y}`) ?? []).length > 1,
        )
        assert.is(grid[y]?.collision?.free, free, 'free')
      }
    }),
    RUNS,
  )
  assert.ok(overlapping > 50, 'some of the tables overlap')
})

test('no more rows are placed than up to the first that is too wide', () => {
  const wide = [{ span: 1, rows: 3 }]
  const rows = [wide, wide, wide, []]
  assert.equal(
    gridOf(rows, 2).map(({ covered }) => covered.size),
    [1, 2, 3],
  )
  assert.is(gridOf(rows, 3).length, 4)
})

test('rows are tied by each cell that reaches from one into the other, and by no others', () => {
  fc.assert(
    fc.property(group, rows => {
      const firsts = tiedRows(rows)
      const isTied = (y: number) =>
        rows.some((row, from) => from < y && row.some(({ rows }) => from + rows > y))
      assert.equal(
        firsts,
        rows.map((_, y) => {
          let first = y
          while (isTied(first)) first--
          return first
        }),
      )
    }),
    RUNS,
  )
})

test.run()

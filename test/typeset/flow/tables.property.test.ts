import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Block } from '../../../src/markup/index.js'
import * as b from '../build-document.js'
import { type SeenLine, type SeenPage, seenPages } from './generated-documents.js'

type Table = Extract<Block, { kind: 'table' }>

/** A table of random spans: cells are named after their place, `k3w0` is the first line of the fourth cell. */
const tables = fc.record({
  widths: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
  rows: fc.integer({ min: 2, max: 14 }),
  headRows: fc.integer({ min: 0, max: 2 }),
  above: fc.integer({ min: 0, max: 30 }),
  /** For each cell in turn: the columns and rows that it asks for, and its lines. */
  cells: fc.array(
    fc.record({
      span: fc.constantFrom(1, 1, 1, 2, 3),
      rows: fc.constantFrom(1, 1, 1, 1, 2, 3, 5),
      lines: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: 1, max: 5 }) },
        { weight: 2, arbitrary: fc.integer({ min: 5, max: 40 }) },
        { weight: 1, arbitrary: fc.integer({ min: 40, max: 130 }) },
      ),
    }),
    { minLength: 60, maxLength: 60 },
  ),
})

interface Placed {
  readonly id: number
  readonly row: number
  readonly column: number
  readonly span: number
  readonly rows: number
  readonly lines: number
}
type Spec = typeof tables extends fc.Arbitrary<infer Value> ? Value : never

/** Gives every place of a grid to a cell, by the wishes of the cells in turn. */
function placed({ widths, rows, headRows, cells }: Spec): Placed[] {
  const columns = widths.length
  const taken = Array.from({ length: rows + headRows }, () => new Array<boolean>(columns).fill(false))
  const all: Placed[] = []
  for (let row = 0; row < rows + headRows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken[row]?.[column]) continue
      const wish = cells[all.length % cells.length] ?? { span: 1, rows: 1, lines: 1 }
      const end = row < headRows ? headRows : headRows + rows
      let span = 1
      while (span < wish.span && column + span < columns && !taken[row]?.[column + span]) span++
      const height = Math.min(wish.rows, end - row)
      for (let at = row; at < row + height; at++) taken[at]?.fill(true, column, column + span)
      const lines = row < headRows ? 1 : wish.lines
      all.push({ id: all.length, row, column, span, rows: height, lines })
    }
  return all
}

function tableOf(spec: Spec, cells: readonly Placed[]): Table {
  const row = (index: number) => ({
    place: b.nowhere,
    cells: cells
      .filter(cell => cell.row === index)
      .map(({ id, span, rows, lines }) => ({
        ...{ header: undefined, span, rows, place: b.nowhere },
        children: Array.from({ length: lines }, (_, line) => b.p(`k${id}w${line}`)),
      })),
  })
  const from = (start: number, count: number) =>
    Array.from({ length: count }, (_, index) => row(start + index))
  return {
    ...(b.table('grid', spec.widths, [], []) as Table),
    head: from(0, spec.headRows),
    body: from(spec.headRows, spec.rows),
  }
}

const laidOut = fc.sample(tables, { seed: 31, numRuns: 120 }).map(spec => {
  const cells = placed(spec)
  const filler = Array.from({ length: spec.above }, () => b.p('filler'))
  const pages = seenPages({
    blocks: [...filler, tableOf(spec, cells)],
    page: { width: 595.28, height: 841.89 },
    spacing: 1,
    typeSize: 10,
  })
  return { spec, cells, pages }
})

const ROUNDING = 0.05
const cellOf = (line: SeenLine) => Number(/^k(\d+)w/.exec(line.text)?.[1] ?? -1)
const linesOf = (page: SeenPage, { id }: Placed) => page.lines.filter(line => cellOf(line) === id)

test('every word of a table is printed once, inside the page and the columns of its cell', () => {
  laidOut.forEach(({ cells, pages, spec }, index) => {
    const lefts = new Map<number, number>()
    for (const cell of cells) {
      const lines = pages.flatMap(page => linesOf(page, cell)).filter(line => !line.repeated)
      assert.equal(
        lines.map(({ text }) => text.trim()),
        Array.from({ length: cell.lines }, (_, line) => `k${cell.id}w${line}`),
        `table ${index}`,
      )
      for (const { left } of lines) {
        const known = lefts.get(cell.column) ?? left
        assert.ok(Math.abs(known - left) < ROUNDING, `table ${index}: cell ${cell.id} is in another column`)
        lefts.set(cell.column, known)
      }
    }
    for (const cell of cells) {
      const next = lefts.get(cell.column + cell.span)
      for (const page of pages)
        for (const line of linesOf(page, cell)) {
          assert.ok(
            line.bottom <= page.body.bottom + ROUNDING,
            `table ${index}: ${line.text} leaves the page`,
          )
          if (next !== undefined) assert.ok(line.right <= next + ROUNDING, `table ${index}: ${line.text}`)
        }
    }
    assert.ok(spec.rows > 0)
  })
})

test('the head is on every page of its table, once', () => {
  laidOut.forEach(({ cells, pages, spec }, index) => {
    const [head, body] = [
      cells.filter(cell => cell.row < spec.headRows),
      cells.filter(cell => cell.row >= spec.headRows),
    ]
    for (const page of pages) {
      if (!body.some(cell => linesOf(page, cell).length > 0)) continue
      for (const cell of head) assert.is(linesOf(page, cell).length, 1, `table ${index}`)
    }
  })
})

test('no cell is over another, and rules do not cross words', () => {
  laidOut.forEach(({ pages }, index) => {
    for (const { lines, page } of pages) {
      const rules = page.items.flatMap(({ type, item }) =>
        type === 'vector' && item.type === 'line' ? [item] : [],
      )
      lines.forEach((line, at) => {
        const over = lines
          .slice(at + 1)
          .find(
            other =>
              line.left < other.right - ROUNDING &&
              other.left < line.right - ROUNDING &&
              line.top < other.bottom - ROUNDING &&
              other.top < line.bottom - ROUNDING,
          )
        assert.ok(!over, `table ${index}: ${line.text} and ${over?.text}`)
        const crossed = rules.find(
          ({ x1 = 0, x2 = 0, y1 = 0 }) =>
            x1 < line.right - ROUNDING &&
            x2 > line.left + ROUNDING &&
            y1 > line.top + ROUNDING &&
            y1 < line.bottom - ROUNDING,
        )
        assert.ok(!crossed, `table ${index}: a rule crosses ${line.text}`)
      })
    }
  })
})

/** A row that no cell joins to another, of so many lines of 12 points at most, is lower than 0.6 of a page with its head. */
const LOW_ROW = 25

test('rows that are low and tied to no other are not broken', () => {
  laidOut.forEach(({ cells, pages, spec }, index) => {
    for (let row = spec.headRows; row < spec.headRows + spec.rows; row++) {
      const own = cells.filter(cell => cell.row === row)
      const isTied = cells.some(cell => cell.rows > 1 && cell.row <= row && row < cell.row + cell.rows)
      if (isTied || own.some(({ lines }) => lines > LOW_ROW)) continue
      const on = pages.filter(page => own.some(cell => linesOf(page, cell).length > 0))
      assert.is(on.length, 1, `table ${index}: row ${row} is on ${on.length} pages`)
    }
  })
})

test.run()

import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Cell, Table } from '../../../src/markup/index.js'
import { TableStructure } from '../../../src/typeset/compose/table-structure.js'
import { StructureElement } from '../../../src/typeset/nodes/structure-element.js'
import * as b from '../build-document.js'

interface PlacedCell {
  readonly name: string
  readonly cell: Cell
  readonly x: number
  readonly y: number
}

const cellOf = (header: Cell['header'], span: number, rows: number): Cell => ({
  ...{ header, span, rows, children: [], place: b.nowhere },
})

/** Fills a part of a table with cells of whatever spans the choices say, none over another or beyond the part. */
function fill(
  part: { readonly rows: number; readonly columns: number; readonly from: number },
  headerAt: (x: number, y: number) => { readonly header: Cell['header']; readonly end: number },
  choose: (most: number) => number,
): PlacedCell[] {
  const taken = new Set<string>()
  const cells: PlacedCell[] = []
  for (let y = part.from; y < part.from + part.rows; y++)
    for (let x = 0; x < part.columns; x++) {
      if (taken.has(`${x},${y}`)) continue
      const { header, end } = headerAt(x, y)
      let free = 1
      while (x + free < end && !taken.has(`${x + free},${y}`)) free++
      const [span, rows] = [choose(free), choose(part.from + part.rows - y)]
      for (let column = x; column < x + span; column++)
        for (let row = y; row < y + rows; row++) taken.add(`${column},${row}`)
      cells.push({ name: `${x},${y}`, cell: cellOf(header, span, rows), x, y })
    }
  return cells
}

/** The headers of a data cell in the words of HTML (4.9.12.2), of a table in which each header says its scope. */
function headersInHtml(principal: PlacedCell, cells: readonly PlacedCell[]): string[] {
  const at = (x: number, y: number) =>
    cells.find(one => one.x <= x && x < one.x + one.cell.span && one.y <= y && y < one.y + one.cell.rows)
  const found = new Set<string>()
  const scan = (initialX: number, initialY: number, stepX: number, stepY: number) => {
    let opaque: PlacedCell[] = []
    let block: PlacedCell[] = []
    let inBlock = false
    for (let [x, y] = [initialX + stepX, initialY + stepY]; x >= 0 && y >= 0; x += stepX, y += stepY) {
      const current = at(x, y)
      if (!current) continue
      if (current.cell.header !== undefined) {
        inBlock = true
        block.push(current)
        const isOpaque =
          stepX === 0
            ? opaque.some(one => one.x === current.x && one.cell.span === current.cell.span)
            : opaque.some(one => one.y === current.y && one.cell.rows === current.cell.rows)
        if (!isOpaque && current.cell.header === (stepX === 0 ? 'column' : 'row')) found.add(current.name)
      } else if (inBlock) {
        inBlock = false
        opaque = [...opaque, ...block]
        block = []
      }
    }
  }
  const { x, y, cell } = principal
  for (let row = y; row < y + cell.rows; row++) scan(x, row, -1, 0)
  for (let column = x; column < x + cell.span; column++) scan(column, y, 0, -1)
  return [...found].sort()
}

/** The names of the headers that the structure gives each data cell, by the name of that. */
function headersInStructure(cells: readonly PlacedCell[], head: number, rows: number): Map<string, string[]> {
  const tags = new TableStructure({ place: b.nowhere } as Table, new StructureElement('Table', b.nowhere))
  const elements = new Map<StructureElement, string>()
  for (let y = 0; y < rows; y++) {
    tags.beginRow({ cells: [], place: b.nowhere }, y < head)
    for (const { name, cell, x } of cells.filter(one => one.y === y)) {
      const element = tags.cell(cell, x, cell.span)
      assert.is(element.attributes.rowSpan, cell.rows)
      elements.set(element, name)
    }
  }
  const isData = ([element]: readonly [StructureElement, string]) => element.type === 'TD'
  return new Map(
    [...elements].filter(isData).map(([{ attributes }, name]) => {
      const headers = attributes.headers?.map(header => elements.get(header) ?? 'unknown') ?? []
      assert.is(new Set(headers).size, headers.length)
      return [name, headers.sort()]
    }),
  )
}

test('cells have the headers that HTML gives them, whatever the spans of heads, names of rows, and cells', () => {
  const sizes = fc.record({
    ...{ columns: fc.integer({ min: 1, max: 5 }), names: fc.integer({ min: 0, max: 2 }) },
    ...{ head: fc.integer({ min: 0, max: 3 }), body: fc.integer({ min: 1, max: 5 }) },
    choices: fc.array(fc.nat(), { minLength: 1, maxLength: 60 }),
  })
  let overRows = 0
  fc.assert(
    fc.property(sizes, ({ columns, names, head, body, choices }) => {
      let next = 0
      const choose = (most: number) => 1 + ((choices[next++ % choices.length] ?? 0) % most)
      const width = columns + names
      const cells = [
        ...fill({ rows: head, columns: width, from: 0 }, () => ({ header: 'column', end: width }), choose),
        ...fill(
          { rows: body, columns: width, from: head },
          x => (x < names ? { header: 'row', end: names } : { header: undefined, end: width }),
          choose,
        ),
      ]
      const found = headersInStructure(cells, head, head + body)
      for (const cell of cells.filter(one => one.cell.header === undefined)) {
        if (cell.cell.rows > 1 && names > 0) overRows++
        assert.equal(found.get(cell.name), headersInHtml(cell, cells), cell.name)
      }
    }),
    { seed: 20250120, numRuns: 300 },
  )
  assert.ok(overRows > 100, 'many cells span rows that have names')
})

test('a name after the cells of its rows heads them, and cells that come down from the row above', () => {
  const placed = (name: string, cell: Cell, x: number, y: number): PlacedCell => ({ name, cell, x, y })
  const found = headersInStructure(
    [
      placed('over both', cellOf(undefined, 1, 2), 0, 0),
      placed('first', cellOf(undefined, 1, 1), 1, 0),
      placed('name', cellOf('row', 1, 1), 2, 0),
      placed('second', cellOf(undefined, 1, 1), 1, 1),
      placed('other name', cellOf('row', 1, 1), 2, 1),
    ],
    0,
    2,
  )
  assert.equal(
    [...found],
    [
      ['over both', ['name', 'other name']],
      ['first', ['name']],
      ['second', ['other name']],
    ],
  )
})

test.run()

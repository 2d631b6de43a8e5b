import { present } from '../../diagnostics/index.js'
import { tiedRows } from '../../markup/index.js'
import type { BorderLine, TableCellNode, TableNode } from '../nodes/layout-nodes.js'

/** The rule over a row, counted from 0, or under the row before it; undefined for none. */
export function ruleUnder(table: TableNode, row: number): BorderLine | undefined {
  const { look, headRows } = table
  if (row === 0 || (headRows > 0 && row === headRows)) return look.headLine
  if (table.totals?.has(row)) return look.totalLine
  return look.isGrouped && isWithinGroup(table, row) ? undefined : look.line
}

/** Whether a cell of a row above reaches into a row. */
function isWithinGroup(table: TableNode, row: number): boolean {
  const firsts =
    firstRows.get(table) ?? tiedRows(table.rows.map(cells => cells.map(({ rowSpan }) => ({ rows: rowSpan }))))
  firstRows.set(table, firsts)
  return row < firsts.length && firsts[row] !== row
}

/** Of each table whose groups have no lines: the first row of the group that each row is of. */
const firstRows = new WeakMap<TableNode, readonly number[]>()

/** Points from the left of the table to the words of a column. */
export function columnStart({ widths, look }: TableNode, column: number): number {
  let x = 0
  for (let index = 0; index < column; index++)
    x += present(widths[index], 'width of a column') + 2 * look.paddingX
  return x
}

/** Points that a cell has for its words. */
export function cellTextWidth({ widths, look }: TableNode, column: number, span: number): number {
  let width = 0
  for (let index = column; index < column + span; index++)
    width += present(widths[index], 'width of a column') + (index > column ? 2 * look.paddingX : 0)
  return width
}

/** Points from the left of the table to the left edge of a column, half a gutter before its words; and to its right edge. */
export function columnEdges(
  table: TableNode,
  column: number,
  span: number,
): { readonly left: number; readonly right: number } {
  const { paddingX } = table.look
  const start = columnStart(table, column)
  const end = start + cellTextWidth(table, column, span)
  return {
    left: column === 0 ? start : start - paddingX,
    right: column + span === table.widths.length ? end : end + paddingX,
  }
}

/** The height of every row, given that of each cell; what a cell over several rows lacks is added to the last of them. */
export function rowHeights(table: TableNode, heightOf: (cell: TableCellNode) => number): number[] {
  const heights = table.rows.map(row =>
    row.reduce((high, cell) => (cell.rowSpan === 1 ? Math.max(high, heightOf(cell)) : high), 0),
  )
  const spanning = table.rows.flatMap((row, index) =>
    row.flatMap(cell => (cell.rowSpan > 1 ? [{ cell, from: index, last: index + cell.rowSpan - 1 }] : [])),
  )
  for (const { cell, from, last } of spanning.sort((one, other) => one.last - other.last)) {
    let rest = heightOf(cell)
    for (let row = from; row < last; row++)
      rest -= present(heights[row], 'height of a row') + (ruleUnder(table, row + 1)?.width ?? 0)
    heights[last] = Math.max(present(heights[last], 'height of a row'), rest)
  }
  return heights
}

/** The rows that cells over several rows join to the row at `start`: the first row after them. */
export function endOfRowGroup({ rows }: TableNode, start: number): number {
  let end = start + 1
  for (let row = start; row < end; row++)
    for (const cell of rows[row] ?? []) end = Math.max(end, row + cell.rowSpan)
  return Math.min(end, rows.length)
}

/** The first row of each group below the head; a row that nothing ties to others is a group of its own. */
export function bodyGroups(table: TableNode): number[] {
  const starts: number[] = []
  for (let row = table.headRows; row < table.rows.length; row = endOfRowGroup(table, row)) starts.push(row)
  return starts
}

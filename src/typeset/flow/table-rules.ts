import type { BorderLine, TableCellNode, TableNode } from '../nodes/layout-nodes.js'
import type { PdfmakeVector } from '../nodes/pdfmake-classes.js'
import { columnEdges, ruleUnder } from './table-grid.js'

/** A cell over several rows, and the first of them. */
export interface SpanningCell {
  readonly from: number
  readonly cell: TableCellNode
}

export const spanningCells = ({ rows }: TableNode): SpanningCell[] =>
  rows.flatMap((row, from) => row.filter(({ rowSpan }) => rowSpan > 1).map(cell => ({ from, cell })))

/** The parts of the rule over a row, or under the last, that no cell over several rows interrupts; `y` is its upper edge. */
export function ruleSegments(
  table: TableNode,
  spanning: readonly SpanningCell[],
  row: number,
  { x, y }: { readonly x: number; readonly y: number },
): PdfmakeVector[] {
  const rule = ruleUnder(table, row)
  if (!rule) return []
  const interrupted = spanning
    .filter(({ from, cell }) => from < row && from + cell.rowSpan > row)
    .map(({ cell }) => columnEdges(table, cell.column, cell.columnSpan))
    .sort((one, other) => one.left - other.left)
  const { left, right } = columnEdges(table, 0, table.widths.length)
  const segments: PdfmakeVector[] = []
  let from = left
  for (const gap of [...interrupted, { left: right, right }]) {
    if (gap.left > from + LEAST_LENGTH) segments.push(horizontalLine(x + from, x + gap.left, y, rule))
    from = Math.max(from, gap.right)
  }
  return segments
}

/** Points: no shorter line is drawn. */
const LEAST_LENGTH = 0.01

/** A line whose upper edge is at `y`; lengths are points. */
export function horizontalLine(
  x1: number,
  x2: number,
  y: number,
  { colour, width }: BorderLine,
): PdfmakeVector {
  const middle = y + width / 2
  return { type: 'line', ...{ x1, x2, y1: middle, y2: middle }, lineWidth: width, lineColor: colour }
}

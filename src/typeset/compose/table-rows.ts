import { present, type Report } from '../../diagnostics/index.js'
import { type Cell, gridOf, type Row, type Table } from '../../markup/index.js'
import type { LayoutNode, TableCellNode, TableRowNode } from '../nodes/layout-nodes.js'
import type { StructureElement } from '../nodes/structure-element.js'
import type { ComposeContext, SpacedNode } from './context.js'
import { alignDecimals, widestFigures } from './decimal-columns.js'
import { fittedWidths } from './fitted-widths.js'
import { stackSpaced } from './spaced-nodes.js'
import { TableStructure } from './table-structure.js'
import { columnNeeds, distributeWidth, leastWidths, type WidthLack } from './table-widths.js'

/** A table's rows, composed for the widths of its columns: points without padding. */
export interface ComposedRows {
  readonly widths: readonly number[]
  readonly head: readonly TableRowNode[]
  readonly body: readonly TableRowNode[]
  readonly caption: StructureElement
  /** Whether words have to be hyphenated. */
  readonly isBroken: boolean
  readonly lack?: WidthLack | undefined
}

/**
 * Rows in columns whose widths are in the proportion of the shares, but none narrower than its widest word. The rows are
 * composed for the proportional widths first, and only again if a column must be wider.
 */
export function fittedRows(
  block: Table,
  element: StructureElement,
  context: ComposeContext,
  look: CellLook,
): ComposedRows {
  const count = [block.head, block.body]
    .flatMap(part => gridOf(part.map(({ cells }) => cells)))
    .reduce((most, { covered }) => Math.max(most, covered.size), Math.max(1, block.widths.length))
  const shares = Array.from({ length: count }, (_, column) => block.widths[column] ?? 1)
  const room = context.width - 2 * look.padding * (count - 1)
  const none = shares.map(() => 0)
  const found: Parameters<Report>[] = []
  const proportional = composedRows(block, element, distributeWidth(shares, none, room), look, {
    ...context,
    report: (...finding) => found.push(finding),
  })
  const all = [...proportional.head, ...proportional.body]
  const { least, isBroken, lack } = leastWidths(all, count, context.session, room)
  const isEnough = least.every(
    (width, column) => width <= present(proportional.widths[column], 'width of a column') + 0.001,
  )
  if (isEnough && !block.isFitted) {
    for (const finding of found) context.report(...finding)
    return withAlignedDecimals(proportional, context)
  }
  element.clear()
  const needed = least.reduce((sum, width) => sum + width, 0)
  const widths =
    needed > room
      ? least.map(width => (width / needed) * room)
      : block.isFitted
        ? fittedWidths(columnNeeds(all, least, context.session), room)
        : distributeWidth(shares, least, room)
  const composed = composedRows(block, element, widths, look, context)
  return { ...withAlignedDecimals(composed, context), isBroken, lack }
}

function withAlignedDecimals(rows: ComposedRows, context: ComposeContext): ComposedRows {
  const { session, inlines } = context
  const widest = widestFigures([...rows.head, ...rows.body], session)
  const isMirrored = inlines.isMirrored
  const aligned = (part: readonly TableRowNode[]) =>
    alignDecimals(part, rows.widths, widest, { session, isMirrored })
  return { ...rows, head: aligned(rows.head), body: aligned(rows.body) }
}

function composedRows(
  block: Table,
  element: StructureElement,
  widths: readonly number[],
  look: CellLook,
  context: ComposeContext,
): ComposedRows {
  const tags = new TableStructure(block, element)
  const composePart = (rows: readonly Row[], isHead: boolean) => {
    const grid = gridOf(rows.map(({ cells }) => cells))
    return rows.map((row, index) => {
      const { columns, covered } = present(grid[index], 'row of a grid')
      tags.beginRow(row, isHead)
      const cells = composeCells(row, columns, widths, context, look, tags)
      for (const column of widths.keys()) if (!covered.has(column)) tags.emptyCell(row.place, column)
      return cells
    })
  }
  const [head, body] = [composePart(block.head, true), composePart(block.body, false)]
  return { widths, head, body, caption: tags.caption, isBroken: false }
}

/** Points: left and right of the words of a cell, and between its blocks; and whether the names of rows are bold. */
export interface CellLook {
  readonly padding: number
  readonly gap: number
  readonly boldNames: boolean
  /** Heads whose widest word has room are not hyphenated. */
  readonly evenHeads: boolean
}

function composeCells(
  row: Row,
  columns: readonly number[],
  widths: readonly number[],
  context: ComposeContext,
  { padding, gap, boldNames, evenHeads }: CellLook,
  tags: TableStructure,
): TableRowNode {
  return row.cells.map((cell, index): TableCellNode => {
    const column = present(columns[index], 'column of a cell')
    const columnSpan = Math.max(1, Math.min(cell.span, widths.length - column))
    const own = widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0)
    const isFigure = cell.align === 'decimal' || cell.align === 'right'
    const isRight = cell.align === 'right' || (cell.align === 'decimal' && cell.header === 'column')
    const ofRow = row.isTotal
      ? context.sheet.textStyle(context.sheet.style('tr.total'), context.textStyle)
      : context.textStyle
    const blocks = composeCellBlocks(cell, boldNames, {
      ...context,
      textStyle: isFigure ? { ...ofRow, tabular: true } : ofRow,
      ...(isRight ? { align: 'right' } : isFigure ? { isOfFigures: true } : {}),
      element: tags.cell(cell, column, columnSpan),
      width: own + (columnSpan - 1) * 2 * padding,
      spare: 0,
      isRoomChecked: true,
    })
    const isEven = evenHeads && cell.header === 'column'
    const spaced = blocks.map(({ node }) => ({
      node: isEven ? withEvenLines(node) : node,
      before: gap,
      after: gap,
    }))
    const node = stackSpaced(spaced)
    const decimal = isRight || cell.decimalAt === undefined ? {} : { decimalAt: cell.decimalAt }
    return { column, columnSpan, rowSpan: cell.rows, ...decimal, node }
  })
}

const withEvenLines = (node: LayoutNode): LayoutNode =>
  node.kind === 'paragraph' ? { ...node, balanceLines: true } : node

function composeCellBlocks(cell: Cell, boldNames: boolean, context: ComposeContext): SpacedNode[] {
  const { sheet } = context
  const textStyle =
    cell.header === 'column' ? sheet.textStyle(sheet.style('th'), context.textStyle) : context.textStyle
  if (cell.header !== 'row' || !boldNames)
    return context.composeBlocks(cell.children, { ...context, textStyle })
  // The first block is the name of the row; the blocks below it explain the name.
  const name = context.composeBlocks(cell.children.slice(0, 1), {
    ...context,
    textStyle: { ...textStyle, bold: true },
  })
  return [...name, ...context.composeBlocks(cell.children.slice(1), { ...context, textStyle })]
}

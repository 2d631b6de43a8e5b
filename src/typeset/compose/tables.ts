import { present, type Report } from '../../diagnostics/index.js'
import { type Block, type Cell, gridOf, type Row, type Table, tiedRows } from '../../markup/index.js'
import type { BorderLine, LayoutNode, TableCellNode, TableLook, TableRowNode } from '../nodes/layout-nodes.js'
import type { StructureElement } from '../nodes/structure-element.js'
import type { StyleSheet } from '../theme/style-sheet.js'
import type { TableSettings } from '../theme/theme.js'
import {
  hyphenatedTexts,
  type UnbreakableText,
  unbrokenTexts,
  unhyphenatedTexts,
  widestByColumn,
} from './column-widths.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { alignDecimals, widestFigures } from './decimal-columns.js'
import { type ColumnNeed, fittedWidths } from './fitted-widths.js'
import { hasContent, spacedParagraph, stackSpaced } from './spaced-nodes.js'
import { TableStructure } from './table-structure.js'

/** A table whose head repeats on every page and whose rows are not broken; rows without content are left out. */
export function composeTable(block: Table, context: ComposeContext): SpacedNode {
  const { sheet } = context
  const settings = sheet.withClass('table', block.style)
  const padding = sheet.ems(settings.padding_x)
  const inner = { ...context, textStyle: sheet.textStyle(settings, context.textStyle) }
  const look = {
    padding,
    gap: sheet.verticalSpace(settings.gap),
    boldNames: settings.names !== 'plain',
    evenHeads: block.isFitted === true,
  }
  const around = block.foot ? context.element.add('Div', block.place) : context.element
  const element = around.add('Table', block.place)
  const { widths, head, body, caption } = fittedRows(block, element, inner, look)
  const [headRows, bodyRows] = [shownRows(head), shownRows(body)]
  const rows = [...headRows.map(index => head[index]), ...bodyRows.map(index => body[index])]
  const totals = bodyRows.flatMap((index, at) => (block.body[index]?.isTotal ? [headRows.length + at] : []))
  const node: LayoutNode = {
    kind: 'table',
    widths,
    rows: rows.map(row => present(row, 'row of a table')),
    headRows: headRows.length,
    ...(totals.length > 0 ? { totals: new Set(totals) } : {}),
    ...(block.foot ? { foot: footNode(composeFoot(block.foot, { ...context, element: around })) } : {}),
    look: tableLook(settings, context),
  }
  return withTableCaption(block, node, settings, { ...context, element: caption })
}

function footNode(lines: readonly SpacedNode[]): LayoutNode {
  return { ...stackSpaced(lines), margin: [0, lines[0]?.before ?? 0, 0, 0] }
}

/** The lines below a table, close to it and to each other. */
export function composeFoot(blocks: readonly Block[], context: ComposeContext): SpacedNode[] {
  const gap = context.sheet.verticalSpace(FOOT_GAP)
  return context
    .composeBlocks(blocks, { ...context, spare: 0 })
    .map(({ node }, index) => ({ node, before: index === 0 ? 2 * gap : gap, after: 0 }))
}

/** Of the size of type. */
const FOOT_GAP = 0.15

/** The numbers of rows that have content; those that a cell ties together stay if one of them has. */
function shownRows(rows: readonly TableRowNode[]): number[] {
  const firsts = tiedRows(rows.map(row => row.map(({ rowSpan }) => ({ rows: rowSpan }))))
  const shown = new Set(firsts.filter((_, index) => rows[index]?.some(cell => hasContent(cell.node))))
  return [...rows.keys()].filter(index => shown.has(present(firsts[index], 'first of tied rows')))
}

function withTableCaption(
  block: Table,
  node: LayoutNode,
  settings: TableSettings,
  context: ComposeContext,
): SpacedNode {
  const { sheet, inlines } = context
  const around = { before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
  if (!block.caption || !hasContent(node)) return { node, ...around }
  const style = sheet.style('caption')
  const caption = spacedParagraph(
    inlines.runs(block.caption, sheet.textStyle(style, context.textStyle), elementAndLang(context)),
    style,
    sheet,
  )
  const kept = { ...caption, node: { ...caption.node, keepWithNext: true } }
  return { node: stackSpaced([kept, { node, before: 0, after: 0 }]), ...around }
}

/** Points: left and right of the words of a cell, and between its blocks; and whether the names of rows are bold. */
interface CellLook {
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

/** A table's rows, composed for the widths of its columns: points without padding. */
interface ComposedRows {
  readonly widths: readonly number[]
  readonly head: readonly TableRowNode[]
  readonly body: readonly TableRowNode[]
  readonly caption: StructureElement
}

/**
 * Rows in columns whose widths are in the proportion of the shares, but none narrower than its widest word. The rows are
 * composed for the proportional widths first, and only again if a column must be wider.
 */
function fittedRows(
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
  const least = leastWidths(block, proportional, context, room)
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
        ? fittedWidths(columnNeeds(proportional, least, context), room)
        : distributeWidth(shares, least, room)
  return withAlignedDecimals(composedRows(block, element, widths, look, context), context)
}

function columnNeeds(
  { head, body, widths }: ComposedRows,
  least: readonly number[],
  { session }: ComposeContext,
): ColumnNeed[] {
  const rows = [...head, ...body]
  const lines = widestByColumn(rows, widths.length, session, unbrokenTexts)
  const figures = widestFigures(rows, session)
  return least.map((own, column) => {
    const isOfFigures = figures.has(column)
    const longest = present(lines[column], 'longest line of a column').width
    return { least: own, natural: isOfFigures ? own : Math.max(own, longest), isOfFigures }
  })
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
  return { widths, head, body, caption: tags.caption }
}

/** The width of each column's widest word; where these are too wide together, of the widest part of a word. */
function leastWidths(block: Table, composed: ComposedRows, context: ComposeContext, room: number): number[] {
  const rows = [...composed.head, ...composed.body]
  const figures = widestFigures(rows, context.session)
  const widestOf = (pieces: typeof unhyphenatedTexts) =>
    widestByColumn(rows, composed.widths.length, context.session, pieces).map((word, column) => {
      const { before, after } = figures.get(column) ?? { before: 0, after: 0 }
      return before + after > word.width ? { ...word, width: before + after } : word
    })
  const whole = widestOf(unhyphenatedTexts)
  if (totalWidth(whole) <= room) return whole.map(widthOfUnbreakable)
  const widest = widestOf(hyphenatedTexts)
  if (totalWidth(widest) <= room) return widest.map(widthOfUnbreakable)
  const worst = widest.reduce((worse, word) => (word.width > worse.width ? word : worse))
  const wide = `\`${worst.text.trim()}\` is wider than its column can be`
  const hint = 'write a soft hyphen (U+00AD) where the word may break, or give the table fewer columns'
  context.report('table-too-wide', worst.place ?? block.place, wide, hint)
  return widest.map(widthOfUnbreakable)
}

const widthOfUnbreakable = (word: UnbreakableText) => word.width
const totalWidth = (widest: readonly UnbreakableText[]) => widest.reduce((sum, { width }) => sum + width, 0)

/** Distributes a width by shares; columns that need more than their share get what they need first. */
function distributeWidth(shares: readonly number[], least: readonly number[], room: number): number[] {
  const fixed = new Map<number, number>()
  for (;;) {
    const free = shares.map((share, column) => (fixed.has(column) ? 0 : share))
    const rest = room - [...fixed.values()].reduce((sum, width) => sum + width, 0)
    const total = free.reduce((sum, share) => sum + share, 0)
    const widths = shares.map(
      (_, column) => fixed.get(column) ?? (rest * present(free[column], 'share of a column')) / (total || 1),
    )
    const narrow = widths.findIndex(
      (width, column) =>
        !fixed.has(column) && width < present(least[column], 'least width of a column') - 0.001,
    )
    if (narrow === -1) return widths
    fixed.set(narrow, present(least[narrow], 'least width of a column'))
  }
}

function tableLook(settings: TableSettings, { sheet }: ComposeContext): TableLook {
  const line = sheet.borderLine(settings.line, settings.line_weight)
  return {
    paddingX: sheet.ems(settings.padding_x),
    paddingY: sheet.verticalSpace(settings.padding_y),
    line,
    headLine: sheet.borderLine(settings.head_line, settings.head_line_weight) ?? line,
    totalLine: totalLine(sheet) ?? line,
    headFill: settings.head_fill ? sheet.colour(settings.head_fill) : undefined,
    isCentred: settings.vertical === 'middle',
    isGrouped: settings.lines_within === false,
  }
}

function totalLine(sheet: StyleSheet): BorderLine | undefined {
  const { over, over_weight } = sheet.style('tr.total')
  return sheet.borderLine(over, over_weight)
}

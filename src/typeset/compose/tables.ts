import { present, type Report } from '../../diagnostics/index.js'
import { type Cell, gridOf, type Row, type Table, tiedRows } from '../../markup/index.js'
import type { LayoutNode, TableCellNode, TableLook, TableRowNode } from '../nodes/layout-nodes.js'
import type { StructureElement } from '../nodes/structure-element.js'
import type { TableSettings } from '../theme/theme.js'
import { hyphenatedTexts, type UnbreakableText, unhyphenatedTexts, widestByColumn } from './column-widths.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { hasContent, spacedParagraph, stackSpaced } from './spaced-nodes.js'
import { TableStructure } from './table-structure.js'

/** A table whose head repeats on every page and whose rows are not broken; rows without content are left out. */
export function composeTable(block: Table, context: ComposeContext): SpacedNode {
  const { sheet } = context
  const settings = sheet.withClass('table', block.style)
  const padding = sheet.ems(settings.padding_x)
  const inner = { ...context, textStyle: sheet.textStyle(settings, context.textStyle) }
  const spacing = { padding, gap: sheet.verticalSpace(settings.gap) }
  const element = context.element.add('Table', block.place)
  const upright = fittedRows(block, element, inner, spacing)
  const turned = upright.lack && turnedRows(block, element, inner, spacing)
  const lack = turned ? turned.lack : upright.lack
  if (lack) reportTooWide(block, lack, turned !== undefined, context)
  const { widths, head, body, caption } = turned ?? upright
  const headRows = withoutEmptyRows(head)
  const node: LayoutNode = {
    kind: 'table',
    widths,
    rows: [...headRows, ...withoutEmptyRows(body)],
    headRows: headRows.length,
    look: tableLook(settings, context),
  }
  const captioned = withTableCaption(block, node, settings, { ...context, element: caption })
  return turned ? { ...captioned, orientation: 'landscape' } : captioned
}

/** Rows on a page that lies, where the table may stand on one. */
function turnedRows(
  block: Table,
  element: StructureElement,
  context: ComposeContext,
  spacing: CellSpacing,
): ComposedRows | undefined {
  const { lying } = context
  if (!block.wide || !lying?.tables.has(block)) return undefined
  element.clear()
  return fittedRows(block, element, { ...context, width: lying.width }, spacing)
}

/** Rows that a cell ties together stay if one of them has content. */
function withoutEmptyRows(rows: readonly TableRowNode[]): TableRowNode[] {
  const firsts = tiedRows(rows.map(row => row.map(({ rowSpan }) => ({ rows: rowSpan }))))
  const shown = new Set(firsts.filter((_, index) => rows[index]?.some(cell => hasContent(cell.node))))
  return rows.filter((_, index) => shown.has(present(firsts[index], 'first of tied rows')))
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

/** Points: left and right of the words of a cell, and between its blocks. */
interface CellSpacing {
  readonly padding: number
  readonly gap: number
}

function composeCells(
  row: Row,
  columns: readonly number[],
  widths: readonly number[],
  context: ComposeContext,
  { padding, gap }: CellSpacing,
  tags: TableStructure,
): TableRowNode {
  return row.cells.map((cell, index): TableCellNode => {
    const column = present(columns[index], 'column of a cell')
    const columnSpan = Math.max(1, Math.min(cell.span, widths.length - column))
    const own = widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0)
    const blocks = composeCellBlocks(cell, {
      ...context,
      element: tags.cell(cell, column, columnSpan),
      width: own + (columnSpan - 1) * 2 * padding,
      spare: 0,
      isRoomChecked: true,
    })
    const node = stackSpaced(blocks.map(block => ({ ...block, before: gap, after: gap })))
    return { column, columnSpan, rowSpan: cell.rows, node }
  })
}

function composeCellBlocks(cell: Cell, context: ComposeContext): SpacedNode[] {
  const { sheet } = context
  const textStyle =
    cell.header === 'column' ? sheet.textStyle(sheet.style('th'), context.textStyle) : context.textStyle
  if (cell.header !== 'row') return context.composeBlocks(cell.children, { ...context, textStyle })
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
  readonly lack?: WidthLack | undefined
}

/** What a table is too wide for. */
interface WidthLack {
  /** Points that are missing. */
  readonly width: number
  /** The widest of what no line breaks. */
  readonly word: UnbreakableText
}

/**
 * Rows in columns whose widths are in the proportion of the shares, but none narrower than its widest word. The rows are
 * composed for the proportional widths first, and only again if a column must be wider.
 */
function fittedRows(
  block: Table,
  element: StructureElement,
  context: ComposeContext,
  spacing: CellSpacing,
): ComposedRows {
  const count = [block.head, block.body]
    .flatMap(part => gridOf(part.map(({ cells }) => cells)))
    .reduce((most, { covered }) => Math.max(most, covered.size), Math.max(1, block.widths.length))
  const shares = Array.from({ length: count }, (_, column) => block.widths[column] ?? 1)
  const room = context.width - 2 * spacing.padding * (count - 1)
  const none = shares.map(() => 0)
  const found: Parameters<Report>[] = []
  const proportional = composedRows(block, element, distributeWidth(shares, none, room), spacing, {
    ...context,
    report: (...finding) => found.push(finding),
  })
  const { least, lack } = leastWidths(proportional, context, room)
  const isEnough = least.every(
    (width, column) => width <= present(proportional.widths[column], 'width of a column') + 0.001,
  )
  if (isEnough) {
    for (const finding of found) context.report(...finding)
    return proportional
  }
  element.clear()
  const needed = least.reduce((sum, width) => sum + width, 0)
  const widths =
    needed <= room ? distributeWidth(shares, least, room) : least.map(width => (width / needed) * room)
  return { ...composedRows(block, element, widths, spacing, context), lack }
}

function composedRows(
  block: Table,
  element: StructureElement,
  widths: readonly number[],
  spacing: CellSpacing,
  context: ComposeContext,
): ComposedRows {
  const tags = new TableStructure(block, element)
  const composePart = (rows: readonly Row[], isHead: boolean) => {
    const grid = gridOf(rows.map(({ cells }) => cells))
    return rows.map((row, index) => {
      const { columns, covered } = present(grid[index], 'row of a grid')
      tags.beginRow(row, isHead)
      const cells = composeCells(row, columns, widths, context, spacing, tags)
      for (const column of widths.keys()) if (!covered.has(column)) tags.emptyCell(row.place, column)
      return cells
    })
  }
  const [head, body] = [composePart(block.head, true), composePart(block.body, false)]
  return { widths, head, body, caption: tags.caption }
}

/** The width of each column's widest word; where these are too wide together, of the widest part of a word. */
function leastWidths(
  composed: ComposedRows,
  context: ComposeContext,
  room: number,
): { readonly least: number[]; readonly lack?: WidthLack } {
  const rows = [...composed.head, ...composed.body]
  const widestOf = (pieces: typeof unhyphenatedTexts) =>
    widestByColumn(rows, composed.widths.length, context.session, pieces)
  const whole = widestOf(unhyphenatedTexts)
  if (totalWidth(whole) <= room) return { least: whole.map(widthOfUnbreakable) }
  const widest = widestOf(hyphenatedTexts)
  const least = widest.map(widthOfUnbreakable)
  if (totalWidth(widest) <= room) return { least }
  const word = widest.reduce((worse, word) => (word.width > worse.width ? word : worse))
  return { least, lack: { width: totalWidth(widest) - room, word } }
}

function reportTooWide(
  block: Table,
  { width, word }: WidthLack,
  isTurned: boolean,
  { report, lying, width: room }: ComposeContext,
): void {
  const missing = `${Math.ceil(width)} points (${Math.ceil((width / POINTS_PER_INCH) * MM_PER_INCH)} mm)`
  const lacks = `the table lacks ${missing} of width${isTurned ? ' even on a page that lies' : ''}`
  const message = `\`${word.text.trim()}\` is wider than its column can be: ${lacks}`
  const hints = ['write a soft hyphen (U+00AD) where the word may break, or give the table fewer columns']
  const wouldFit = lying !== undefined && !isTurned && width <= lying.width - room
  if (wouldFit)
    hints.push('write `wide="turn"` on the table, in no box and no column, to have it on a page that lies')
  report('table-too-wide', word.place ?? block.place, message, ...hints)
}

const POINTS_PER_INCH = 72
const MM_PER_INCH = 25.4

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
    headFill: settings.head_fill ? sheet.colour(settings.head_fill) : undefined,
    isCentred: settings.vertical === 'middle',
    isGrouped: settings.lines_within === false,
  }
}

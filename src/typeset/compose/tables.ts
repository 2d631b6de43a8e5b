import type { Report } from '../../diagnostics/index.js'
import type { Cell, Row, Table } from '../../markup/index.js'
import type { LayoutNode, TableLayout, TableNode } from '../layout/nodes.js'
import { TableTags } from '../tags/table-tags.js'
import type { Tag } from '../tags/tag.js'
import type { TableSettings } from '../theme/theme.js'
import { type Context, type Flowed, ofBlock } from './context.js'
import { leafOf, printsAnything, stackOf } from './flow.js'
import { joinedWords, partsOfWords, type WideWord, widestWords } from './widest-words.js'

/** A table whose head repeats on every page and whose rows are not broken; rows that say nothing are left out. */
export function table(block: Table, context: Context): Flowed {
  const { sheet } = context
  const settings = sheet.styled('table', block.style)
  const padding = sheet.ems(settings.padding_x)
  const inner = { ...context, look: sheet.look(settings, context.look) }
  const inside = { padding, gap: sheet.space(settings.gap) }
  const tag = context.tag.add('Table', block.place)
  const { widths, rows, caption } = fittedRows(block, tag, inner, inside)
  const headRows = rows.slice(0, block.head.length).filter(row => row.some(printsAnything))
  const body = [...headRows, ...rows.slice(block.head.length).filter(row => row.some(printsAnything))]
  const head = headRows.length
  const node: LayoutNode = {
    table: {
      widths: widths.map(width => ({ width })),
      body,
      headerRows: head,
      keepWithHeaderRows: head > 0 ? 1 : 0,
      dontBreakRows: true,
    },
    layout: layoutOf(settings, head, context),
  }
  return captioned(block, node, settings, { ...context, tag: caption })
}

function captioned(block: Table, node: LayoutNode, settings: TableSettings, context: Context): Flowed {
  const { sheet, inlines } = context
  const around = { before: sheet.space(settings.before), after: sheet.space(settings.after) }
  if (!block.caption || !printsAnything(node)) return { node, ...around }
  const style = sheet.style('caption')
  const caption = leafOf(
    inlines.runs(block.caption, sheet.look(style, context.look), ofBlock(context)),
    style,
    sheet,
  )
  caption.node.keepNext = true
  return { node: stackOf([caption, { node, before: 0, after: 0 }]), ...around }
}

/** Points: beside the words of a cell, and between its blocks. */
interface Inside {
  readonly padding: number
  readonly gap: number
}

function cells(
  row: Row,
  widths: readonly number[],
  context: Context,
  { padding, gap }: Inside,
  tags: TableTags,
): LayoutNode[] {
  const nodes: (LayoutNode & { colSpan?: number })[] = []
  for (const cell of row.cells) {
    const from = nodes.length
    const span = Math.max(1, Math.min(cell.span, widths.length - from))
    const own = widths.slice(from, from + span).reduce((sum, width) => sum + width, 0)
    const tag = tags.cell(cell, from, span)
    const flowed = cellBlocks(cell, { ...context, tag, width: own + (span - 1) * 2 * padding })
    const node = stackOf(flowed.map(block => ({ ...block, before: gap, after: gap })))
    nodes.push({ ...node, ...(span > 1 ? { colSpan: span } : {}) })
    for (let index = 1; index < span; index++) nodes.push({ text: [] })
  }
  while (nodes.length < widths.length) {
    tags.emptyCell(row.place, nodes.length)
    nodes.push({ text: [] })
  }
  return nodes.slice(0, widths.length)
}

function cellBlocks(cell: Cell, context: Context): Flowed[] {
  const { sheet } = context
  const look = cell.header === 'column' ? sheet.look(sheet.style('th'), context.look) : context.look
  if (cell.header !== 'row') return context.blocks(cell.children, { ...context, look })
  // The first block names the row; what stands below it explains.
  const name = context.blocks(cell.children.slice(0, 1), { ...context, look: { ...look, bold: true } })
  return [...name, ...context.blocks(cell.children.slice(1), { ...context, look })]
}

/** A table's rows, composed for the widths of its columns: points without padding. */
interface Composed {
  readonly widths: readonly number[]
  readonly rows: readonly LayoutNode[][]
  readonly caption: Tag
}

/**
 * Rows in columns of the widths that the shares ask for, but none narrower than its widest word. Mostly none is, and
 * the rows that told so are those that are set.
 */
function fittedRows(block: Table, tag: Tag, context: Context, inside: Inside): Composed {
  const count = Math.max(1, block.widths.length, ...[...block.head, ...block.body].map(columnCount))
  const shares = Array.from({ length: count }, (_, column) => block.widths[column] ?? 1)
  const room = context.width - 2 * inside.padding * (count - 1)
  const none = shares.map(() => 0)
  const found: Parameters<Report>[] = []
  const wished = composedRows(block, tag, distribute(shares, none, room), inside, {
    ...context,
    report: (...finding) => found.push(finding),
  })
  const least = leastWidths(block, wished, context, room)
  const isEnough = least.every((width, column) => width <= (wished.widths[column] ?? 0) + 0.001)
  if (isEnough) {
    for (const finding of found) context.report(...finding)
    return wished
  }
  tag.kids.length = 0
  const needed = least.reduce((sum, width) => sum + width, 0)
  const widths =
    needed <= room ? distribute(shares, least, room) : least.map(width => (width / needed) * room)
  return composedRows(block, tag, widths, inside, context)
}

function composedRows(
  block: Table,
  tag: Tag,
  widths: readonly number[],
  inside: Inside,
  context: Context,
): Composed {
  const tags = new TableTags(block, tag)
  const rows = [...block.head, ...block.body].map((row, index) => {
    tags.beginRow(row, index < block.head.length)
    return cells(row, widths, context, inside, tags)
  })
  return { widths, rows, caption: tags.caption }
}

/** The width of each column's widest word; where these are too wide together, of the widest part of a word. */
function leastWidths(block: Table, composed: Composed, context: Context, room: number): number[] {
  const whole = widestWords(composed.rows, context.fonts, joinedWords)
  if (needed(whole) <= room) return whole.map(widthOfWord)
  const widest = widestWords(composed.rows, context.fonts, partsOfWords)
  if (needed(widest) <= room) return widest.map(widthOfWord)
  const worst = widest.reduce((worse, word) => (word.width > worse.width ? word : worse))
  const wide = `\`${worst.text.trim()}\` is wider than its column can be`
  const hint = 'write a soft hyphen (U+00AD) where the word may break, or give the table fewer columns'
  context.report('table-too-wide', worst.place ?? block.place, wide, hint)
  return widest.map(widthOfWord)
}

const widthOfWord = (word: WideWord) => word.width
const needed = (widest: readonly WideWord[]) => widest.reduce((sum, { width }) => sum + width, 0)

const columnCount = (row: Row) => row.cells.reduce((sum, cell) => sum + Math.max(1, cell.span), 0)

/** Shares out `room`, giving columns that need more than their share what they need first. */
function distribute(shares: readonly number[], least: readonly number[], room: number): number[] {
  const fixed = new Map<number, number>()
  for (;;) {
    const free = shares.map((share, column) => (fixed.has(column) ? 0 : share))
    const rest = room - [...fixed.values()].reduce((sum, width) => sum + width, 0)
    const total = free.reduce((sum, share) => sum + share, 0)
    const widths = shares.map((_, column) => fixed.get(column) ?? (rest * (free[column] ?? 0)) / (total || 1))
    const narrow = widths.findIndex(
      (width, column) => !fixed.has(column) && width < (least[column] ?? 0) - 0.001,
    )
    if (narrow === -1) return widths
    fixed.set(narrow, least[narrow] ?? 0)
  }
}

function layoutOf(settings: TableSettings, head: number, { sheet }: Context): TableLayout {
  const line = sheet.edge(settings.line, settings.line_weight)
  const headLine = sheet.edge(settings.head_line, settings.head_line_weight) ?? line
  const edgeAt = (row: number) => (row === 0 || (head > 0 && row === head) ? headLine : line)
  const x = sheet.ems(settings.padding_x)
  const y = sheet.space(settings.padding_y)
  return {
    hLineWidth: (row: number) => edgeAt(row)?.width ?? 0,
    vLineWidth: () => 0,
    hLineColor: (row: number) => edgeAt(row)?.colour ?? null,
    paddingLeft: (column: number) => (column === 0 ? 0 : x),
    paddingRight: (column: number, node: TableNode) => (column === node.table.widths.length - 1 ? 0 : x),
    paddingTop: () => y,
    paddingBottom: () => y,
    fillColor: (row: number) => (row < head && settings.head_fill ? sheet.colour(settings.head_fill) : null),
  }
}

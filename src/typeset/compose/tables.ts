import type { Place } from '../../diagnostics/index.js'
import type { Cell, Row, Table } from '../../markup/index.js'
import { partsOfUnit } from '../layout/lines.js'
import { measureRuns } from '../layout/measure.js'
import {
  type ColumnsNode,
  isColumns,
  isLeaf,
  isStack,
  type LayoutNode,
  type TableLayout,
  type TableNode,
} from '../layout/nodes.js'
import { unitsOf } from '../layout/units.js'
import type { Word } from '../layout/word.js'
import { TableTags } from '../tags/table-tags.js'
import type { TableSettings } from '../theme/theme.js'
import { type Context, type Flowed, ofBlock } from './context.js'
import { leafOf, printsAnything, stackOf } from './flow.js'

/** A table whose head repeats on every page and whose rows are not broken; rows that say nothing are left out. */
export function table(block: Table, context: Context): Flowed {
  const { sheet } = context
  const settings = sheet.styled('table', block.style)
  const padding = sheet.ems(settings.padding_x)
  const inner = { ...context, look: sheet.look(settings, context.look) }
  const widths = columnWidths(block, inner, padding)
  const inside = { padding, gap: sheet.space(settings.gap) }
  const tags = new TableTags(block, context.tag.add('Table', block.place))
  const rowsOf = (rows: readonly Row[], head: boolean) =>
    rows
      .map(row => {
        tags.beginRow(row, head)
        return cells(row, widths, inner, inside, tags)
      })
      .filter(row => row.some(printsAnything))
  const headRows = rowsOf(block.head, true)
  const body = [...headRows, ...rowsOf(block.body, false)]
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
  return captioned(block, node, settings, { ...context, tag: tags.caption })
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

/** The widths that the shares ask for, in points without padding, but none narrower than its widest word. */
function columnWidths(block: Table, context: Context, padding: number): number[] {
  const count = Math.max(1, block.widths.length, ...[...block.head, ...block.body].map(columnCount))
  const shares = Array.from({ length: count }, (_, column) => block.widths[column] ?? 1)
  const room = context.width - 2 * padding * (count - 1)
  const even = distribute(
    shares,
    shares.map(() => 0),
    room,
  )
  const whole = widestWords(block, even, context, padding, joinedWords)
  if (needed(whole) <= room) return distribute(shares, whole.map(widthOfWord), room)
  const widest = widestWords(block, even, context, padding, partsOfWords)
  const least = widest.map(widthOfWord)
  if (needed(widest) <= room) return distribute(shares, least, room)
  const worst = widest.reduce((worse, word) => (word.width > worse.width ? word : worse))
  const wide = `\`${worst.text.trim()}\` is wider than its column can be`
  const hint = 'write a soft hyphen (U+00AD) where the word may break, or give the table fewer columns'
  context.report('table-too-wide', worst.place ?? block.place, wide, hint)
  return least.map(width => (width / needed(widest)) * room)
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

interface WideWord {
  readonly text: string
  readonly width: number
  readonly place: Place | undefined
}

/** Finds the unbreakable pieces of words in a row, the first of them `left` points from the edge. */
type Pieces = (words: readonly Word[], left: number) => WideWord[]

function widestWords(
  block: Table,
  widths: readonly number[],
  context: Context,
  padding: number,
  pieces: Pieces,
): WideWord[] {
  const widest: WideWord[] = widths.map(() => ({ text: '', width: 0, place: undefined }))
  const tags = TableTags.none(block)
  for (const row of [...block.head, ...block.body]) {
    cells(row, widths, { ...context, report: () => {} }, { padding, gap: 0 }, tags).forEach(
      (node, column) => {
        if ((node as { colSpan?: number }).colSpan) return
        for (const word of wordsIn(node, context, 0, pieces)) {
          const known = widest[column]
          if (known && word.width > known.width) widest[column] = word
        }
      },
    )
  }
  return widest
}

/** Every unbreakable piece in a node, its width counted from the left edge of the node. */
function wordsIn(node: LayoutNode, context: Context, indent: number, pieces: Pieces): WideWord[] {
  const left = indent + (node.margin?.[0] ?? 0)
  if (isLeaf(node)) return pieces(node.text.length > 0 ? measureRuns(node.text, context.fonts) : [], left)
  if (isStack(node)) {
    const [before, , after] = node.frame?.padding ?? [0, 0, 0, 0]
    return node.stack.flatMap(child => wordsIn(child, context, left + before + after, pieces))
  }
  return isColumns(node) ? [widestInColumns(node, context, left, pieces)] : []
}

/** Columns are as wide as the one that needs most of its share makes them. */
function widestInColumns(node: ColumnsNode, context: Context, left: number, pieces: Pieces): WideWord {
  const set = node.columns.reduce((sum, column) => sum + (column.width ?? 0), 0)
  const gaps = node.columnGap * (node.columns.length - 1)
  return node.columns
    .flatMap(column =>
      wordsIn(column, context, 0, pieces).map(word => ({ ...word, share: (column.width ?? 0) / set })),
    )
    .map(({ text, width, place, share }) => ({ text, width: left + gaps + width / share, place }))
    .reduce((worse, word) => (word.width > worse.width ? word : worse), {
      text: '',
      width: 0,
      place: undefined,
    })
}

function joinedWords(words: readonly Word[], left: number): WideWord[] {
  const joined: WideWord[] = []
  let open: WideWord | undefined
  for (const word of words) {
    const text: string = (open?.text ?? '') + word.text
    const width: number = (open?.width ?? left) + word.width
    if (word.noNewLine) open = { text, width, place: open?.place ?? word.place }
    else {
      joined.push({ text, width: width - word.trailingCut, place: open?.place ?? word.place })
      open = undefined
    }
  }
  return joined
}

/** The parts into which words are hyphenated where they are wider than their column can be. */
function partsOfWords(words: readonly Word[], left: number): WideWord[] {
  return unitsOf(words)
    .flatMap(partsOfUnit)
    .map(({ words, bare }) => ({
      text: words.map(word => word.text).join(''),
      width: left + bare,
      place: words[0]?.place,
    }))
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

import { type Block, type Cell, gridOf, type Row, type Table } from '../../markup/index.js'
import { breakColumns, columnsOf } from './text-columns.js'
import { indent, stackLines } from './text-lines.js'
import { type TextSetting, withRoom } from './text-setting.js'

/** Sets the rows of a table one after the other, what each cell says below or beside the head of its column. */
export function setStackedTable(table: Table, setting: TextSetting): string[] {
  const [only, ...others] = table.head
  const heads = only && others.length === 0 ? placedCells([only]).flat() : []
  const above = heads.length > 0 ? [] : table.head.flatMap(({ cells }) => headLines(cells, setting))
  const rows = placedCells(table.body).flatMap((cells, index) => {
    const lines =
      heads.length > 0 ? labelledRow(cells, heads, index === 0, setting) : plainRow(cells, setting)
    return lines.length > 0 ? [lines] : []
  })
  if (rows.length === 0) return []
  return stackLines([above, [RULE, ...rows.flatMap(lines => [...lines, RULE])]])
}

/** Between two rows. */
const RULE = '- '.repeat(18).trim()
const LABEL_INDENT = 4
/** What a cell without words says, where its head is named all the same. */
const NOTHING = '-'

interface PlacedCell {
  readonly cell: Cell
  readonly column: number
}

function placedCells(rows: readonly Row[]): PlacedCell[][] {
  const grid = gridOf(rows.map(({ cells }) => cells))
  return rows.map(({ cells }, row) =>
    cells.map((cell, index) => ({ cell, column: grid[row]?.columns[index] ?? index })),
  )
}

const headLines = (cells: readonly Cell[], setting: TextSetting): string[] =>
  breakColumns(cells.map(({ children }) => plainWords(children, setting)).join(' '), setting.width)

const plainRow = (cells: readonly PlacedCell[], setting: TextSetting): string[] => {
  const inner = withRoom(setting, LABEL_INDENT)
  return cells.flatMap(({ cell }) => indent(LABEL_INDENT, setting.setBlocks(cell.children, inner)))
}

/** Cells that one head is over stand together; a cell that is wider than the head over it has no label. */
function labelledRow(
  cells: readonly PlacedCell[],
  heads: readonly PlacedCell[],
  isFirst: boolean,
  setting: TextSetting,
): string[] {
  if (cells.every(({ cell }) => cell.children.length === 0)) return []
  return heads.flatMap(({ cell: head, column: from }) => {
    const under = cells.filter(({ column }) => column >= from && column < from + head.span)
    const fitting = under.filter(({ cell, column }) => column + cell.span <= from + head.span)
    const wider = under.filter(placed => !fitting.includes(placed))
    const label = plainWords(head.children, setting)
    const blocks = fitting.flatMap(({ cell }) => cell.children)
    return [
      ...(blocks.length > 0 || (isFirst && label !== '') ? labelled(label, blocks, setting) : []),
      ...plainRow(wider, setting),
    ]
  })
}

/** A line of words stands beside its label, anything else below it. */
function labelled(label: string, blocks: readonly Block[], setting: TextSetting): string[] {
  const inner = withRoom(setting, LABEL_INDENT)
  const lines = setting.setBlocks(blocks, inner)
  if (label === '') return indent(LABEL_INDENT, lines)
  const names = breakColumns(`${label}${setting.colon}`, setting.width)
  const last = names.pop() ?? ''
  if (blocks.length === 0) return [...names, `${last}${LABEL_GAP}${NOTHING}`]
  if (blocks.every(({ kind }) => kind === 'paragraph' || kind === 'meter')) {
    const words = plainWords(blocks, setting)
    const room = inner.width + LABEL_INDENT - columnsOf(last) - LABEL_GAP.length
    return columnsOf(words) <= room
      ? [...names, `${last}${LABEL_GAP}${words}`]
      : [...names, last, ...indent(LABEL_INDENT, lines)]
  }
  return [...names, last, ...indent(LABEL_INDENT, lines)]
}

/** It stands nowhere else, as texts have single spaces. */
const LABEL_GAP = '  '

/** The words of blocks in one line. */
const plainWords = (blocks: readonly Block[], setting: TextSetting): string =>
  blocks
    .flatMap(block => setting.setBlocks([block], { ...setting, width: Number.POSITIVE_INFINITY }))
    .join(' ')
    .trim()

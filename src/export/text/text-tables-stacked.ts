import { type Block, type Cell, gridOf, type Row, type Table, tiedRows } from '../../markup/index.js'
import { breakColumns, columnsOf } from './text-columns.js'
import { indent, stackLines } from './text-lines.js'
import { type TextSetting, withRoom } from './text-setting.js'

/** Sets the rows of a table one after the other, what each cell says below or beside the head of its column. */
export function setStackedTable(table: Table, setting: TextSetting): string[] {
  const [only, ...others] = table.head
  const heads = only && others.length === 0 ? placedCells([only]).flat() : []
  const above = heads.length > 0 ? [] : table.head.flatMap(({ cells }) => headLines(cells, setting))
  const firsts = tiedRows(table.body.map(({ cells }) => cells))
  const rows: string[][] = []
  for (const [index, cells] of placedCells(table.body).entries()) {
    const isTied = firsts[index] !== index && rows.length > 0
    const isFirst = rows.length === 0
    const lines = heads.length > 0 ? labelledRow(cells, heads, isFirst, setting) : plainRow(cells, setting)
    if (isTied) rows.at(-1)?.push(...lines)
    else if (lines.length > 0) rows.push(lines)
  }
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

const plainRow = (cells: readonly PlacedCell[], setting: TextSetting): string[] =>
  cells.flatMap(({ cell }) => plainLines(cell.children, setting))

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

/** The first line of words stands beside its label, all else below it. */
function labelled(label: string, blocks: readonly Block[], setting: TextSetting): string[] {
  if (label === '') return plainLines(blocks, setting)
  const names = breakColumns(`${label}${setting.colon}`, setting.width)
  const last = names.pop() ?? ''
  const [first, ...others] = blocks
  const words = first && ONE_LINE.has(first.kind) ? plainWords([first], setting) : ''
  const said = first ? words : NOTHING
  const beside = `${last}${LABEL_GAP}${said}`
  return said !== '' && columnsOf(beside) <= setting.width
    ? [...names, beside, ...plainLines(others, setting)]
    : [...names, last, ...plainLines(blocks, setting)]
}

const ONE_LINE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'meter', 'tick-box', 'ticks'])

/** Blocks below a label, close to each other. */
const plainLines = (blocks: readonly Block[], setting: TextSetting): string[] =>
  blocks.flatMap(block => indent(LABEL_INDENT, setting.setBlocks([block], withRoom(setting, LABEL_INDENT))))

/** It stands nowhere else, as texts have single spaces. */
const LABEL_GAP = '  '

/** The words of blocks in one line. */
const plainWords = (blocks: readonly Block[], setting: TextSetting): string =>
  blocks
    .flatMap(block => setting.setBlocks([block], { ...setting, width: Number.POSITIVE_INFINITY }))
    .join(' ')
    .trim()

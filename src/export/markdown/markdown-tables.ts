import type { ColumnAlignment } from '../../brief/index.js'
import { terminalWidth } from '../../diagnostics/index.js'
import { type Block, type Cell, type Table, textOfInlines } from '../../markup/index.js'
import { columnShares } from '../shared/column-shares.js'
import { type TwinRow, twinTable } from '../shared/table-rows-of-twin.js'
import type { BlockPrinting } from './block-printing.js'
import type { MarkdownContext } from './markdown-context.js'
import { printInlines } from './markdown-inlines.js'
import { type Lines, stackBlocks } from './markdown-lines.js'

/** Prints a table: a row a line where its cells are lines of words, else as a grid; its caption and its notes below. */
export function printTable(table: Table, printing: BlockPrinting): string[] {
  const { head, body, columns } = twinTable(table)
  const [first, ...others] = head
  const rows = [...others, ...body]
  const isSimple = [...head, ...body].every(({ cells }) => cells.every(isLine))
  const aligns = Array.from({ length: columns }, (_, column) => alignOf([...body, ...head], column))
  const shown = { head: first, rows, aligns }
  const lines =
    !first && rows.length === 0 ? [] : isSimple ? pipeTable(shown, printing) : gridTable(shown, printing)
  const { context, lang } = printing
  const caption = table.caption && lines.length > 0 ? printInlines(table.caption, context, { lang }) : ''
  const captioned = caption.trim() === '' ? [] : [`: ${caption.replace(/\\\n/g, ' ').trim()}`]
  return stackBlocks([lines, captioned, printing.printBlocks(table.foot ?? [], printing)])
}

interface ShownTable {
  readonly head: TwinRow | undefined
  readonly rows: readonly TwinRow[]
  readonly aligns: readonly Align[]
}
type Align = 'left' | 'right' | undefined

const alignOf = (rows: readonly TwinRow[], column: number): Align =>
  ALIGNS[rows[0]?.cells[column]?.align ?? 'left']

/** Figures are read down their last digit. */
const ALIGNS: Readonly<Record<ColumnAlignment, Align>> = { left: undefined, right: 'right', decimal: 'right' }

/** Whether a cell holds a line of words at most. */
const isLine = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.children.length <= 1 && cell.children.every(isLineOfWords))

function isLineOfWords(block: Block): boolean {
  if (block.kind === 'paragraph')
    return block.number === undefined && !block.children.some(({ kind }) => kind === 'break')
  return (block.kind === 'meter' || block.kind === 'tick-box') && textOfInlines(block.children) !== ''
}

const cellLines = (cell: Cell | undefined, isTotal: boolean, printing: BlockPrinting): string[] =>
  cell ? printing.printBlocks(isTotal ? inBold(cell.children) : cell.children, printing) : []

/** The words of a row that sums up the others. */
const inBold = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map(block =>
    block.kind === 'paragraph'
      ? { ...block, children: [{ kind: 'strong', children: block.children, place: block.place }] }
      : block,
  )

function pipeTable({ head, rows, aligns }: ShownTable, printing: BlockPrinting): string[] {
  const wide = { ...printing, width: Number.POSITIVE_INFINITY }
  const textsOf = (row: TwinRow | undefined) =>
    aligns.map((_, column) => cellLines(row?.cells[column], row?.isTotal === true, wide)[0] ?? '')
  const texts = [textsOf(head), ...rows.map(textsOf)]
  const widths = aligns.map((_, column) =>
    Math.min(
      MOST_PADDED,
      texts.reduce((most, row) => Math.max(most, terminalWidth(row[column] ?? '')), 3),
    ),
  )
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = aligns.map((align, column) => dashes(widths[column] ?? 3, align))
  const [first = '', ...others] = texts.map(row =>
    line(row.map((text, column) => padded(text, widths[column] ?? 0, aligns[column]))),
  )
  return [first, line(rule), ...others]
}

/** Cells wider than this do not widen the others of their column in the file. */
const MOST_PADDED = 60

const dashes = (width: number, align: Align): string =>
  align === 'right' ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)

function padded(text: string, width: number, align: Align): string {
  const room = ' '.repeat(Math.max(0, width - terminalWidth(text)))
  return align === 'right' ? `${room}${text}` : `${text}${room}`
}

/** Columns that a grid fills together where its words let it. */
const GRID_WIDTH = 110
const LEAST_COLUMN = 12

function gridTable({ head, rows, aligns }: ShownTable, printing: BlockPrinting): string[] {
  const all = [...(head ? [head] : []), ...rows]
  const at = (width: (column: number) => number, context: MarkdownContext): Lines[][] =>
    all.map(row =>
      aligns.map((_, column) =>
        cellLines(row.cells[column], row.isTotal, { ...printing, context, width: width(column) }),
      ),
    )
  const widest = (cells: readonly Lines[][]) =>
    aligns.map((_, column) =>
      cells.reduce((most, row) => Math.max(most, ...(row[column] ?? []).map(terminalWidth)), 3),
    )
  const natural = widest(at(() => Number.POSITIVE_INFINITY, printing.context.copy()))
  const shares = columnShares(natural, Math.max(GRID_WIDTH, aligns.length * LEAST_COLUMN))
  const cells = at(column => shares[column] ?? LEAST_COLUMN, printing.context)
  const widths = widest(cells)
  const rule = (mark: string, withAligns: boolean) =>
    `+${widths.map((width, column) => gridRule(width + 2, mark, withAligns ? aligns[column] : undefined)).join('+')}+`
  const printed = cells.map(row => gridRow(row, widths))
  const [first = [], ...others] = printed
  const body = (head ? others : printed).flatMap(lines => [...lines, rule('-', false)])
  return head ? [rule('-', false), ...first, rule('=', true), ...body] : [rule('-', true), ...body]
}

const gridRule = (width: number, mark: string, align: Align): string =>
  align === 'right' ? `${mark.repeat(width - 1)}:` : mark.repeat(width)

function gridRow(cells: readonly Lines[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...cells.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) => {
    const texts = widths.map((width, column) => padded(cells[column]?.[line] ?? '', width, undefined))
    return `| ${texts.join(' | ')} |`
  })
}

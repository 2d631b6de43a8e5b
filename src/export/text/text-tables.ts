import type { Cell, Table } from '../../markup/index.js'
import { columnShares } from '../shared/column-shares.js'
import { type TwinRow, twinTable } from '../shared/table-rows-of-twin.js'
import { breakColumns, columnsOf, padColumns } from './text-columns.js'
import { setInlines } from './text-inlines.js'
import { stackLines } from './text-lines.js'
import type { TextSetting } from './text-setting.js'
import { setStackedTable } from './text-tables-stacked.js'

/** Sets a table in columns where its words have room beside each other, else a row after the other. */
export function setTable(table: Table, setting: TextSetting): string[] {
  const { head, body, columns } = twinTable(table)
  const inColumns =
    columns > 1 && [...head, ...body].every(hasLinesOnly) ? setInColumns(head, body, setting) : undefined
  const lines = inColumns ?? setStackedTable(table, setting)
  const caption =
    table.caption && lines.length > 0 ? breakColumns(setInlines(table.caption, setting), setting.width) : []
  return stackLines([caption, lines, setting.setBlocks(table.foot ?? [], setting)])
}

const hasLinesOnly = ({ cells }: TwinRow): boolean =>
  cells.every(
    cell => cell === undefined || (cell.span === 1 && cell.children.every(({ kind }) => LINES.has(kind))),
  )

const LINES: ReadonlySet<string> = new Set(['paragraph', 'meter', 'tick-box', 'ticks'])

/** Columns between two columns of a table. */
const GAP = 2
/** A column of running words is no narrower, and a row no higher. */
const LEAST_COLUMN = 14
const MOST_LINES = 6
/** Of a rule over a column, so that it is not taken for a dash. */
const LEAST_RULE = 3

type Side = 'left' | 'right'

/** Undefined where the words of a column would be broken too often. */
function setInColumns(
  head: readonly TwinRow[],
  body: readonly TwinRow[],
  setting: TextSetting,
): string[] | undefined {
  const rows = [...head, ...body]
  const columns = [...(rows[0]?.cells ?? []).keys()]
  const linesAt = (widths: readonly number[]): CellLines[] =>
    rows.map(({ cells }) =>
      columns.map(column => cellLines(cells[column], { ...setting, width: widths[column] ?? setting.width })),
    )
  const unbroken = alignedDecimals(linesAt(columns.map(() => Number.POSITIVE_INFINITY)), rows)
  const wanted = widest(unbroken, columns, columnsOf)
  const longest = widest(unbroken, columns, line => Math.max(...line.split(/ +/).map(columnsOf)))
  const widths = columnShares(wanted, setting.width - GAP * (columns.length - 1))
  if (columns.some(at => isTooNarrow(widths[at] ?? 0, wanted[at] ?? 0, longest[at] ?? 0))) return undefined
  const cells = alignedDecimals(linesAt(widths), rows)
  const heights = cells.map(row => Math.max(1, ...row.map(({ length }) => length)))
  if (Math.max(...heights) > MOST_LINES) return undefined
  const sides = columns.map(column => sideOf(body, column))
  const lines = cells.map((row, index) => rowLines(row, heights[index] ?? 1, widths, sides))
  if (head.length === 0 && cells.every(row => row.slice(0, -1).every(({ length }) => length <= 1)))
    return lines.flat()
  // The lines of a row by itself would be read across its columns.
  if (body.length === 1 && heights.slice(head.length).some(height => height > 1)) return undefined
  return ruled(lines.slice(0, head.length), lines.slice(head.length), body, widths)
}

/** The lines of each cell of a row. */
type CellLines = readonly (readonly string[])[]

const isTooNarrow = (width: number, wanted: number, longestWord: number): boolean =>
  width < longestWord || width < Math.min(wanted, LEAST_COLUMN)

const widest = (rows: readonly CellLines[], columns: readonly number[], measure: (line: string) => number) =>
  columns.map(column =>
    rows.reduce((most, row) => Math.max(most, ...(row[column] ?? []).map(measure)), LEAST_RULE),
  )

const cellLines = (cell: Cell | undefined, setting: TextSetting): string[] =>
  (cell?.children ?? []).flatMap(block => setting.setBlocks([block], setting))

/** Figures filled up so that their decimal signs stand one below the other. */
function alignedDecimals(lines: readonly CellLines[], rows: readonly TwinRow[]): CellLines[] {
  const fractionAt = (row: number, column: number): number | undefined => {
    const { decimalAt, header } = rows[row]?.cells[column] ?? {}
    const [line, ...others] = lines[row]?.[column] ?? []
    return decimalAt === undefined || header === 'column' || line === undefined || others.length > 0
      ? undefined
      : Math.max(0, columnsOf(line) - decimalAt)
  }
  const most = (rows[0]?.cells ?? []).map((_, column) =>
    lines.reduce((longest, _row, row) => Math.max(longest, fractionAt(row, column) ?? 0), 0),
  )
  return lines.map((row, at) =>
    row.map((cell, column) => {
      const fraction = fractionAt(at, column)
      return fraction === undefined
        ? cell
        : cell.map(line => `${line}${' '.repeat((most[column] ?? 0) - fraction)}`)
    }),
  )
}

const sideOf = (rows: readonly TwinRow[], column: number): Side => {
  const align = rows.find(({ cells }) => cells[column])?.cells[column]?.align
  return align === 'right' || align === 'decimal' ? 'right' : 'left'
}

function rowLines(
  cells: CellLines,
  height: number,
  widths: readonly number[],
  sides: readonly Side[],
): string[] {
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, column) => padColumns(cells[column]?.[line] ?? '', width, sides[column] ?? 'left'))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

/** Rules below the head, over a row that sums up the others, and at the end; rows of several lines are set apart. */
function ruled(
  head: readonly (readonly string[])[],
  body: readonly (readonly string[])[],
  rows: readonly TwinRow[],
  widths: readonly number[],
): string[] {
  const rule = widths.map(width => '-'.repeat(width)).join(' '.repeat(GAP))
  const isLoose = body.some(({ length }) => length > 1)
  const shown = body.flatMap((lines, index) => {
    if (index === 0) return lines
    const apart = isLoose ? ['', ...lines] : lines
    return rows[index]?.isTotal ? [...(isLoose ? [''] : []), rule, ...lines] : apart
  })
  return [...head.flat(), rule, ...shown, rule]
}

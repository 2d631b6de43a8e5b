import { type Block, type Cell, gridOf, type Row, type Table, tiedRows } from '../../markup/index.js'

/** A row of a table, with the cell that begins in each of its columns. */
export interface TwinRow {
  readonly cells: readonly (Cell | undefined)[]
  readonly isTotal: boolean
}

/** A table as formats without spans have it: what spans columns or rows stands in the first of them. */
export interface TwinTable {
  readonly columns: number
  readonly head: readonly TwinRow[]
  readonly body: readonly TwinRow[]
}

/** Places the cells of a table; rows that hold nothing are left out, as on pages. */
export function twinTable(table: Table): TwinTable {
  const parts = [table.head, table.body]
  const grids = parts.map(rows => gridOf(rows.map(({ cells }) => cells)))
  const columns = grids
    .flat()
    .reduce((most, { covered }) => Math.max(most, ...[...covered].map(at => at + 1)), 1)
  const [head = [], body = []] = parts.map((rows, part) =>
    shownRows(rows).map(index => placedRow(rows[index], grids[part]?.[index]?.columns ?? [], columns)),
  )
  return { columns, head, body }
}

function placedRow(row: Row | undefined, columns: readonly number[], count: number): TwinRow {
  const cells = Array.from({ length: count }, (_, column) => row?.cells[columns.indexOf(column)])
  return { cells, isTotal: row?.isTotal === true }
}

/** Those that a cell ties together stay if one of them holds something. */
function shownRows(rows: readonly Row[]): number[] {
  const firsts = tiedRows(rows.map(({ cells }) => cells))
  const shown = new Set(
    firsts.filter((_, index) => rows[index]?.cells.some(({ children }) => holdsWords(children))),
  )
  return rows.flatMap((_, index) => (shown.has(firsts[index] ?? index) ? [index] : []))
}

const holdsWords = (blocks: readonly Block[]): boolean => blocks.length > 0

import { ErrorTracker, type Place, type Report } from '../diagnostics/index.js'
import type { Brief } from './brief.js'
import { checkCharts } from './charts/check-charts.js'
import { checkTableRows } from './tables/check-table.js'
import {
  columnOfFile,
  type DataCell,
  type DataFile,
  reportUnknownColumn,
  textsOfColumn,
} from './tables/data-file.js'
import { columnKind } from './tables/table-columns.js'
import type { YamlPlaces } from './yaml/places.js'
import type { FieldPath } from './yaml/tree.js'

/** The rows of a table that a CSV has, in the order of its columns. */
interface FilledTable {
  readonly rows: string[][]
  readonly cellAt: (row: number, column: number) => DataCell | undefined
}

/** A brief whose tables have the rows that CSV files hold for them, each cell at its place in its file. */
export function withDataFiles(
  brief: Brief,
  files: ReadonlyMap<string, DataFile>,
  report: Report,
): { readonly brief: Brief; readonly valid: boolean } {
  const watch = new ErrorTracker(report)
  const filled = withFilledTables(brief, files, watch)
  checkCharts(filled.data, files, filled, watch.report)
  return { brief: filled, valid: !watch.failed }
}

function withFilledTables(brief: Brief, files: ReadonlyMap<string, DataFile>, watch: ErrorTracker): Brief {
  const { tables } = brief.data
  if (!tables?.some(({ data }) => data !== undefined)) return { ...brief, dataFiles: files }
  const filled = new Map<number, FilledTable>()
  for (const [index, table] of tables.entries()) {
    const file = table.data === undefined || table.rows ? undefined : files.get(table.data)
    const own = file && filledTable(file, table.columns, ['tables', index], brief, watch.report)
    if (own) filled.set(index, own)
  }
  const places = placesInFiles(brief, filled)
  const withRows = tables.map((table, index) => {
    const rows = filled.get(index)?.rows
    return rows ? { ...table, rows } : table
  })
  for (const index of filled.keys())
    checkTableRows(withRows[index] ?? {}, { path: ['tables', index], places, report: watch.report })
  return { ...brief, ...places, dataFiles: files, data: { ...brief.data, tables: withRows } }
}

type Columns = NonNullable<Brief['data']['tables']>[number]['columns']

function filledTable(
  file: DataFile,
  columns: Columns,
  path: FieldPath,
  brief: Brief,
  report: Report,
): FilledTable | undefined {
  const numbers = columns.map(({ key, title }) => columnOfFile(file, [key, ...wordsOf(title)]))
  const missing = numbers.flatMap((number, index) => (number === -1 ? [index] : []))
  for (const index of missing)
    reportUnknownColumn(
      file,
      columns[index]?.key ?? '',
      brief.place([...path, 'columns', index, 'key']),
      report,
    )
  if (missing.length > 0) return undefined
  const texts = columns.map((column, index) =>
    textsOfColumn(file, numbers[index] ?? 0, columnKind(column, []).isNumeric),
  )
  return {
    rows: file.rows.map((_, row) => texts.map(column => column[row] ?? '')),
    cellAt: (row, column) => file.rows[row]?.[numbers[column] ?? 0],
  }
}

const wordsOf = (title: unknown): string[] =>
  (typeof title === 'object' && title !== null ? Object.values(title) : [title]).filter(
    word => typeof word === 'string',
  )

/** The places of a brief, and those of cells that stand in a CSV. */
function placesInFiles(brief: YamlPlaces, filled: ReadonlyMap<number, FilledTable>): YamlPlaces {
  const cellAt = ([list, item, field, row, column = 0]: FieldPath): DataCell | undefined =>
    list === 'tables' && field === 'rows' && typeof row === 'number'
      ? filled.get(Number(item))?.cellAt(row, Number(column))
      : undefined
  return {
    place: (path, part): Place => cellAt(path)?.place ?? brief.place(path, part),
    placeWithin: (path, start, end) =>
      cellAt(path)?.placeWithin(start, end) ?? brief.placeWithin(path, start, end),
  }
}

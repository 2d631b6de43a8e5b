import type { Place } from '../../diagnostics/index.js'
import type { BriefData } from '../schema/schema.js'
import { type DataFile, textsOfColumn } from '../tables/data-file.js'
import { columnKind } from '../tables/table-columns.js'
import type { YamlPlaces } from '../yaml/places.js'

/** The table or CSV that a chart is drawn from. */
export interface ChartTable {
  /** As findings name it. */
  readonly name: string
  readonly place: Place
  readonly columns: readonly ChartColumn[]
  /** Without a row of totals. */
  readonly rows: number
}

export interface ChartColumn {
  readonly key: string
  /** Its titles in all wordings. */
  readonly titles: readonly string[]
  readonly unit: string | undefined
  readonly isNumeric: boolean
  readonly cells: readonly { readonly text: unknown; readonly place: Place }[]
}

/** Finds what a chart is drawn from; undefined where there is no such table, or its file could not be read. */
export function tableOfChart(
  { table: id, data }: { readonly table?: string | undefined; readonly data?: string | undefined },
  tables: NonNullable<BriefData['tables']>,
  files: ReadonlyMap<string, DataFile>,
  places: YamlPlaces,
): ChartTable | undefined {
  const file = data === undefined ? undefined : files.get(data)
  if (file) return tableOfFile(file)
  const index = id === undefined ? -1 : tables.findIndex(table => table.id === id)
  const table = tables[index]
  if (!table?.rows) return undefined
  const rows = table.total ? table.rows.slice(0, -1) : table.rows
  return {
    name: `the table \`${table.id}\``,
    place: places.place(['tables', index]),
    rows: rows.length,
    columns: table.columns.map((column, at) => {
      const kind = columnKind(column, table.rows?.map(row => row[at]) ?? [])
      const [unit] = wordingsIn(column.unit)
      return {
        key: column.key,
        titles: wordingsIn(column.title),
        unit: unit ?? (kind.format.percent === undefined ? undefined : '%'),
        isNumeric: kind.isNumeric,
        cells: rows.map((row, line) => ({
          text: row[at],
          place: places.place(['tables', index, 'rows', line, at]),
        })),
      }
    }),
  }
}

function tableOfFile(file: DataFile): ChartTable | undefined {
  const [first] = file.columns
  if (!first) return undefined
  return {
    name: `\`${file.path}\``,
    place: first.place,
    rows: file.rows.length,
    columns: file.columns.map(({ text }, at) => {
      const texts = textsOfColumn(file, at, false)
      return {
        ...{ key: text, titles: [], unit: undefined, isNumeric: columnKind({}, texts).isNumeric },
        cells: file.rows.map((row, line) => ({ text: texts[line], place: row[at]?.place ?? first.place })),
      }
    }),
  }
}

function wordingsIn(text: unknown): string[] {
  const texts = typeof text === 'object' && text !== null ? Object.values(text) : [text]
  return texts.filter(each => typeof each === 'string')
}

import {
  type BriefData,
  type ColumnKind,
  columnKind,
  type DataFile,
  type FieldPath,
  figureOf,
  isPercentSign,
  textsOfColumn,
} from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'
import type { DataTable, EditionTables } from './data-table.js'
import { fieldPlace } from './field-place.js'
import { isCleared } from './may-see.js'
import { type PlacedValue, type ProseText, Verbatim } from './prose-text.js'
import { TableFigure } from './table-figure.js'
import { type EditionContext, templateValue } from './template-value.js'

/** Gives the tables and CSV files of a brief in the wordings of an edition. */
export class DataTables implements EditionTables {
  constructor(private readonly context: EditionContext) {}

  ofTable(id: string): DataTable | undefined {
    const { brief, audience } = this.context
    const index = (brief.data.tables ?? []).findIndex(table => table.id === id)
    const table = brief.data.tables?.[index]
    if (!table || !isCleared(table, audience, brief)) return undefined
    return this.#unlessNaming(tableOfBrief(table, index, this.context))
  }

  ofFile(path: string): DataTable | undefined {
    const file = this.context.brief.dataFiles.get(path)
    return file && this.#unlessNaming(tableOfFile(file))
  }

  #unlessNaming(table: DataTable): DataTable | undefined {
    const { withheld } = this.context
    const isNaming = table.rows.some(row => row.some(cell => withheld.names(String(cell))))
    return isNaming ? undefined : table
  }
}

type Table = NonNullable<BriefData['tables']>[number]

/** The values of a table in the wordings of an edition. */
export function tableOfBrief(table: Table, index: number, context: EditionContext): DataTable {
  const { brief } = context
  const path: FieldPath = ['tables', index]
  const rows = table.rows ?? []
  const kinds = table.columns.map((column, at) =>
    columnKind(
      column,
      rows.map(row => row[at]),
    ),
  )
  const isFromFile = table.data !== undefined
  return {
    columns: table.columns.map((column, at) => {
      const own = [...path, 'columns', at]
      const value = (field: 'title' | 'unit') => templateValue(column[field], [...own, field], context)
      const key = new Verbatim(column.key, brief.place([...own, 'key']))
      const kind = kinds[at] ?? columnKind(column, [])
      return {
        key: column.key,
        title: (value('title') as PlacedValue | undefined) ?? key,
        isNumeric: kind.isNumeric,
        kind,
        unit: value('unit') as PlacedValue | undefined,
      }
    }),
    rows: rows.map((row, line) =>
      row.map((cell, at) => {
        const own = [...path, 'rows', line, at]
        const place = fieldPlace(brief, own)
        const isNoSum = cell === '' && table.total === true && line === rows.length - 1
        const figure = isNoSum ? undefined : cellFigure(cell, kinds[at], place)
        if (figure) return figure
        return isFromFile || cell === '' ? new Verbatim(String(cell), place) : proseCell(cell, own, context)
      }),
    ),
    hasTotal: table.total === true,
    place: brief.place(path),
  }
}

const proseCell = (cell: unknown, path: FieldPath, context: EditionContext) =>
  templateValue(cell, path, context) as ProseText

/** Figures of columns of figures, and those that stand among words in a column that is aligned as figures are. */
function cellFigure(cell: unknown, kind: ColumnKind | undefined, place: Place): TableFigure | undefined {
  if (!kind || (!kind.isNumeric && kind.align !== 'right')) return undefined
  if (kind.isNumeric && cell === '') return new TableFigure(undefined, kind, place)
  const figure = figureOf(cell)
  return figure && new TableFigure(figure, kind, place)
}

function tableOfFile(file: DataFile): DataTable {
  const first = file.columns[0]?.place
  const columns = file.columns.map(({ text, place }, at) => {
    const kind = columnKind({}, textsOfColumn(file, at, false))
    return { key: text, title: new Verbatim(text, place), isNumeric: kind.isNumeric, kind, unit: undefined }
  })
  const texts = file.columns.map((_, at) => textsOfColumn(file, at, false))
  const rows = file.rows.map((row, line) =>
    columns.map(({ kind }, at) => {
      const text = texts[at]?.[line] ?? ''
      const place = row[at]?.place ?? columns[at]?.title.place
      if (!place) throw new Error('a row of a CSV has fewer cells than its head')
      return cellFigure(text, kind, place) ?? new Verbatim(text, place)
    }),
  )
  if (!first) throw new Error('a CSV that was read has no columns')
  return { columns, rows, hasTotal: false, place: first }
}

/** What a template sees of a table beside its fields: `body`, its rows with what each cell is. */
export function tableView(
  fields: Readonly<Record<string, unknown>>,
  table: DataTable,
): Readonly<Record<string, unknown>> {
  const header = rowHeader(table)
  const last = table.rows.length - 1
  return {
    ...fields,
    columns: table.columns.map(({ key, title, isNumeric, kind, unit }) => ({
      key,
      title,
      align: kind.align,
      numeric: isNumeric,
      unit: unit && isPercentSign(String(unit)) ? undefined : unit,
    })),
    rows: table.rows,
    body: table.rows.map((row, line) => ({
      cells: row.map((value, at) => ({
        value,
        align: table.columns[at]?.kind.align ?? 'left',
        header: at === header,
      })),
      total: table.hasTotal && line === last,
    })),
  }
}

/** The column that names the rows: the first of words or years, else the first. */
function rowHeader({ columns }: DataTable): number {
  return Math.max(
    0,
    columns.findIndex(({ kind }) => kind.align === 'left'),
  )
}

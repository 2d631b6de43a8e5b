import { CHART_KINDS, decimalToNumber, formattedDecimal, parseDate } from '../../brief/index.js'
import {
  columnOfTable,
  type DataTable,
  type DataTableCell,
  type DataTableColumn,
  type EditionTables,
  TableFigure,
} from '../../edition/index.js'
import { asList, ownField, valueText } from '../prose/data-values.js'
import type { ChartCategory, ChartData, ChartSeries } from './charts.js'
import type { InlineText } from './inlines.js'

/** The words of a value of the edition, with their place. */
export type ToInlineText = (value: unknown) => InlineText | undefined

/** What a chart of the edition shows; undefined where the edition has no such chart, or may not show its figures. */
export function chartData(
  id: string | undefined,
  charts: readonly unknown[],
  tables: EditionTables,
  toInlineText: ToInlineText,
): ChartData | undefined {
  const chart = id === undefined ? undefined : charts.find(item => valueText(ownField(item, 'id')) === id)
  const title = toInlineText(ownField(chart, 'title'))
  const form = CHART_KINDS.find(kind => kind === valueText(ownField(chart, 'kind')))
  const table = tableOf(chart, tables)
  if (id === undefined || !title || !form || !table) return undefined
  const columnNamed = (name: unknown) => {
    const at = columnOfTable(table, valueText(name) ?? '')
    const column = table.columns[at]
    return column && { at, column }
  }
  const x = columnNamed(ownField(chart, 'x'))
  const y = namesIn(ownField(chart, 'y')).flatMap(name => columnNamed(name) ?? [])
  if (!x || y.length === 0) return undefined
  const rows = table.hasTotal ? table.rows.slice(0, -1) : table.rows
  return {
    kind: 'chart',
    id,
    form,
    title,
    by: toInlineText(x.column.title) ?? { ...title, text: x.column.key },
    categories: rows.map(row => categoryOf(row[x.at], title, toInlineText)),
    series: y.map(({ at, column }) =>
      seriesOf(
        column,
        rows.map(row => row[at]),
        title,
        toInlineText,
      ),
    ),
    alt: toInlineText(ownField(chart, 'alt')),
    place: title.place,
  }
}

function tableOf(chart: unknown, tables: EditionTables): DataTable | undefined {
  const [table, data] = [valueText(ownField(chart, 'table')), valueText(ownField(chart, 'data'))]
  if (table !== undefined) return tables.ofTable(table)
  return data === undefined ? undefined : tables.ofFile(data)
}

/** One name, or a list of them. */
const namesIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? asList(value) : [value])

function categoryOf(
  cell: DataTableCell | undefined,
  { place }: InlineText,
  toInlineText: ToInlineText,
): ChartCategory {
  const text = cell instanceof TableFigure ? String(cell) : toInlineText(cell)?.text
  const label: InlineText = { kind: 'text', text: text ?? '', place: cell?.place ?? place }
  return { label, date: parseDate(label.text.trim()) ? label.text.trim() : undefined }
}

/** A column as its table prints it: a share of one whose format is `0%` in percent. */
function seriesOf(
  { key, title, unit, kind }: DataTableColumn,
  cells: readonly (DataTableCell | undefined)[],
  chartTitle: InlineText,
  toInlineText: ToInlineText,
): ChartSeries {
  const { format } = kind
  const values = cells.map(cell => {
    const figure = cell instanceof TableFigure ? cell.figure : undefined
    return figure && decimalToNumber(formattedDecimal(figure, { ...format, places: undefined }))
  })
  return {
    name: toInlineText(title) ?? { ...chartTitle, text: key },
    unit: toInlineText(unit)?.text ?? (format.percent === undefined ? undefined : '%'),
    values,
  }
}

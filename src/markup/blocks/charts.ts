import type { ChartKind } from '../../brief/index.js'
import type { Place } from '../../diagnostics/index.js'
import type { InlineText } from './inlines.js'

/** What a chart of the brief shows: numbers of one table, in the order of its rows. */
export interface ChartData {
  readonly kind: 'chart'
  /** Of the chart in the brief. */
  readonly id: string
  readonly form: ChartKind
  readonly title: InlineText
  /** The heading of the column that names the categories. */
  readonly by: InlineText
  readonly categories: readonly ChartCategory[]
  readonly series: readonly ChartSeries[]
  /** The author's own description in place of one from the data. */
  readonly alt: InlineText | undefined
  readonly place: Place
}

export interface ChartCategory {
  readonly label: InlineText
  /** EDTF, where it is a date or a year. */
  readonly date: string | undefined
}

/** A column of numbers. */
export interface ChartSeries {
  readonly name: InlineText
  /** As the brief writes it. */
  readonly unit: string | undefined
  /** One for each category; undefined where the table has none. */
  readonly values: readonly (number | undefined)[]
}

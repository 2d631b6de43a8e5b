import type { ChartData, DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, FigureStyle, Shape } from '../drawing.js'
import type { ChartMeasures } from './chart-measures.js'
import { chartLabel, drawChartLabel } from './chart-text.js'

/** What stands over the plot of a chart: shapes from the top, and the height that they take. */
export interface ChartHead {
  readonly shapes: readonly Shape[]
  readonly height: number
}

/** The unit that all series of a chart have; undefined where they have none, or different ones. */
export function sharedUnit({ series }: ChartData): string | undefined {
  const units = new Set(series.map(({ unit }) => unit))
  return units.size === 1 ? [...units][0] : undefined
}

/** The name of a series, with its unit where the series differ in theirs. */
export function seriesName(data: ChartData, index: number): string {
  const series = data.series[index]
  if (!series) return ''
  const { name, unit } = series
  const differs = unit !== undefined && sharedUnit(data) === undefined
  return differs ? `${name.text} (${unit})` : name.text
}

/** What the axis measures, said once: "Parcels, million"; where it does not reach zero, that too. */
export function axisTitle(
  data: ChartData,
  magnitude: string | undefined,
  hasZero: boolean,
  words: DiagramStrings,
): string {
  const [only, ...others] = data.series
  const name = only && others.length === 0 ? only.name.text : undefined
  const unit = sharedUnit(data)
  const isNamed = unit !== undefined && unit.toLocaleLowerCase() === name?.toLocaleLowerCase()
  const said = [name, magnitude, isNamed ? undefined : unit].filter(Boolean).join(', ')
  if (hasZero) return said
  const note = words.labels.axis_not_from_zero
  return said === '' ? note : `${said} (${note})`
}

/** The title of an axis in muted type, from `left` on. */
export function drawAxisTitle(
  title: string,
  left: number,
  space: Pick<AvailableSpace, 'width'>,
  style: FigureStyle,
  measures: ChartMeasures,
): ChartHead {
  if (title === '') return { shapes: [], height: 0 }
  const label = chartLabel(title, space.width - left, style, measures, Number.POSITIVE_INFINITY)
  const shapes = drawChartLabel(label, { x: left, top: 0 }, style, measures, 'muted')
  return { shapes, height: label.height }
}

import type { ChartData, DiagramStrings } from '../../markup/index.js'
import type { AvailableSpace, Drawing, FigureStyle } from '../drawing.js'
import { type ChartMeasures, chartMeasures } from './chart-measures.js'

/** What a chart is drawn from and in. */
export interface ChartContext {
  readonly data: ChartData
  readonly words: DiagramStrings
  readonly space: AvailableSpace
  readonly style: FigureStyle
  readonly measures: ChartMeasures
}

/** The context of a chart whose type is that of the theme. */
export function chartContext(
  data: ChartData,
  words: DiagramStrings,
  space: AvailableSpace,
  style: FigureStyle,
): ChartContext {
  return { data, words, space, style, measures: chartMeasures(style) }
}

/** A drawn chart. */
export type ChartDrawing = Drawing

/** The least and the greatest number of a chart; zero where it has none. */
export function extentOf(values: readonly (number | undefined)[]): readonly [low: number, high: number] {
  const known = values.flatMap(value => value ?? [])
  return known.length === 0 ? [0, 0] : [Math.min(...known), Math.max(...known)]
}

/** Numbers that are all far from zero are told apart on an axis of their own: where lines and dots do not need zero. */
export function withZeroWhereNear([low, high]: readonly [number, number]): readonly [number, number] {
  if (low >= 0 && low <= high * NEAR_ZERO) return [0, high]
  if (high <= 0 && high >= low * NEAR_ZERO) return [low, 0]
  return [low, high]
}

/** The least number as a share of the greatest up to which an axis begins at zero. */
const NEAR_ZERO = 0.5

import type { FigureStyle } from '../drawing.js'
import { type LabelMeasures, labelMeasures } from '../label-measures.js'

/** The measures of a calendar in points: those of type of 8 points, or in proportion to larger type. */
export interface CalendarMeasures extends LabelMeasures {
  /** The least height of a lane; `low` where space is short. */
  readonly lane: { readonly high: number; readonly low: number }
  /** The column of the names of lanes. */
  readonly names: number
  readonly bar: number
  /** Of points. */
  readonly radius: number
  /** From a mark to its label beside it, and above or below it. */
  readonly beside: number
  readonly above: number
}

/** The measures for the type of a theme. */
export function calendarMeasures(style: FigureStyle): CalendarMeasures {
  const labels = labelMeasures(style)
  const { scale } = labels
  return {
    ...labels,
    lane: { high: 34 * scale, low: 20 * scale },
    names: 96 * scale,
    bar: 5 * scale,
    radius: 2.6 * scale,
    beside: 4 * scale,
    above: 1.5 * scale,
  }
}

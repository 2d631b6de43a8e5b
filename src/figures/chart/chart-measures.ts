import type { FigureStyle } from '../drawing.js'
import { type LabelMeasures, labelMeasures } from '../label-measures.js'
import { MARKER_REACH } from '../markers.js'

/** The lengths of a chart in points: those for type of 8 points, or in proportion to larger type. */
export interface ChartMeasures extends LabelMeasures {
  /** From words to what they belong to. */
  readonly gap: number
  /** Of points of lines and of dots. */
  readonly radius: number
}

/** Widths of lines, in points. */
export const GRID_LINE = 0.4
export const ZERO_LINE = 0.8
export const DATA_LINE = 1.6
/** Around a fill that is too light to stand out by itself. */
export const OUTLINE = 0.6

/** The measures for the type of a theme. */
export function chartMeasures(style: FigureStyle): ChartMeasures {
  const labels = labelMeasures(style)
  return { ...labels, gap: 4 * labels.scale, radius: 2.6 * labels.scale }
}

/** The radius of a dot in a row of dots. */
export const dotRadiusOf = ({ radius }: ChartMeasures): number => radius * 1.2
/** The greatest distance from the centre of a dot to its outline. */
export const dotReach = (measures: ChartMeasures): number => dotRadiusOf(measures) * MARKER_REACH

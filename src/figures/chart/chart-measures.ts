import type { FigureFace, FigureStyle } from '../drawing.js'
import { MARKER_REACH } from '../markers.js'
import { lineHeight } from '../place-text.js'

/** The lengths of a chart in points: those for type of 8 points, or in proportion to larger type. */
export interface ChartMeasures {
  readonly regular: FigureFace
  readonly bold: FigureFace
  readonly line: number
  readonly scale: number
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

/** No label is smaller. */
const LEAST_SIZE = 8

/** The measures for the type of a theme. */
export function chartMeasures({ type }: FigureStyle): ChartMeasures {
  const size = Math.max(LEAST_SIZE, type.size)
  const scale = size / LEAST_SIZE
  return {
    regular: { size, bold: false },
    bold: { size, bold: true },
    line: lineHeight(size, type),
    scale,
    gap: 4 * scale,
    radius: 2.6 * scale,
  }
}

/** The radius of a dot in a row of dots. */
export const dotRadiusOf = ({ radius }: ChartMeasures): number => radius * 1.2
/** The greatest distance from the centre of a dot to its outline. */
export const dotReach = (measures: ChartMeasures): number => dotRadiusOf(measures) * MARKER_REACH

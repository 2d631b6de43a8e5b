import type { FigureFace, FigureStyle } from './drawing.js'
import { lineHeight } from './place-text.js'

/** No label is smaller, in points. */
const LEAST_SIZE = 8

/** How the labels of a figure are set, and by how much its lengths exceed those for type of 8 points. */
export interface LabelMeasures {
  readonly regular: FigureFace
  readonly bold: FigureFace
  /** The height of a line, in points. */
  readonly line: number
  readonly scale: number
}

export function labelMeasures({ type }: FigureStyle): LabelMeasures {
  const size = Math.max(LEAST_SIZE, type.size)
  return {
    regular: { size, bold: false },
    bold: { size, bold: true },
    line: lineHeight(size, type),
    scale: size / LEAST_SIZE,
  }
}

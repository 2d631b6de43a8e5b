import type { FigureFace, FigureTypography } from '../drawing.js'
import { wrapText } from '../wrap-text.js'

/** The words that stand at an axis: the lines of each point, from the lowest; no lines where nothing is said. */
export type ScaleLabels = readonly (readonly string[])[]

/** The lowest and the highest point, which suffice to read a scale where there is little room. */
export function endLabels(scale: readonly string[]): readonly string[] {
  return scale.map((word, index) => (index === 0 || index === scale.length - 1 ? word : ''))
}

/** The least width in which each word of a scale stands in `most` lines, with no word broken. */
export function leastLabelWidth(
  scale: readonly string[],
  most: 1 | 2,
  face: FigureFace,
  type: FigureTypography,
): number {
  return Math.max(0, ...scale.map(words => leastWidth(words, most, face, type)))
}

/** Each point of a scale in lines no wider than `width`. */
export function wrapScaleLabels(
  scale: readonly string[],
  width: number,
  face: FigureFace,
  type: FigureTypography,
): ScaleLabels {
  return scale.map(words => wrapText(words, width, face, type))
}

function leastWidth(text: string, most: 1 | 2, face: FigureFace, type: FigureTypography): number {
  const words = text.split(' ')
  const halves = words.map((_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')])
  const widths = (most === 1 ? [[text]] : halves).map(lines => lines.map(line => type.widthOf(line, face)))
  return Math.min(...widths.map(lines => Math.max(...lines)))
}

import type { FigureFace, FigureType } from '../drawing.js'
import { wrapText } from '../wrap-text.js'

/** The labels of an axis: the lines of each point, from the lowest; no lines for a point without a label. */
export type ScaleLabels = readonly (readonly string[])[]

/** Only the lowest and the highest label, which suffice to read a scale where space is short. */
export function endLabels(scale: readonly string[]): readonly string[] {
  return scale.map((word, index) => (index === 0 || index === scale.length - 1 ? word : ''))
}

/** The least width in which each label fits `most` lines without breaking a word. */
export function leastLabelWidth(
  scale: readonly string[],
  most: 1 | 2,
  face: FigureFace,
  type: FigureType,
): number {
  return Math.max(0, ...scale.map(words => leastWidth(words, most, face, type)))
}

/** Wraps each label to lines no wider than `width`. */
export function wrapScaleLabels(
  scale: readonly string[],
  width: number,
  face: FigureFace,
  type: FigureType,
): ScaleLabels {
  return scale.map(words => wrapText(words, width, face, type))
}

function leastWidth(text: string, most: 1 | 2, face: FigureFace, type: FigureType): number {
  const words = text.split(' ')
  const halves = words.map((_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')])
  const widths = (most === 1 ? [[text]] : halves).map(lines => lines.map(line => type.widthOf(line, face)))
  return Math.min(...widths.map(lines => Math.max(...lines)))
}

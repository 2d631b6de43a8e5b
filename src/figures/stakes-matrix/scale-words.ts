import type { Face, Type } from '../drawing.js'
import { wrapText } from '../wrap-text.js'

/** The words that stand at an axis: the lines of each point, from the lowest; no lines where nothing is said. */
export type ScaleWords = readonly (readonly string[])[]

/** The lowest and the highest point, which suffice to read a scale where there is little room. */
export function outerWords(scale: readonly string[]): readonly string[] {
  return scale.map((word, index) => (index === 0 || index === scale.length - 1 ? word : ''))
}

/** The least width in which each word of a scale stands in `most` lines, with no word broken. */
export function narrowestColumn(scale: readonly string[], most: 1 | 2, face: Face, type: Type): number {
  return Math.max(0, ...scale.map(words => narrowest(words, most, face, type)))
}

/** Each point of a scale in lines no wider than `width`. */
export function wrapScale(scale: readonly string[], width: number, face: Face, type: Type): ScaleWords {
  return scale.map(words => wrapText(words, width, face, type))
}

function narrowest(text: string, most: 1 | 2, face: Face, type: Type): number {
  const words = text.split(' ')
  const halves = words.map((_, at) => [words.slice(0, at).join(' '), words.slice(at).join(' ')])
  const widths = (most === 1 ? [[text]] : halves).map(lines => lines.map(line => type.widthOf(line, face)))
  return Math.min(...widths.map(lines => Math.max(...lines)))
}

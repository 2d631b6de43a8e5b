import type { DiagramWords } from '../../markup/index.js'
import type { Face, Type } from '../drawing.js'
import { lineHeight } from '../letters.js'
import { cellWidth, WORD_SPACE } from './cells.js'
import { narrowestColumn, outerWords, type ScaleWords, wrapScale } from './scale-words.js'

/** A column left of the cells for the words of the likelihood. */
export interface Gutter {
  readonly width: number
  /** The least height of a cell beside which these words stand clear of each other. */
  readonly leastCell: number
  readonly words: ScaleWords | undefined
}

/** The lines below the cells for the words of the impact. */
export interface Foot {
  readonly height: number
  readonly words: ScaleWords | undefined
  /** The top of the line of the title, from the lower edge of the cells. */
  readonly title: number
}

/** The ways to say the likelihood, the best first. The outer words may reach into the rows next to theirs. */
export function gutters(scale: readonly string[], width: number, face: Face, type: Type): readonly Gutter[] {
  const column = (shown: readonly string[], most: 1 | 2, linesInCell: 1 | 2): Gutter => {
    const narrowest = narrowestColumn(shown, most, face, type)
    const words = wrapScale(shown, narrowest, face, type)
    const lines = Math.min(linesInCell, mostLines(words))
    return { width: narrowest + WORD_SPACE, leastCell: lines * lineHeight(face.size, type), words }
  }
  const ways = [column(scale, 2, 2), column(scale, 1, 1), column(outerWords(scale), 2, 1)]
  return [...ways.filter(way => way.width <= width * WIDEST_GUTTER), NO_GUTTER]
}

/** Leaves the title of the likelihood to stand for its scale. */
export const NO_GUTTER: Gutter = { width: 0, leastCell: 0, words: undefined }

/** The most that the words of the likelihood may take of the width. */
const WIDEST_GUTTER = 0.34

/** The ways to say the impact below `width` points of cells, the best first. */
export function feet(words: DiagramWords, width: number, face: Face, type: Type): readonly Foot[] {
  const ways = [allBelow, outerBelow].map(way => way(words, width, face, type))
  return [...ways.filter(way => way !== undefined), titleAlone(lineHeight(face.size, type))]
}

/** Leaves the title of the impact to stand for its scale. */
export function titleAlone(line: number): Foot {
  return { height: WORD_SPACE + line, words: undefined, title: WORD_SPACE }
}

function allBelow({ scales }: DiagramWords, width: number, face: Face, type: Type): Foot | undefined {
  const column = cellWidth(width) - WORD_SPACE / 2
  if (narrowestColumn(scales.impact, 2, face, type) > column) return undefined
  const words = wrapScale(scales.impact, column, face, type)
  const line = lineHeight(face.size, type)
  const title = WORD_SPACE + mostLines(words) * line + TITLE_SPACE
  return { height: title + line, words, title }
}

/** The outer words on one line, with the title between them where it fits. */
function outerBelow(
  { scales, labels }: DiagramWords,
  width: number,
  face: Face,
  type: Type,
): Foot | undefined {
  const outer = outerWords(scales.impact)
  const reaches = outer.map(word => reach(type.widthOf(word, face), cellWidth(width)))
  if (2 * Math.max(...reaches) + WORD_SPACE > width) return undefined
  const besideTitle = (width - type.widthOf(labels.impact, { ...face, bold: true })) / 2
  const titleFits = Math.max(...reaches) + 2 * WORD_SPACE <= besideTitle
  const line = lineHeight(face.size, type)
  const title = WORD_SPACE + (titleFits ? 0 : line + TITLE_SPACE)
  return { height: title + line, words: wrapScale(outer, width, face, type), title }
}

/** Between words of the scale and the title below them, in points. */
const TITLE_SPACE = 1.5

/** From the edge of the cells: a word stands in the middle of its cell, or flush with the edge where it is wider. */
function reach(word: number, cell: number): number {
  return word === 0 ? 0 : Math.max(word, (cell + word) / 2)
}

function mostLines(words: ScaleWords): number {
  return Math.max(0, ...words.map(lines => lines.length))
}

import type { DiagramStrings } from '../../markup/index.js'
import type { FigureFace, FigureType } from '../drawing.js'
import { lineHeight } from '../place-text.js'
import { cellWidth, LABEL_GAP } from './cells.js'
import { endLabels, leastLabelWidth, type ScaleLabels, wrapScaleLabels } from './scale-labels.js'

/** The labels of the likelihood, in a column to the left of the cells. */
export interface RowLabels {
  readonly width: number
  /** The least height of a cell at which these labels do not overlap. */
  readonly leastCell: number
  readonly words: ScaleLabels | undefined
}

/** The labels of the impact, in lines below the cells. */
export interface ColumnLabels {
  readonly height: number
  readonly words: ScaleLabels | undefined
  /** The top of the line of the title, from the lower edge of the cells. */
  readonly title: number
}

/** The possible labels of the likelihood, the best first. The end labels may reach into the next rows. */
export function rowLabelOptions(
  scale: readonly string[],
  width: number,
  face: FigureFace,
  type: FigureType,
): readonly RowLabels[] {
  const column = (shown: readonly string[], most: 1 | 2, linesInCell: 1 | 2): RowLabels => {
    const narrowest = leastLabelWidth(shown, most, face, type)
    const words = wrapScaleLabels(shown, narrowest, face, type)
    const lines = Math.min(linesInCell, mostLines(words))
    return { width: narrowest + LABEL_GAP, leastCell: lines * lineHeight(face.size, type), words }
  }
  const options = [column(scale, 2, 2), column(scale, 1, 1), column(endLabels(scale), 2, 1)]
  return [...options.filter(option => option.width <= width * WIDEST_ROW_LABELS), NO_ROW_LABELS]
}

/** Only the title of the likelihood, without labels. */
export const NO_ROW_LABELS: RowLabels = { width: 0, leastCell: 0, words: undefined }

/** The greatest width of the labels of the likelihood, as a share of the whole: longer words, as in German, have the room that they need. */
const WIDEST_ROW_LABELS = 0.45

/** The possible labels of the impact below `width` points of cells, the best first. */
export function columnLabelOptions(
  words: DiagramStrings,
  width: number,
  face: FigureFace,
  type: FigureType,
): readonly ColumnLabels[] {
  const options = [allLabelsBelow, endLabelsBelow].map(option => option(words, width, face, type))
  return [...options.filter(option => option !== undefined), titleOnly(lineHeight(face.size, type))]
}

/** Only the title of the impact, without labels. */
export function titleOnly(line: number): ColumnLabels {
  return { height: LABEL_GAP + line, words: undefined, title: LABEL_GAP }
}

function allLabelsBelow(
  { scales }: DiagramStrings,
  width: number,
  face: FigureFace,
  type: FigureType,
): ColumnLabels | undefined {
  const column = cellWidth(width) - LABEL_GAP / 2
  if (leastLabelWidth(scales.impact, 2, face, type) > column) return undefined
  const words = wrapScaleLabels(scales.impact, column, face, type)
  const line = lineHeight(face.size, type)
  const title = LABEL_GAP + mostLines(words) * line + TITLE_GAP
  return { height: title + line, words, title }
}

/** The end labels on one line, with the title between them where it fits. */
function endLabelsBelow(
  { scales, labels }: DiagramStrings,
  width: number,
  face: FigureFace,
  type: FigureType,
): ColumnLabels | undefined {
  const outer = endLabels(scales.impact)
  const reaches = outer.map(word => reachFromEdge(type.widthOf(word, face), cellWidth(width)))
  if (2 * Math.max(...reaches) + LABEL_GAP > width) return undefined
  const besideTitle = (width - type.widthOf(labels.impact, { ...face, bold: true })) / 2
  const titleFits = Math.max(...reaches) + 2 * LABEL_GAP <= besideTitle
  const line = lineHeight(face.size, type)
  const title = LABEL_GAP + (titleFits ? 0 : line + TITLE_GAP)
  return { height: title + line, words: wrapScaleLabels(outer, width, face, type), title }
}

/** Between words of the scale and the title below them, in points. */
const TITLE_GAP = 1.5

/** How far a label reaches from the edge of the cells: it is centred on its cell, or flush with the edge where it is wider. */
function reachFromEdge(word: number, cell: number): number {
  return word === 0 ? 0 : Math.max(word, (cell + word) / 2)
}

function mostLines(words: ScaleLabels): number {
  return Math.max(0, ...words.map(lines => lines.length))
}

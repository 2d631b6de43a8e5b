import type { FigureStyle, FigureText } from '../drawing.js'
import { placeTextLines, type TextPosition } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import type { ChartMeasures } from './chart-measures.js'

/** A label in as many lines as its width makes of it. Lengths are points. */
export interface ChartLabel {
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
}

/** A label no wider than `width`; of a text of more than `most` lines, the first ones. */
export function chartLabel(
  text: string,
  width: number,
  { type }: FigureStyle,
  { regular, line }: ChartMeasures,
  most = 3,
): ChartLabel {
  const lines = wrapText(text, width, regular, type, most)
  const widths = lines.map(part => type.widthOf(part, regular))
  return { lines, width: Math.max(0, ...widths), height: lines.length * line }
}

/** Whether a text stands in lines of a width without a word being broken or lines being cut off. */
export function standsIn(
  text: string,
  width: number,
  most: number,
  { type }: FigureStyle,
  { regular }: ChartMeasures,
): boolean {
  const lines = wrapText(text, width, regular, type)
  const words = text.split(/\s+/)
  return lines.length <= most && words.every(word => type.widthOf(word, regular) <= width)
}

/** The lines of a label at a position. */
export function drawChartLabel(
  { lines }: ChartLabel,
  at: TextPosition,
  { type, palette }: FigureStyle,
  { regular }: ChartMeasures,
  tone: 'text' | 'muted' = 'text',
): FigureText[] {
  return placeTextLines(lines, at, regular, palette[tone], type)
}

import type { AvailableSpace, FigureFace, FigureStyle, FigureType, Shape } from '../drawing.js'
import { lineHeight, placeTextLine } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import type { MatrixArea } from './cells.js'

/** The numbers of a cell too small for their circles, as ranges; if necessary only the first ones and how many follow. */
export function groupedNumbers(
  numbers: readonly number[],
  cell: MatrixArea,
  size: number,
  { type, palette }: FigureStyle,
): readonly Shape[] {
  const space = { width: cell.width - 2 * NUMBERS_PADDING, height: cell.height }
  const face = {
    size: Math.max(type.smallest, Math.min(size, type.small * GROUPED_NUMBER_SIZE)),
    bold: true,
  }
  const lines = fullestLines(numberRanges(numbers), space, face, type)
  if (!lines) return [drawCount(numbers.length, cell, face, { type, palette })]
  const line = lineHeight(face.size, type)
  const top = cell.y + (cell.height - lines.length * line) / 2
  const x = cell.x + cell.width / 2
  return lines.map((text, row) =>
    placeTextLine(text, { x, top: top + row * line, align: 'centre' }, face, palette.text, type),
  )
}

/** The greatest size of grouped numbers, as a multiple of the small type. */
const GROUPED_NUMBER_SIZE = 0.85

/** Left and right of the numbers, in points. */
const NUMBERS_PADDING = 1

interface NumberRange {
  readonly first: number
  readonly last: number
}

/** Gathers consecutive numbers, so that many stakes can be listed in little space. The numbers ascend. */
function numberRanges(numbers: readonly number[]): readonly NumberRange[] {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range?.last === number - 1) range.last = number
    else ranges.push({ first: number, last: number })
  }
  return ranges
}

/** As many of the first ranges as fit, and how many stakes are left out. */
function fullestLines(
  ranges: readonly NumberRange[],
  space: AvailableSpace,
  face: FigureFace,
  type: FigureType,
): readonly string[] | undefined {
  const all = linesWithin(space, rangeLabels(ranges, ranges.length), face, type)
  if (all) return all
  let fullest: readonly string[] | undefined
  for (let named = 1; named < ranges.length; named++) {
    const lines = linesWithin(space, rangeLabels(ranges, named), face, type)
    if (!lines) break
    fullest = lines
  }
  return fullest
}

function rangeLabels(ranges: readonly NumberRange[], named: number): readonly string[] {
  const words = ranges
    .slice(0, named)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
  const others = ranges.slice(named).reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const list = words.map((word, index) => (index < named - 1 ? `${word},` : word))
  return others > 0 ? [...list, `+${others}`] : list
}

/** Never breaks a number, since half of one would be another number. */
function linesWithin(
  space: AvailableSpace,
  words: readonly string[],
  face: FigureFace,
  type: FigureType,
): readonly string[] | undefined {
  if (words.some(word => type.widthOf(word, face) > space.width)) return undefined
  const lines = wrapText(words.join(' '), space.width, face, type)
  return lines.length * lineHeight(face.size, type) <= space.height ? lines : undefined
}

function drawCount(count: number, cell: MatrixArea, face: FigureFace, { type, palette }: FigureStyle): Shape {
  const text = `+${count}`
  const scale = Math.min(1, cell.width / type.widthOf(text, face))
  const fitted = { ...face, size: face.size * scale }
  const top = cell.y + (cell.height - lineHeight(fitted.size, type)) / 2
  return placeTextLine(text, { x: cell.x + cell.width / 2, top, align: 'centre' }, fitted, palette.text, type)
}

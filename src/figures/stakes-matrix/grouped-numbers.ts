import type { Face, Pens, Room, Shape, Type } from '../drawing.js'
import { letters, lineHeight } from '../letters.js'
import { wrapText } from '../wrap-text.js'
import type { Frame } from './frame.js'
import { type NumberRange, numberRanges } from './number-ranges.js'

/** The numbers of a cell that is too small for their discs, as ranges; at worst the first of them, and how many more. */
export function groupedNumbers(
  numbers: readonly number[],
  cell: Frame,
  size: number,
  { type, palette }: Pens,
): readonly Shape[] {
  const room = { width: cell.width - 2 * PADDING, height: cell.height }
  const face = { size: Math.min(size, type.small * GROUPED_SIZE), bold: true }
  const lines = fullestLines(numberRanges(numbers), room, face, type)
  if (!lines) return [countAlone(numbers.length, cell, face, { type, palette })]
  const line = lineHeight(face.size, type)
  const top = cell.y + (cell.height - lines.length * line) / 2
  const x = cell.x + cell.width / 2
  return lines.map((text, row) =>
    letters(text, { x, top: top + row * line, align: 'centre' }, face, palette.text, type),
  )
}

/** The same in all cells, as a multiple of the small type. */
const GROUPED_SIZE = 0.85

/** Left and right of the numbers, in points. */
const PADDING = 1

/** As many of the ranges as fit, the first before the others, and how many stakes they leave out. */
function fullestLines(
  ranges: readonly NumberRange[],
  room: Room,
  face: Face,
  type: Type,
): readonly string[] | undefined {
  const all = linesWithin(room, saying(ranges, ranges.length), face, type)
  if (all) return all
  let fullest: readonly string[] | undefined
  for (let named = 1; named < ranges.length; named++) {
    const lines = linesWithin(room, saying(ranges, named), face, type)
    if (!lines) break
    fullest = lines
  }
  return fullest
}

function saying(ranges: readonly NumberRange[], named: number): readonly string[] {
  const words = ranges
    .slice(0, named)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
  const others = ranges.slice(named).reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const list = words.map((word, index) => (index < named - 1 ? `${word},` : word))
  return others > 0 ? [...list, `+${others}`] : list
}

/** Numbers are never broken: half of one would be another. */
function linesWithin(
  room: Room,
  words: readonly string[],
  face: Face,
  type: Type,
): readonly string[] | undefined {
  if (words.some(word => type.widthOf(word, face) > room.width)) return undefined
  const lines = wrapText(words.join(' '), room.width, face, type)
  return lines.length * lineHeight(face.size, type) <= room.height ? lines : undefined
}

function countAlone(count: number, cell: Frame, face: Face, { type, palette }: Pens): Shape {
  const text = `+${count}`
  const scale = Math.min(1, cell.width / type.widthOf(text, face))
  const fitted = { ...face, size: face.size * scale }
  const top = cell.y + (cell.height - lineHeight(fitted.size, type)) / 2
  return letters(text, { x: cell.x + cell.width / 2, top, align: 'centre' }, fitted, palette.text, type)
}

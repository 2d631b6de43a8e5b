import type { Pens, Point, Shape } from '../drawing.js'
import { letters, lineHeight } from '../letters.js'
import { ENTRY_SPACE, indentOf, type ListEntry } from './list-entry.js'
import type { StakeList } from './list-stakes.js'
import { GREATEST_RADIUS, numberedDisc } from './numbered-disc.js'
import { isRated } from './rated.js'

/** The list from its upper left corner down. `size` is that of the numbers, in points. */
export function drawList(list: StakeList, corner: Point, size: number, pens: Pens): readonly Shape[] {
  const { type, palette } = pens
  let y = corner.y
  const entries = list.entries.flatMap(entry => {
    const shapes = drawEntry(entry, { x: corner.x, y }, size, pens)
    y += entry.height + ENTRY_SPACE
    return shapes
  })
  if (list.more === undefined) return entries
  const face = { size: type.small, bold: false }
  const x = corner.x + indentOf(size)
  return [...entries, letters(list.more, { x, top: y }, face, palette.muted, type)]
}

function drawEntry(entry: ListEntry, corner: Point, size: number, pens: Pens): readonly Shape[] {
  const { type, palette } = pens
  const bold = { size: type.size, bold: true }
  const small = { size: type.small, bold: false }
  const x = corner.x + indentOf(size)
  const top = corner.y + entry.top
  const line = lineHeight(bold.size, type)
  const below = top + entry.name.length * line
  return [
    ...numberOf(entry, { x: corner.x + GREATEST_RADIUS * size, y: top + line / 2 }, size, pens),
    ...entry.name.map((text, row) => letters(text, { x, top: top + row * line }, bold, palette.text, type)),
    ...entry.who.map((text, row) =>
      letters(text, { x, top: below + row * lineHeight(small.size, type) }, small, palette.muted, type),
    ),
  ]
}

/** A stake without a rating has no place in the grid, and a dash for its number. */
function numberOf({ stake }: ListEntry, centre: Point, size: number, pens: Pens): readonly Shape[] {
  if (isRated(stake)) return numberedDisc(stake, centre, size, pens)
  const { type, palette } = pens
  const face = { size: type.size, bold: false }
  const top = centre.y - lineHeight(face.size, type) / 2
  return [letters('–', { x: centre.x, top, align: 'centre' }, face, palette.muted, type)]
}

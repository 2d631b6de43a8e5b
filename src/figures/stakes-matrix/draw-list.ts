import type { FigureStyle, Point, Shape } from '../drawing.js'
import { lineHeight, placeTextLine } from '../place-text.js'
import { ENTRY_GAP, entryIndent, type StakeListEntry } from './list-entry.js'
import type { StakeList } from './list-stakes.js'
import { CIRCLE_RADIUS, numberedCircle } from './numbered-circle.js'
import { isFullyRated } from './rated-stakes.js'

/** The list from its upper left corner down. `size` is that of the numbers, in points. */
export function drawList(list: StakeList, corner: Point, size: number, style: FigureStyle): readonly Shape[] {
  const { type, palette } = style
  let y = corner.y
  const entries = list.entries.flatMap(entry => {
    const shapes = drawEntry(entry, { x: corner.x, y }, size, style)
    y += entry.height + ENTRY_GAP
    return shapes
  })
  if (list.more === undefined) return entries
  const face = { size: type.small, bold: false }
  const x = corner.x + entryIndent(size)
  return [...entries, placeTextLine(list.more, { x, top: y }, face, palette.muted, type)]
}

function drawEntry(entry: StakeListEntry, corner: Point, size: number, style: FigureStyle): readonly Shape[] {
  const { type, palette } = style
  const bold = { size: type.size, bold: true }
  const small = { size: type.small, bold: false }
  const x = corner.x + entryIndent(size)
  const top = corner.y + entry.top
  const line = lineHeight(bold.size, type)
  const below = top + entry.name.length * line
  return [
    ...drawNumber(entry, { x: corner.x + CIRCLE_RADIUS * size, y: top + line / 2 }, size, style),
    ...entry.name.map((text, row) =>
      placeTextLine(text, { x, top: top + row * line }, bold, palette.text, type),
    ),
    ...entry.who.map((text, row) =>
      placeTextLine(text, { x, top: below + row * lineHeight(small.size, type) }, small, palette.muted, type),
    ),
  ]
}

/** A stake without a rating is not in the grid, and has a dash instead of a number. */
function drawNumber(
  { stake }: StakeListEntry,
  centre: Point,
  size: number,
  style: FigureStyle,
): readonly Shape[] {
  if (isFullyRated(stake)) return numberedCircle(stake, centre, size, style)
  const { type, palette } = style
  const face = { size: type.size, bold: false }
  const top = centre.y - lineHeight(face.size, type) / 2
  return [placeTextLine('–', { x: centre.x, top, align: 'centre' }, face, palette.muted, type)]
}

import type { FigureStyle, Point, Shape, VectorPath } from '../drawing.js'
import { neutralMarker, sideMarker } from '../markers.js'
import { baselineOffset, lineHeight, placeTextLines } from '../place-text.js'
import { type ActorMapGrid, columnDirection, columnEdge } from './grid.js'
import {
  entryColour,
  entryFace,
  MARKER_RADIUS,
  markerWidth,
  type PackedRow,
  type PlacedEntry,
} from './pack-rows.js'

/** Draws the markers, names and leader lines of a row, with the first line at `top`. */
export function drawRow(
  { entries }: PackedRow,
  grid: ActorMapGrid,
  top: number,
  style: FigureStyle,
): Shape[] {
  return entries.flatMap(placed => drawEntry(placed, grid, top, style))
}

function drawEntry(placed: PlacedEntry, grid: ActorMapGrid, top: number, style: FigureStyle): Shape[] {
  const { type, palette } = style
  const { entry, text } = placed
  const pitch = lineHeight(type.size, type)
  const direction = columnDirection(entry.column)
  const x = (inward: number) => columnEdge(entry.column, grid) + direction * inward
  const centre = {
    x: x(markerWidth(type.size) / 2),
    y: top + placed.line * pitch + baselineOffset(type.size, type) - MARKER_RADIUS * type.size,
  }
  const radius = MARKER_RADIUS * type.size
  const textTop = top + placed.textLine * pitch
  const align = direction === 1 ? 'left' : 'right'
  return [
    ...(placed.anchor === undefined ? [] : [drawLeader(centre, { x: x(placed.anchor), y: textTop }, style)]),
    entry.side === undefined
      ? neutralMarker(centre, radius, palette)
      : sideMarker(entry.side, centre, radius, palette),
    ...placeTextLines(
      text,
      { x: x(placed.textStart), top: textTop, align },
      entryFace(entry, type),
      entryColour(entry, palette),
      type,
    ),
  ]
}

/** From the side of the marker across and down to the text; straight down where the text begins below the marker. */
function drawLeader(marker: Point, words: Point, { type, palette }: FigureStyle): VectorPath {
  const half = markerWidth(type.size) / 2
  const side = Math.sign(words.x - marker.x)
  const beside = Math.abs(words.x - marker.x) > half
  const start = beside ? { x: marker.x + side * half, y: marker.y } : { x: words.x, y: marker.y + half }
  const corner = beside ? [{ x: words.x, y: marker.y }] : []
  const stroke = { colour: palette.muted, width: 0.6 }
  return { kind: 'path', points: [start, ...corner, words], closed: false, stroke }
}

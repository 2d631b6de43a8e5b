import type { Path, Pens, Point, Shape } from '../drawing.js'
import { baselineIn, letterLines, lineHeight } from '../letters.js'
import { markerOf, neutralMarker } from '../markers.js'
import { directionOf, edgeOf, type Grid } from './grid.js'
import { type Band, type Block, colourOf, faceOf, markerWidth, RADIUS } from './pack-band.js'

/** Draws the markers, names and leader lines of a row, with the first line at `top`. */
export function drawBand({ blocks }: Band, grid: Grid, top: number, pens: Pens): Shape[] {
  return blocks.flatMap(block => drawBlock(block, grid, top, pens))
}

function drawBlock(block: Block, grid: Grid, top: number, pens: Pens): Shape[] {
  const { type, palette } = pens
  const { entry, text } = block
  const pitch = lineHeight(type.size, type)
  const direction = directionOf(entry.column)
  const x = (inward: number) => edgeOf(entry.column, grid) + direction * inward
  const centre = {
    x: x(markerWidth(type.size) / 2),
    y: top + block.line * pitch + baselineIn(type.size, type) - RADIUS * type.size,
  }
  const radius = RADIUS * type.size
  const textTop = top + block.textLine * pitch
  const align = direction === 1 ? 'left' : 'right'
  return [
    ...(block.anchor === undefined ? [] : [leader(centre, { x: x(block.anchor), y: textTop }, pens)]),
    entry.side === undefined
      ? neutralMarker(centre, radius, palette)
      : markerOf(entry.side, centre, radius, palette),
    ...letterLines(
      text,
      { x: x(block.textStart), top: textTop, align },
      faceOf(entry, type),
      colourOf(entry, palette),
      type,
    ),
  ]
}

/** From beside the marker across and down to the words; straight down where they begin below it. */
function leader(marker: Point, words: Point, { type, palette }: Pens): Path {
  const half = markerWidth(type.size) / 2
  const side = Math.sign(words.x - marker.x)
  const beside = Math.abs(words.x - marker.x) > half
  const start = beside ? { x: marker.x + side * half, y: marker.y } : { x: words.x, y: marker.y + half }
  const corner = beside ? [{ x: words.x, y: marker.y }] : []
  const stroke = { colour: palette.muted, width: 0.6 }
  return { kind: 'path', points: [start, ...corner, words], closed: false, stroke }
}

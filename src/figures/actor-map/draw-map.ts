import { type DiagramWords, fill } from '../../markup/index.js'
import type { Drawing, Path, Pens, Rectangle, Room, Shape } from '../drawing.js'
import { baselineIn, letterLines, lineHeight } from '../letters.js'
import { wrapText } from '../wrap-text.js'
import { drawBand } from './draw-band.js'
import { drawLegend } from './draw-legend.js'
import { columnWords, rowWord, titleFace, type Written } from './draw-scales.js'
import { type Grid, gridOf } from './grid.js'
import type { Band } from './pack-band.js'
import type { Placement } from './place-actors.js'

/** Draws the map with the rows as they are packed, however high it becomes: from the title down to the note. */
export function drawMap(
  placement: Placement,
  words: DiagramWords,
  room: Room,
  pens: Pens,
  bands: readonly Band[],
): Drawing {
  const { type } = pens
  const grid = gridOf(words, room, type)
  const small = lineHeight(type.small, type)
  const head = drawHead(placement.stanceOn, words, room.width, pens)
  const gridTop = head.height + GAP * type.size
  const rows = drawRows(bands, words, grid, gridTop, pens)
  const columns = columnWords(words, grid, rows.bottom + GAP * type.size, pens)
  const legendTop = rows.bottom + GAP * type.size + columns.height + GAP * type.size
  const shownSides = new Set(bands.flatMap(({ blocks }) => blocks.flatMap(({ entry }) => entry.side ?? [])))
  const mostOfLegend = Math.max(1, Math.floor((room.height * LEGEND) / small))
  const legend = drawLegend(placement.sides, shownSides, words, room.width, mostOfLegend, legendTop, pens)
  const noteTop = legend.height === 0 ? legendTop : legendTop + legend.height + GAP * type.size
  const note = drawNote(placement.unplaced, words, room.width, noteTop, pens)
  const bottom = note.height === 0 ? legendTop + legend.height : noteTop + note.height
  return {
    width: room.width,
    height: bottom,
    shapes: [
      middleColumn(grid, gridTop, rows.bottom, pens),
      ...rows.shapes,
      ...head.letters,
      ...columns.letters,
      ...legend.shapes,
      ...note.letters,
    ],
  }
}

/** The title of the rows and, at the other end of the line, what the columns are about. */
function drawHead(
  stanceOn: string | undefined,
  words: DiagramWords,
  width: number,
  { type, palette }: Pens,
): Written {
  const face = { size: type.small, bold: false }
  const title = wrapText(words.labels.influence, width / 2, titleFace(type), type, 1)
  const free = width - Math.max(...title.map(line => type.widthOf(line, titleFace(type)))) - 2 * type.size
  const text = stanceOn === undefined ? '' : fill(words.labels.stance_on, { what: stanceOn })
  const about = wrapText(text, free, face, type, MOST_LINES_OF_HEAD)
  return {
    letters: [
      ...letterLines(title, { x: 0, top: 0 }, titleFace(type), palette.muted, type),
      ...letterLines(about, { x: width, top: 0, align: 'right' }, face, palette.muted, type),
    ],
    height: Math.max(1, about.length) * lineHeight(type.small, type),
  }
}

/** Between the parts of the map, and above and below what stands in a row, in multiples of the size of the type. */
const GAP = 0.4
/** Of the height of the room that a legend may take. */
const LEGEND = 0.2
const MOST_LINES_OF_NOTE = 3
const MOST_LINES_OF_HEAD = 2

function drawRows(
  bands: readonly Band[],
  words: DiagramWords,
  grid: Grid,
  gridTop: number,
  pens: Pens,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const { type } = pens
  const pitch = lineHeight(type.size, type)
  const onBaseline = baselineIn(type.size, type) - baselineIn(type.small, type)
  const shapes: Shape[] = [rule(gridTop, grid, pens)]
  let top = gridTop
  for (const [row, band] of bands.entries()) {
    const first = top + GAP * type.size
    const word = rowWord(row, words, grid, first + onBaseline, pens)
    const height = Math.max(band.lines.count * pitch, word.height + onBaseline)
    const bottom = first + height + GAP * type.size
    shapes.push(rule(bottom, grid, pens), ...word.letters, ...drawBand(band, grid, first, pens))
    top = bottom
  }
  return { shapes, bottom: top }
}

function middleColumn({ left, column }: Grid, top: number, bottom: number, { palette }: Pens): Rectangle {
  return {
    kind: 'rectangle',
    x: left + 2 * column,
    y: top,
    width: column,
    height: bottom - top,
    fill: palette.tint,
  }
}

function rule(y: number, { right }: Grid, { palette }: Pens): Path {
  const points = [
    { x: 0, y },
    { x: right, y },
  ]
  return { kind: 'path', points, closed: false, stroke: { colour: palette.line, width: 0.5 } }
}

function drawNote(
  actors: readonly string[],
  words: DiagramWords,
  width: number,
  top: number,
  { type, palette }: Pens,
): Written {
  if (actors.length === 0) return { letters: [], height: 0 }
  const face = { size: type.small, bold: false }
  const text = fill(words.labels.not_placed, { actors: actors.join(', ') })
  const lines = wrapText(text, width, face, type, MOST_LINES_OF_NOTE)
  return {
    letters: letterLines(lines, { x: 0, top, align: 'left' }, face, palette.muted, type),
    height: lines.length * lineHeight(type.small, type),
  }
}

import { type DiagramStrings, fillPattern } from '../../markup/index.js'
import type { AvailableSpace, Drawing, FigureStyle, Rectangle, Shape, VectorPath } from '../drawing.js'
import { baselineOffset, lineHeight, placeTextLines } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import { drawLegend } from './draw-legend.js'
import { drawRow } from './draw-row.js'
import { type ActorMapGrid, actorMapGrid } from './grid.js'
import type { PackedRow } from './pack-rows.js'
import type { ActorPlacement } from './place-actors.js'
import { columnLabels, type PlacedText, rowLabel, scaleTitleFace } from './scale-labels.js'

/** Draws the map with the packed rows at whatever height they need, from the title to the note. */
export function drawMap(
  placement: ActorPlacement,
  words: DiagramStrings,
  space: AvailableSpace,
  style: FigureStyle,
  packedRows: readonly PackedRow[],
): Drawing {
  const { type } = style
  const grid = actorMapGrid(words, space, type)
  const small = lineHeight(type.small, type)
  const head = drawHead(placement.stanceOn, words, space.width, style)
  const gridTop = head.height + MAP_GAP * type.size
  const rows = drawRows(packedRows, words, grid, gridTop, style)
  const columns = columnLabels(words, grid, rows.bottom + MAP_GAP * type.size, style)
  const legendTop = rows.bottom + MAP_GAP * type.size + columns.height + MAP_GAP * type.size
  const shownSides = new Set(
    packedRows.flatMap(({ entries }) => entries.flatMap(({ entry }) => entry.side ?? [])),
  )
  const mostOfLegend = Math.max(1, Math.floor((space.height * LEGEND_SHARE) / small))
  const legend = drawLegend(placement.sides, shownSides, words, space.width, mostOfLegend, legendTop, style)
  const noteTop = legend.height === 0 ? legendTop : legendTop + legend.height + MAP_GAP * type.size
  const note = drawNote(placement.unplaced, words, space.width, noteTop, style)
  const bottom = note.height === 0 ? legendTop + legend.height : noteTop + note.height
  return {
    width: space.width,
    height: bottom,
    shapes: [
      middleColumn(grid, gridTop, rows.bottom, style),
      ...rows.shapes,
      ...head.shapes,
      ...columns.shapes,
      ...legend.shapes,
      ...note.shapes,
    ],
  }
}

/** The title of the rows and, at the other end of the line, the subject of the columns. */
function drawHead(
  stanceOn: string | undefined,
  words: DiagramStrings,
  width: number,
  { type, palette }: FigureStyle,
): PlacedText {
  const face = { size: type.small, bold: false }
  const title = wrapText(words.labels.influence, width / 2, scaleTitleFace(type), type, 1)
  const free =
    width - Math.max(...title.map(line => type.widthOf(line, scaleTitleFace(type)))) - 2 * type.size
  const text = stanceOn === undefined ? '' : fillPattern(words.labels.stance_on, { what: stanceOn })
  const about = wrapText(text, free, face, type, MOST_LINES_OF_HEAD)
  return {
    shapes: [
      ...placeTextLines(title, { x: 0, top: 0 }, scaleTitleFace(type), palette.muted, type),
      ...placeTextLines(about, { x: width, top: 0, align: 'right' }, face, palette.muted, type),
    ],
    height: Math.max(1, about.length) * lineHeight(type.small, type),
  }
}

/** The space between the parts of the map, and above and below each row, as a multiple of the size of the type. */
const MAP_GAP = 0.4
/** The greatest height of the legend, as a share of the available height. */
const LEGEND_SHARE = 0.2
const MOST_LINES_OF_NOTE = 3
const MOST_LINES_OF_HEAD = 2

function drawRows(
  packedRows: readonly PackedRow[],
  words: DiagramStrings,
  grid: ActorMapGrid,
  gridTop: number,
  style: FigureStyle,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const { type } = style
  const pitch = lineHeight(type.size, type)
  const onBaseline = baselineOffset(type.size, type) - baselineOffset(type.small, type)
  const shapes: Shape[] = [drawRule(gridTop, grid, style)]
  let top = gridTop
  for (const [row, packed] of packedRows.entries()) {
    const first = top + MAP_GAP * type.size
    const word = rowLabel(row, words, grid, first + onBaseline, style)
    const height = Math.max(packed.lines.count * pitch, word.height + onBaseline)
    const bottom = first + height + MAP_GAP * type.size
    shapes.push(drawRule(bottom, grid, style), ...word.shapes, ...drawRow(packed, grid, first, style))
    top = bottom
  }
  return { shapes, bottom: top }
}

function middleColumn(
  { left, column }: ActorMapGrid,
  top: number,
  bottom: number,
  { palette }: FigureStyle,
): Rectangle {
  return {
    kind: 'rectangle',
    x: left + 2 * column,
    y: top,
    width: column,
    height: bottom - top,
    fill: palette.tint,
  }
}

function drawRule(y: number, { right }: ActorMapGrid, { palette }: FigureStyle): VectorPath {
  const points = [
    { x: 0, y },
    { x: right, y },
  ]
  return { kind: 'path', points, closed: false, stroke: { colour: palette.line, width: 0.5 } }
}

function drawNote(
  actors: readonly string[],
  words: DiagramStrings,
  width: number,
  top: number,
  { type, palette }: FigureStyle,
): PlacedText {
  if (actors.length === 0) return { shapes: [], height: 0 }
  const face = { size: type.small, bold: false }
  const text = fillPattern(words.labels.not_placed, { actors: actors.join(', ') })
  const lines = wrapText(text, width, face, type, MOST_LINES_OF_NOTE)
  return {
    shapes: placeTextLines(lines, { x: 0, top, align: 'left' }, face, palette.muted, type),
    height: lines.length * lineHeight(type.small, type),
  }
}

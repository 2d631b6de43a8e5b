import { type DiagramStrings, fillPattern } from '../../markup/index.js'
import type { FigureStyle, FigureType, Shape } from '../drawing.js'
import { sideMarker } from '../markers.js'
import { baselineOffset, lineHeight, placeTextLines } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import { MARKER_RADIUS, markerWidth } from './pack-rows.js'

export interface ActorMapLegend {
  readonly shapes: readonly Shape[]
  readonly height: number
}

/**
 * Names the side of each marker on at most `most` lines; further sides are counted. A map with fewer than two sides needs no
 * legend.
 */
export function drawLegend(
  sides: readonly string[],
  shownSides: ReadonlySet<number>,
  words: DiagramStrings,
  width: number,
  most: number,
  top: number,
  style: FigureStyle,
): ActorMapLegend {
  if (sides.length < 2 || shownSides.size === 0) return { shapes: [], height: 0 }
  const items = sides.flatMap((side, index) =>
    shownSides.has(index) ? [legendItem(side, index, width, style)] : [],
  )
  let shown = items.length
  let set = layOutLegend(items, width, style)
  while (set.lines > most && shown > 1) {
    shown--
    const rest = fillPattern(words.labels.more, { count: items.length - shown })
    set = layOutLegend([...items.slice(0, shown), legendItem(rest, undefined, width, style)], width, style)
  }
  return {
    shapes: set.places.flatMap(place => drawItem(place, top, style)),
    height: set.lines * lineHeight(style.type.small, style.type),
  }
}

interface LegendItem {
  /** Undefined for the count of the others. */
  readonly index: number | undefined
  readonly lines: readonly string[]
  readonly width: number
}
interface LegendLayout {
  readonly places: readonly PlacedLegendItem[]
  readonly lines: number
}
interface PlacedLegendItem {
  readonly item: LegendItem
  readonly x: number
  readonly line: number
}

const MOST_LINES_OF_A_NAME = 2

function legendItem(
  text: string,
  index: number | undefined,
  width: number,
  { type }: FigureStyle,
): LegendItem {
  const face = { size: type.small, bold: false }
  const indent = index === undefined ? 0 : nameIndent(type)
  const lines = wrapText(text, width - indent, face, type, MOST_LINES_OF_A_NAME)
  return { index, lines, width: indent + Math.max(...lines.map(line => type.widthOf(line, face))) }
}

/** Places items one after another; an item that does not fit a line starts the next. */
function layOutLegend(items: readonly LegendItem[], width: number, { type }: FigureStyle): LegendLayout {
  const gap = 1.6 * type.small
  let [x, line, height] = [0, 0, 0]
  const places = items.map(item => {
    if (x > 0 && x + item.width > width) [x, line, height] = [0, line + height, 0]
    const place = { item, x, line }
    x += item.width + gap
    height = Math.max(height, item.lines.length)
    return place
  })
  return { places, lines: line + height }
}

function drawItem(
  { item, x, line }: PlacedLegendItem,
  legendTop: number,
  { type, palette }: FigureStyle,
): Shape[] {
  const { index, lines } = item
  const pitch = lineHeight(type.small, type)
  const radius = MARKER_RADIUS * type.small
  const top = legendTop + line * pitch
  const centre = { x: x + markerWidth(type.small) / 2, y: top + baselineOffset(type.small, type) - radius }
  const indent = index === undefined ? 0 : nameIndent(type)
  const face = { size: type.small, bold: false }
  return [
    ...(index === undefined ? [] : [sideMarker(index, centre, radius, palette)]),
    ...placeTextLines(lines, { x: x + indent, top, align: 'left' }, face, palette.text, type),
  ]
}

function nameIndent({ small }: FigureType): number {
  return markerWidth(small) + 0.35 * small
}

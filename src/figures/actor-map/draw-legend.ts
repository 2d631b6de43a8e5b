import { type DiagramWords, fill } from '../../markup/index.js'
import type { Pens, Shape, Type } from '../drawing.js'
import { baselineIn, letterLines, lineHeight } from '../letters.js'
import { markerOf } from '../markers.js'
import { wrapText } from '../wrap-text.js'
import { markerWidth, RADIUS } from './pack-band.js'

export interface Legend {
  readonly shapes: readonly Shape[]
  readonly height: number
}

/**
 * Says whose marks the marks on the map are, on as many lines as there may be; the sides beyond are counted. A map
 * of one side or none needs no legend.
 */
export function drawLegend(
  sides: readonly string[],
  shownSides: ReadonlySet<number>,
  words: DiagramWords,
  width: number,
  most: number,
  top: number,
  pens: Pens,
): Legend {
  if (sides.length < 2 || shownSides.size === 0) return { shapes: [], height: 0 }
  const items = sides.flatMap((side, index) =>
    shownSides.has(index) ? [itemOf(side, index, width, pens)] : [],
  )
  let shown = items.length
  let set = flow(items, width, pens)
  while (set.lines > most && shown > 1) {
    shown--
    const rest = fill(words.labels.more, { count: items.length - shown })
    set = flow([...items.slice(0, shown), itemOf(rest, undefined, width, pens)], width, pens)
  }
  return {
    shapes: set.places.flatMap(place => drawItem(place, top, pens)),
    height: set.lines * lineHeight(pens.type.small, pens.type),
  }
}

interface Item {
  /** Undefined for the count of the others. */
  readonly index: number | undefined
  readonly lines: readonly string[]
  readonly width: number
}
interface Flow {
  readonly places: readonly ItemPlace[]
  readonly lines: number
}
interface ItemPlace {
  readonly item: Item
  readonly x: number
  readonly line: number
}

const MOST_LINES_OF_A_NAME = 2

function itemOf(text: string, index: number | undefined, width: number, { type }: Pens): Item {
  const face = { size: type.small, bold: false }
  const indent = index === undefined ? 0 : indentOf(type)
  const lines = wrapText(text, width - indent, face, type, MOST_LINES_OF_A_NAME)
  return { index, lines, width: indent + Math.max(...lines.map(line => type.widthOf(line, face))) }
}

/** One after the other, and none is broken off at the end of a line that would fit on the next. */
function flow(items: readonly Item[], width: number, { type }: Pens): Flow {
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

function drawItem({ item, x, line }: ItemPlace, legendTop: number, { type, palette }: Pens): Shape[] {
  const { index, lines } = item
  const pitch = lineHeight(type.small, type)
  const radius = RADIUS * type.small
  const top = legendTop + line * pitch
  const centre = { x: x + markerWidth(type.small) / 2, y: top + baselineIn(type.small, type) - radius }
  const indent = index === undefined ? 0 : indentOf(type)
  const face = { size: type.small, bold: false }
  return [
    ...(index === undefined ? [] : [markerOf(index, centre, radius, palette)]),
    ...letterLines(lines, { x: x + indent, top, align: 'left' }, face, palette.text, type),
  ]
}

function indentOf({ small }: Type): number {
  return markerWidth(small) + 0.35 * small
}

import type { TypesetSession } from '../lines/typeset-session.js'
import { setLine } from '../lines/visual-order.js'
import {
  baselineOf,
  type DocumentPage,
  type PageItem,
  type PlacedLine,
  type PlacedVector,
} from '../nodes/page.js'
import type { Word } from '../nodes/word.js'

/** The page, counted from 1, of each destination in a document. */
export function destinationPages(pages: readonly DocumentPage[]): Map<string, number> {
  const destinations = new Map<string, number>()
  for (const [index, page] of pages.entries())
    for (const { type, item } of page.items) {
      if (type !== 'line' || item.repeated) continue
      for (const name of [...item.anchors, ...item.line.words.flatMap(word => word.anchors)])
        if (!destinations.has(name)) destinations.set(name, index + 1)
    }
  return destinations
}

/** The pages with page numbers where the contents list reserves space for them, each with a dot leader. */
export function withPageNumbers(
  pages: readonly DocumentPage[],
  destinations: ReadonlyMap<string, number>,
  session: TypesetSession,
): DocumentPage[] {
  return pages.map(page => {
    const leaders: PageItem[] = []
    const items = page.items.map((item): PageItem => {
      const [word] = item.type === 'line' ? item.item.line.words : []
      if (item.type !== 'line' || !word?.pageOf) return item
      const [number] = session.measure([{ ...word.run, text: String(destinations.get(word.pageOf) ?? '') }])
      if (!number) return item
      const numbered = withNumber(item.item, word, number)
      leaders.push({ type: 'vector', item: leaderBefore(numbered, word) })
      return { type: 'line', item: numbered }
    })
    return leaders.length > 0 ? { ...page, items: [...items, ...leaders] } : page
  })
}

/** The line with its number at the right, where `word` keeps the space. */
function withNumber(placed: PlacedLine, word: Word, number: Word): PlacedLine {
  const { line, x } = placed
  return { ...placed, line: setLine([number], line.room), x: x + word.width - number.width }
}

/** Dots up to a number, which stand under each other in all lines that end at one edge. */
function leaderBefore(placed: PlacedLine, { fontSize, colour }: Word): PlacedVector {
  const { line, x } = placed
  const end = x + line.width
  const from = end - DOT_PERIOD * Math.floor((line.room + EPSILON) / DOT_PERIOD)
  const y = baselineOf(placed)
  return {
    type: 'line',
    ...{ x1: from, x2: Math.max(from, x - fontSize / 2), y1: y, y2: y },
    ...{ lineWidth: 0.5, lineColor: colour, dash: { length: DOT_LENGTH, space: DOT_PERIOD - DOT_LENGTH } },
  }
}

/** Points: a dot, and from one to the next. */
const DOT_LENGTH = 0.5
const DOT_PERIOD = 3.5
/** Points by which rounding may shorten a line. */
const EPSILON = 0.001

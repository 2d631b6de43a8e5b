import type { MarginColumn } from '../compose/margin-notes.js'
import type { Line } from '../nodes/line.js'
import { heightOfLines } from '../nodes/line.js'
import type { DocumentPage, PageItem } from '../nodes/page.js'
import { vectorBounds } from './page-rectangle.js'

/** From the top to the bottom, in points. */
interface VerticalSpan {
  readonly top: number
  readonly bottom: number
}

interface CalledNote {
  readonly lines: readonly Line[]
  readonly height: number
  /** Where its first line would stand beside the one that calls it. */
  readonly wanted: number
}

/**
 * Sets notes beside the lines that call them, on pages that are laid out. Notes do not overlap each other nor what is as wide
 * as the page: they move down, or up where the page ends. One that has no room on its page is left to the lists that it repeats.
 */
export const withMarginNotes = (pages: readonly DocumentPage[], column: MarginColumn): DocumentPage[] =>
  pages.map(page => {
    const items = marginItems(page, column)
    return items.length > 0 ? { ...page, items: [...page.items, ...items] } : page
  })

function marginItems(page: DocumentPage, column: MarginColumn): PageItem[] {
  const left = page.pageMargins.left + column.x
  const within = { top: page.pageMargins.top, bottom: page.pageSize.height - page.pageMargins.bottom }
  const taken = takenSpans(page.items, left, left + column.width)
  let placed: readonly PlacedNote[] = []
  for (const note of calledNotes(page.items, column)) {
    const all = [...placed.map(({ called }) => called), note]
    placed = placeNotesBeside(all, taken, within, column.gap) ?? placed
  }
  return placed.flatMap(({ called: { lines }, top }) => {
    let y = top
    return lines.map((line): PageItem => {
      const item = { line, x: left, y: y + line.halfLeading }
      y += line.height
      return {
        type: 'line',
        item: { ...item, anchors: [], outline: undefined, repeated: false, block: undefined },
      }
    })
  })
}

/** The notes that lines of a page call, from top to bottom, each so that its first baseline is that of its line. */
function calledNotes(items: readonly PageItem[], { notes }: MarginColumn): CalledNote[] {
  const seen = new Set<string>()
  const called = items.flatMap(({ type, item }): CalledNote[] => {
    if (type !== 'line' || item.repeated) return []
    const baseline = item.y + item.line.ascent
    return [...item.anchors, ...item.line.words.flatMap(word => word.anchors)].flatMap(destination => {
      const lines = notes.get(destination)
      const [first] = lines ?? []
      if (!lines || !first || seen.has(destination)) return []
      seen.add(destination)
      return [{ lines, height: heightOfLines(lines), wanted: baseline - first.ascent - first.halfLeading }]
    })
  })
  return called.sort((one, other) => one.wanted - other.wanted)
}

interface PlacedNote {
  readonly called: CalledNote
  readonly top: number
}

/** Notes one under another, as near to their lines as they have room; undefined if they have none. Lengths are points. */
export function placeNotesBeside<Note extends Pick<CalledNote, 'height' | 'wanted'>>(
  notes: readonly Note[],
  taken: readonly VerticalSpan[],
  within: VerticalSpan,
  gap: number,
): { readonly called: Note; readonly top: number }[] | undefined {
  let end = within.top - gap
  const down = notes.map(called => {
    let top = Math.max(called.wanted, end + gap)
    for (let hit = hitBy(top, called.height, taken, gap); hit; hit = hitBy(top, called.height, taken, gap))
      top = hit.bottom + gap
    end = top + called.height
    return { called, top }
  })
  let limit = within.bottom
  const up = down.reverse().map(({ called, top: wanted }) => {
    let top = Math.min(wanted, limit - called.height)
    for (let hit = hitBy(top, called.height, taken, gap); hit; hit = hitBy(top, called.height, taken, gap))
      top = hit.top - gap - called.height
    limit = top - gap
    return { called, top }
  })
  return (up.at(-1)?.top ?? within.top) >= within.top ? up.reverse() : undefined
}

/** Points by which rounding may let a note reach into what it stands beside. */
const TOLERANCE = 0.01

const hitBy = (top: number, height: number, taken: readonly VerticalSpan[], gap: number) =>
  taken.find(span => top < span.bottom + gap - TOLERANCE && top + height > span.top - gap + TOLERANCE)

/** What stands where the notes would, between two distances from the left edge of the page. */
function takenSpans(items: readonly PageItem[], left: number, right: number): VerticalSpan[] {
  return items.flatMap(({ type, item }) => {
    if (type === 'line') {
      const { line, x, y } = item
      return x + line.width > left && x < right ? [{ top: y, bottom: y + line.ascent + line.descent }] : []
    }
    const box =
      type === 'image' ? { x: item.x, y: item.y, w: item._width, h: item._height } : vectorBounds(item)
    return box.x + box.w > left && box.x < right ? [{ top: box.y, bottom: box.y + box.h }] : []
  })
}

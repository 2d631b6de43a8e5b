import type { Block } from '../../markup/index.js'
import type { MarginColumn } from '../compose/margin-notes.js'
import type { BlockPlaces, BlockRectangle } from '../flow/block-rectangles.js'
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

/** Share of a page's body by which a note may stand away from its line: farther off it would help nobody. */
const FARTHEST_SHARE = 1 / 3

/**
 * Sets notes beside the lines that call them, on pages that are laid out. Notes do not overlap each other nor what takes the
 * whole width: they move down, or up where the page ends. One that has no room near its line is left to the lists that it repeats.
 */
export const withMarginNotes = (
  pages: readonly DocumentPage[],
  column: MarginColumn,
  { rectangles }: Pick<BlockPlaces, 'rectangles'>,
): DocumentPage[] => {
  const across = [...rectangles].flatMap(([block, parts]) =>
    isAcross(block) ? parts.map(part => ({ ...part, hasColumns: isInColumns(block) })) : [],
  )
  return pages.map((page, index) => {
    const items = marginItems(
      page,
      column,
      across.filter(part => part.page === index),
    )
    return items.length > 0 ? { ...page, items: [...page.items, ...items] } : page
  })
}

/** Whether a block takes the width of the page, what it leaves free included. */
const isAcross = (block: Block): boolean =>
  ['table', 'figure', 'diagram', 'masthead', 'contents'].includes(block.kind) || isInColumns(block)

const isInColumns = (block: Block): boolean =>
  block.kind === 'columns' ||
  block.kind === 'parallel' ||
  (block.kind === 'section' && (block.style === 'two-columns' || block.style === 'fine'))

interface BlockAcross extends BlockRectangle {
  /** Text in it stands beside other text, and not beside a margin: it calls no notes. */
  readonly hasColumns: boolean
}

function marginItems(page: DocumentPage, column: MarginColumn, across: readonly BlockAcross[]): PageItem[] {
  const left = page.pageMargins.left + column.x
  const right = left + column.width
  const within = { top: page.pageMargins.top, bottom: page.pageSize.height - page.pageMargins.bottom }
  const farthest = (within.bottom - within.top) * FARTHEST_SHARE
  const blocks = across.filter(({ x, width }) => x + width > left && x < right)
  const taken = [
    ...blocks.map(({ y, height }) => ({ top: y, bottom: y + height })),
    ...takenSpans(page.items, left, right),
  ]
  let placed: readonly PlacedNote[] = []
  const isBesideText = ({ wanted }: CalledNote) =>
    across.some(({ hasColumns, y, height }) => hasColumns && wanted >= y - TOLERANCE && wanted < y + height)
  for (const note of calledNotes(page.items, column)) {
    if (isBesideText(note)) continue
    const all = placeNotesBeside([...placed.map(({ called }) => called), note], taken, within, column.gap)
    if (all?.every(({ called, top }) => Math.abs(top - called.wanted) <= farthest)) placed = all
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
    const { height, wanted } = called
    const least = Math.max(within.top, end + gap)
    const start = Math.max(wanted, least)
    const [below, above] = [clearOf(start, height, taken, gap, 1), clearOf(start, height, taken, gap, -1)]
    const top = above >= least && wanted - above < below - wanted ? above : below
    end = top + height
    return { called, top }
  })
  let limit = within.bottom
  const up = down.reverse().map(({ called, top: wanted }) => {
    const top = clearOf(Math.min(wanted, limit - called.height), called.height, taken, gap, -1)
    limit = top - gap
    return { called, top }
  })
  return (up.at(-1)?.top ?? within.top) >= within.top ? up.reverse() : undefined
}

/** Points by which rounding may let a note reach into what it stands beside. */
const TOLERANCE = 0.01

/** The top nearest to one, downwards or upwards, at which a note of a height is clear of what is there. */
function clearOf(
  from: number,
  height: number,
  taken: readonly VerticalSpan[],
  gap: number,
  direction: 1 | -1,
): number {
  const isHit = (top: number) => (span: VerticalSpan) =>
    top < span.bottom + gap - TOLERANCE && top + height > span.top - gap + TOLERANCE
  let top = from
  for (let hit = taken.find(isHit(top)); hit; hit = taken.find(isHit(top)))
    top = direction === 1 ? hit.bottom + gap : hit.top - gap - height
  return top
}

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

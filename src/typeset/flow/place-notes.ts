import type { Line } from '../nodes/line.js'
import type { PageItem } from '../nodes/page.js'
import { rectangle } from './frame.js'
import type { NodeHeights } from './node-heights.js'
import type { PageBuilder, PageUnderWay } from './page-builder.js'
import { heightOfNotes, type NoteLook, type NotePart, splitNotes } from './split-notes.js'

/**
 * Places the notes of all pages at their feet, each on the page that calls it as far as it has room there. What is left goes
 * on to the next page, at last to pages of its own, each of which takes at least one line: so it ends.
 */
export function placeNotes(builder: PageBuilder, look: NoteLook, heights: NodeHeights): void {
  let rest: readonly NotePart[] = []
  for (let index = 0; index < builder.pages.length || rest.length > 0; index++) {
    const last = builder.pages[index - 1]
    const page = builder.pages[index] ?? (last && builder.appendPage(last.setup))
    if (!page) return
    const notes: NotePart[] = [...rest, ...page.notes.called]
    const split = splitNotes(notes, roomBelow(page), look, !page.hasContent)
    placeAtFoot(split.placed, page, look, heights)
    rest = split.rest
  }
}

/** Points between the text of a page and the end of its body. */
export const roomBelow = ({ setup, lowest }: PageUnderWay): number =>
  setup.height - setup.margins.bottom - lowest

function placeAtFoot(
  notes: readonly NotePart[],
  page: PageUnderWay,
  look: NoteLook,
  heights: NodeHeights,
): void {
  if (notes.length === 0) return
  const { setup, entries } = page
  const { left, bottom } = setup.margins
  let y =
    setup.height -
    bottom -
    heightOfNotes(
      notes.map(({ lines }) => lines),
      look,
    ) +
    look.separation
  page.lowest = setup.height - bottom
  const { rule } = look
  const item = rectangle(left, y - look.separation / 2, look.ruleWidth, rule.width, rule.colour)
  entries.push({ type: 'vector', item })
  for (const part of notes) {
    const [label] = part.isBeginning ? heights.linesOf(part.note.label, Number.POSITIVE_INFINITY) : []
    entries.push(...noteItems(part, label, left, y))
    for (const line of part.lines) y += line.height
    y += look.gap
  }
}

function noteItems(
  { note: { paragraph, indent, gap }, lines, isBeginning }: NotePart,
  label: Line | undefined,
  left: number,
  y: number,
): PageItem[] {
  const items: PageItem[] = []
  const block = paragraph.blocks?.at(-1)
  const plain = { outline: undefined, repeated: false, block }
  let top = y
  for (const [index, line] of lines.entries()) {
    const begins = isBeginning && index === 0
    const anchors = begins ? (paragraph.anchors ?? []) : []
    const lineTop = top + line.halfLeading
    items.push({ type: 'line', item: { line, x: left + indent, y: lineTop, anchors, ...plain } })
    if (begins && label) {
      const place = { x: left + indent - gap - label.width, y: lineTop + line.ascent - label.ascent }
      items.push({ type: 'line', item: { line: label, ...place, anchors: [], ...plain } })
    }
    top += line.height
  }
  return items
}

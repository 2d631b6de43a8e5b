import type { Line } from '../nodes/line.js'
import type { PageItem } from '../nodes/page.js'
import type { BlockRecorder } from './block-rectangles.js'
import { rectangle } from './frame.js'
import type { NodeHeights } from './node-heights.js'
import type { PageBuilder, PageUnderWay } from './page-builder.js'
import { heightOfNotes, type NoteLook, type NotePart, splitNotes } from './split-notes.js'

/**
 * Places the notes of all pages at their feet, each on the page that calls it as far as it has room there. What is left goes
 * on to the next page, at last to pages of its own, each of which takes at least one line: so it ends.
 */
export function placeNotes(
  builder: PageBuilder,
  look: NoteLook,
  heights: NodeHeights,
  recorder: BlockRecorder,
): LackingRoom[] {
  const placer = new NotePlacer(builder, look, heights, recorder)
  const lacking: LackingRoom[] = []
  let rest: readonly NotePart[] = []
  for (let index = 0; index < builder.pages.length || rest.length > 0; index++) {
    const last = builder.pages[index - 1]
    const page = builder.pages[index] ?? (last && builder.appendPage(last.setup))
    if (!page) return lacking
    const notes: NotePart[] = [...rest, ...page.notes.called]
    const split = splitNotes(notes, roomBelow(page), look, !page.hasContent)
    placer.placeAtFoot(split.placed, page, index)
    rest = split.rest
    const late = rest.filter(
      ({ note, isBeginning }) => isBeginning && page.notes.called.some(called => called.note === note),
    )
    if (late.length > 0)
      lacking.push({
        page: index,
        points: heightOfNotes(
          notes.map(({ lines }) => lines),
          look,
        ),
      })
  }
  return lacking
}

/** A page whose text leaves no room for the beginning of a note that it calls; `points` are all that its notes need. */
export interface LackingRoom {
  readonly page: number
  readonly points: number
}

/** Points between the text of a page and the end of its body. */
export const roomBelow = ({ setup, lowest }: PageUnderWay): number =>
  setup.height - setup.margins.bottom - lowest

class NotePlacer {
  constructor(
    private readonly builder: PageBuilder,
    private readonly look: NoteLook,
    private readonly heights: NodeHeights,
    private readonly recorder: BlockRecorder,
  ) {}

  placeAtFoot(notes: readonly NotePart[], page: PageUnderWay, index: number): void {
    if (notes.length === 0) return
    const { look } = this
    const { setup, entries } = page
    const { left, right, bottom } = setup.margins
    const width = Math.min(setup.width - left - right, look.measure)
    const lines = notes.map(part => part.lines)
    let y = setup.height - bottom - heightOfNotes(lines, look) + look.separation
    page.lowest = setup.height - bottom
    const { rule } = look
    const item = rectangle(left, y - look.separation / 2, look.ruleWidth, rule.width, rule.colour)
    entries.push({ type: 'vector', item })
    for (const part of notes) {
      const top = y
      entries.push(...this.#items(part, left, top))
      for (const line of part.lines) y += line.height
      const caller = this.builder.callers.get(part.note)
      if (caller)
        this.recorder.addNote(caller, part.note, { page: index, x: left, y: top, width, height: y - top })
      y += look.gap
    }
  }

  #items({ note, lines, isBeginning }: NotePart, left: number, y: number): PageItem[] {
    const { paragraph, gap } = note
    const { indent } = this.look
    const [label] = isBeginning ? this.heights.linesOf(note.label, Number.POSITIVE_INFINITY) : []
    const items: PageItem[] = []
    const plain = { outline: undefined, repeated: false, block: this.builder.callers.get(note) }
    const place = (line: Line, x: number, top: number, anchors: readonly string[]) =>
      items.push({ type: 'line', item: { line, x, y: top, anchors, ...plain } })
    let top = y
    for (const [index, line] of lines.entries()) {
      const begins = isBeginning && index === 0
      const lineTop = top + line.halfLeading
      place(line, left + indent, lineTop, begins ? (paragraph.anchors ?? []) : [])
      if (begins && label)
        place(label, left + indent - gap - label.width, lineTop + line.ascent - label.ascent, [])
      top += line.height
    }
    return items
  }
}

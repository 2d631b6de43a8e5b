import type { Block } from '../../markup/index.js'
import type { ListMarker } from '../nodes/layout-nodes.js'
import type { Line } from '../nodes/line.js'
import type { Bookmark, FootNote } from '../nodes/paragraph.js'
import { notesOfLines } from './note-lines.js'
import { linesBeforeBreak } from './paragraph-breaks.js'
import type { Placer } from './placer.js'

/** What waits for the next line of text. */
export interface FirstLineMarks {
  readonly markers: WaitingMarker[]
  /** Destinations. */
  readonly anchors: string[]
}
interface WaitingMarker {
  readonly marker: ListMarker
  /** The left edge of the text of its item, in points. */
  readonly x: number
  /** The list. */
  readonly block: Block | undefined
}

/** Places lines one under another, on as many pages as they need; the first line takes the marks that wait for it. */
export function placeLines(
  lines: readonly Line[],
  outline: Bookmark | undefined,
  placer: Placer,
  marks: FirstLineMarks,
): void {
  const { builder } = placer
  for (let from = 0; from < lines.length; ) {
    const rest = from === 0 ? lines : lines.slice(from)
    const count = linesBeforeBreak(rest.length, countFitting(rest, placer), mustPlace(rest[0], placer))
    for (let index = 0; index < count; index++) {
      const line = rest[index]
      if (line) placeLine(line, from + index === 0 ? outline : undefined, placer, marks)
    }
    from += count
    if (from < lines.length) builder.breakPage()
  }
}

/** At the top of a page a line is placed, unless notes of the page before leave no room there for it and its notes. */
function mustPlace(first: Line | undefined, placer: Placer): boolean {
  const { builder } = placer
  if (!builder.isAtTop || !first) return false
  return !builder.page.notes.isContinuing || placer.hasRoom(first.height, notesOfLines([first]))
}

function countFitting(lines: readonly Line[], placer: Placer): number {
  const { builder } = placer
  if (builder.isUnbreakable) return lines.length
  let rest = builder.available
  let called: readonly FootNote[] = []
  for (const [index, line] of lines.entries()) {
    if (rest < line.height) return index
    rest -= line.height
    const notes = notesOfLines([line])
    if (notes.length === 0 && called.length === 0) continue
    called = [...called, ...notes]
    if (!placer.hasRoom(builder.available - rest, called)) return index
  }
  return lines.length
}

function placeLine(
  line: Line,
  outline: Bookmark | undefined,
  { builder }: Placer,
  { markers, anchors: waiting }: FirstLineMarks,
): void {
  const { at, block, isRepeating: repeated } = builder
  const slack = at.width - line.width
  const x = at.x + (line.align === 'right' ? slack : line.align === 'center' ? slack / 2 : 0)
  const y = at.y + line.halfLeading
  const anchors = repeated ? [] : waiting.splice(0)
  const plain = { outline: undefined, repeated, block }
  builder.place({ type: 'line', item: { line, x, y, anchors, ...plain, outline } })
  for (const { marker, x: start, block: list } of markers.splice(0)) {
    const label = marker.line
    const left = start - (marker.alignRight ? marker.gap + label.width : marker.indent)
    const top = y + line.ascent - label.ascent
    builder.place({
      type: 'line',
      item: { line: label, x: left, y: top, anchors: [], ...plain, block: list },
    })
  }
  builder.moveDown(line.height)
  const notes = repeated ? [] : notesOfLines([line])
  if (notes.length > 0) builder.callNotes(notes)
}

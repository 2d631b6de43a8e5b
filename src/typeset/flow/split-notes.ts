import type { BorderLine } from '../nodes/layout-nodes.js'
import { heightOfLines, type Line } from '../nodes/line.js'
import type { FootNote } from '../nodes/paragraph.js'
import { linesBeforeBreak } from './paragraph-breaks.js'

/** How notes look. Lengths are points. */
export interface NoteLook {
  /** Over the first note of a page, across `ruleWidth`. */
  readonly rule: BorderLine
  readonly ruleWidth: number
  /** From the text to the first note. */
  readonly separation: number
  /** Between notes. */
  readonly gap: number
  /** From the left edge of the text to that of the notes, which leaves room for the widest label. */
  readonly indent: number
  /** From the left edge of the text to the right edge of notes: no wider than the narrowest page, and easy to read. */
  readonly measure: number
}

/** A note, or what is left of it on a page after that of its call. */
export interface NotePart {
  readonly note: FootNote
  readonly lines: readonly Line[]
  /** Its beginning, which shows the label. */
  readonly isBeginning: boolean
}

/** Points that notes take at the foot of a page. */
export function heightOfNotes(notes: readonly (readonly Line[])[], { separation, gap }: NoteLook): number {
  if (notes.length === 0) return 0
  const lines = notes.reduce((sum, one) => sum + heightOfLines(one), 0)
  return separation + lines + gap * (notes.length - 1)
}

/**
 * The notes that fit `room` points, the last of them in part, and what is left for the next page. With `mustBegin` at
 * least one line is placed, so that every page takes something of what is left.
 */
export function splitNotes(
  notes: readonly NotePart[],
  room: number,
  look: NoteLook,
  mustBegin: boolean,
): { readonly placed: readonly NotePart[]; readonly rest: readonly NotePart[] } {
  const placed: NotePart[] = []
  let free = room - look.separation
  for (const [index, { note, lines, isBeginning }] of notes.entries()) {
    if (placed.length > 0) free -= look.gap
    const count = linesBeforeBreak(lines.length, fittingLines(lines, free), mustBegin && placed.length === 0)
    if (count > 0) placed.push({ note, lines: lines.slice(0, count), isBeginning })
    if (count < lines.length) {
      const rest = { note, lines: lines.slice(count), isBeginning: isBeginning && count === 0 }
      return { placed, rest: [rest, ...notes.slice(index + 1)] }
    }
    free -= heightOfLines(lines)
  }
  return { placed, rest: [] }
}

function fittingLines(lines: readonly Line[], room: number): number {
  let rest = room
  for (const [index, { height }] of lines.entries()) {
    if (rest + TOLERANCE < height) return index
    rest -= height
  }
  return lines.length
}

/** Points by which rounding may make notes too high. */
const TOLERANCE = 0.01

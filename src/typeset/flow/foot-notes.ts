import type { Line } from '../nodes/line.js'
import type { PageSetup } from '../nodes/page.js'
import type { FootNote } from '../nodes/paragraph.js'
import type { NodeHeights } from './node-heights.js'
import { leadingLines } from './paragraph-breaks.js'
import { heightOfNotes, type NoteLook, type NotePart, splitNotes } from './split-notes.js'

/** Share of a page's body that notes continued from the page before may take from its text. */
const CONTINUED_SHARE = 0.6

/** The notes of a page while its text is laid out: those continued from the page before, and those that it calls. */
export class PageNotes {
  readonly #called: FootNote[] = []
  readonly #width: number
  /** Points at the end of the page that are kept for notes. */
  #reserved: number
  /** A note has to be continued on the next page, so that no other can begin on this one. */
  #isClosed: boolean

  constructor(
    private readonly heights: NodeHeights,
    private readonly look: NoteLook,
    { width, height, margins }: PageSetup,
    /** From the page before, as far as it is known. */
    private readonly continued: readonly NotePart[],
  ) {
    this.#width = Math.min(width - margins.left - margins.right, look.measure) - look.indent
    const whole = heightOfNotes(
      continued.map(({ lines }) => lines),
      look,
    )
    const most = (height - margins.top - margins.bottom) * CONTINUED_SHARE
    this.#isClosed = whole > most
    this.#reserved = Math.min(whole, most)
  }

  get reserved(): number {
    return this.#reserved
  }

  get called(): readonly NotePart[] {
    return this.#called.map(note => ({ note, lines: this.#linesOf(note), isBeginning: true }))
  }

  /** The room beside what is kept already that notes need to begin on this page, in points; infinite if they cannot. */
  leastRoom(notes: readonly FootNote[]): number {
    if (notes.length === 0) return 0
    return this.#isClosed ? Number.POSITIVE_INFINITY : this.#added(this.#beginnings(notes))
  }

  /** The room that notes need here whole; where that is more than `most` points, to begin. Infinite if they cannot. */
  wholeRoom(notes: readonly FootNote[], most: number): number {
    if (notes.length === 0 || this.#isClosed) return this.leastRoom(notes)
    const whole = this.#added(notes.map(note => this.#linesOf(note)))
    return whole > most ? this.leastRoom(notes) : whole
  }

  /** Whether notes of the page before take room here, which the next page will have. */
  get isContinuing(): boolean {
    return this.continued.length > 0
  }

  /** Takes up notes that are called on this page, which has `free` points left. */
  call(notes: readonly FootNote[], free: number): void {
    if (notes.length === 0) return
    const whole = this.#added(notes.map(note => this.#linesOf(note)))
    const least = this.#added(this.#beginnings(notes))
    this.#called.push(...notes)
    if (this.#isClosed) return
    this.#isClosed = whole > free
    this.#reserved += this.#isClosed ? Math.min(least, Math.max(0, free)) : whole
  }

  /** What the notes of the page leave for the next, if `room` points are below its text. */
  restBelow(room: number): readonly NotePart[] {
    return splitNotes([...this.continued, ...this.called], room, this.look, false).rest
  }

  #linesOf({ paragraph }: FootNote): readonly Line[] {
    return this.heights.linesOf(paragraph, this.#width)
  }

  /** All lines but those of the last note that may go on to the next page. */
  #beginnings(notes: readonly FootNote[]): (readonly Line[])[] {
    const lines = notes.map(note => this.#linesOf(note))
    const last = lines.at(-1) ?? []
    return [...lines.slice(0, -1), last.slice(0, leadingLines(last.length))]
  }

  #added(notes: readonly (readonly Line[])[]): number {
    const { separation, gap } = this.look
    return heightOfNotes(notes, this.look) + (this.#reserved > 0 ? gap - separation : 0)
  }
}

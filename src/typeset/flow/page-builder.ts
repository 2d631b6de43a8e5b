import { present } from '../../diagnostics/index.js'
import type { Block } from '../../markup/index.js'
import type { DocumentPage, PageItem, PageSetup } from '../nodes/page.js'
import type { FootNote } from '../nodes/paragraph.js'
import type { PdfmakeVector } from '../nodes/pdfmake-classes.js'
import type { PageNotes } from './foot-notes.js'

/** A page that is being laid out. Lengths are points. */
export interface PageUnderWay {
  readonly setup: PageSetup
  /** What is drawn, in order; of a frame, what will be drawn once it is known how high it is. */
  readonly entries: (PageItem | VectorSlot)[]
  /** How far down the page content reaches. */
  lowest: number
  /** Whether anything is on the page besides repeated heads of tables. */
  hasContent: boolean
  /** Whether all that is on the page is kept with what comes next. */
  isKept: boolean
  readonly notes: PageNotes
}

/** The place in the order of drawing at which vectors are drawn that are known later. */
export interface VectorSlot {
  readonly type: 'slot'
  readonly vectors: PdfmakeVector[]
  readonly block: Block | undefined
}

/** What is begun and not ended while content goes on to another page: a frame, or a table with a head. */
export interface OpenContainer {
  /** The innermost block that it is of. */
  readonly block: Block | undefined
  /** Points that it needs below its content at the end of a page. */
  readonly endPadding?: number
  /** Its content ends on this page at `y`, and goes on to another; returns where what it draws there ends. */
  leave(page: number, y: number): number
  /** Its content comes to a page at `y`; returns where the content goes on. */
  enter(page: number, y: number): number
}

/** Where content is placed next. Lengths are points from the left and the top edge of the page. */
export interface FlowPosition {
  page: number
  x: number
  y: number
  width: number
  /** Where content of this page begins: a page break there would gain nothing. */
  top: number
}

/** The pages of a document and the position in them. */
export class PageBuilder {
  readonly pages: PageUnderWay[] = []
  at: FlowPosition
  /** Containers that are open at the position, the outermost first. */
  readonly open: OpenContainer[] = []
  /** Whether what is placed stays on its page even where it goes over the end. */
  isUnbreakable = false
  /** Whether what is placed repeats what a page before has shown. */
  isRepeating = false
  /** The innermost block that is being placed. */
  block: Block | undefined
  /** The column that is being filled of text that flows through several; parts of a block in different ones are apart. */
  lane: symbol | undefined
  /** The blocks that call notes. */
  readonly callers = new Map<FootNote, Block>()

  constructor(
    setup: PageSetup,
    private readonly createNotes: (setup: PageSetup, before: PageUnderWay | undefined) => PageNotes,
    /** Points at the end of pages that no text takes, for notes of text that is placed after other text beside it. */
    private readonly keptForNotes: ReadonlyMap<number, number>,
  ) {
    this.at = this.#addPage(setup)
  }

  get page(): PageUnderWay {
    return present(this.pages[this.at.page], 'page under way')
  }

  /** Points to the end of the page, less what containers need there. */
  get available(): number {
    if (this.isUnbreakable) return Number.POSITIVE_INFINITY
    return this.open.reduce((room, { endPadding = 0 }) => room - endPadding, this.#bottom - this.at.y)
  }

  /** Whether a page break would gain nothing: at the top of a page, or with only the padding of frames above. */
  get isAtTop(): boolean {
    return this.at.y <= this.at.top || !this.page.hasContent
  }

  /** Whether a page break would gain nothing, or would only separate what is kept together. */
  get isBreakUseless(): boolean {
    return this.isAtTop || this.page.isKept
  }

  get #bottom(): number {
    return this.#bodyBottom - Math.max(this.page.notes.reserved, this.keptForNotes.get(this.at.page) ?? 0)
  }

  get #bodyBottom(): number {
    const { setup } = this.page
    return setup.height - setup.margins.bottom
  }

  /** Points that are left for more notes where text goes on for `height`. */
  roomForNotes(height: number): number {
    const { page, at } = this
    return this.#bodyBottom - page.notes.reserved - Math.max(page.lowest, at.y + height)
  }

  /** Continues at the top of the next page. */
  breakPage(): void {
    const { page } = this.at
    this.page.lowest = Math.max(this.page.lowest, this.#leavePage())
    const { setup } = this.page
    if (page + 1 === this.pages.length) this.appendPage(setup)
    let top = setup.margins.top
    this.at = { ...this.at, page: page + 1, y: top, top }
    const { block } = this
    for (const container of [...this.open]) {
      this.block = container.block
      top = container.enter(page + 1, top)
      this.at.y = top
      this.at.top = top
    }
    this.block = block
  }

  /** Continues where the last of contents side by side ends; what is around them reaches over each on its last page. */
  continueBelow(ends: readonly FlowPosition[], { x, width }: Pick<FlowPosition, 'x' | 'width'>): void {
    const last = ends.reduce((furthest, end) => furtherOf(furthest, end), this.at)
    for (const end of ends) {
      if (end.page === last.page) continue
      this.at = end
      this.#leavePage()
    }
    this.at = { ...last, x, width }
  }

  /** Tells how far down what is around the position reaches. */
  #leavePage(): number {
    const { page, y } = this.at
    return this.open.reduceRight((end, container) => container.leave(page, end), y)
  }

  /** Continues at the top of a new page of this size, with its whole width. */
  beginPage(setup: PageSetup): void {
    this.at = this.#addPage(setup)
  }

  /** Moves down by points, over content that is there. */
  moveDown(by: number): void {
    this.at.y += by
    this.page.lowest = Math.max(this.page.lowest, this.at.y)
  }

  /** Takes up notes that what is placed last calls. */
  callNotes(notes: readonly FootNote[]): void {
    const { page, block } = this
    if (block) for (const note of notes) this.callers.set(note, block)
    page.notes.call(notes, this.roomForNotes(0))
  }

  place(item: PageItem): void {
    this.page.entries.push(item)
    if (!this.isRepeating) this.page.hasContent = true
  }

  placeVector(vector: PdfmakeVector): void {
    this.place({ type: 'vector', item: { ...vector, block: this.block } })
  }

  /** Keeps a place in the order of drawing on a page. */
  addSlot(page: number): VectorSlot {
    const slot: VectorSlot = { type: 'slot', vectors: [], block: this.block }
    present(this.pages[page], 'page of a slot').entries.push(slot)
    return slot
  }

  /** The pages as they are drawn. */
  finished(): DocumentPage[] {
    return this.pages.map(({ setup: { width, height, margins }, entries, lowest }) => ({
      pageSize: { width, height },
      pageMargins: margins,
      fill: Math.min(1, Math.max(0, (lowest - margins.top) / (height - margins.top - margins.bottom))),
      items: entries.flatMap((entry): PageItem[] =>
        entry.type === 'slot' ? entry.vectors.map(vector => placedOf(vector, entry)) : [entry],
      ),
    }))
  }

  /** Adds a page after the last one, without going on to it. */
  appendPage(setup: PageSetup): PageUnderWay {
    const notes = this.createNotes(setup, this.pages.at(-1))
    const page = { setup, entries: [], lowest: setup.margins.top, hasContent: false, isKept: false, notes }
    this.pages.push(page)
    return page
  }

  #addPage(setup: PageSetup): FlowPosition {
    const { width, margins } = setup
    this.appendPage(setup)
    const [x, y] = [margins.left, margins.top]
    return { page: this.pages.length - 1, x, y, top: y, width: width - margins.left - margins.right }
  }
}

const placedOf = (vector: PdfmakeVector, { block }: VectorSlot): PageItem => ({
  type: 'vector',
  item: { ...vector, block },
})

const furtherOf = (one: FlowPosition, other: FlowPosition): FlowPosition =>
  other.page > one.page || (other.page === one.page && other.y > one.y) ? other : one

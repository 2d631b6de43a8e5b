import type { FileChild } from 'docx'
import type { Fonts, TextStyle } from '../../typeset/index.js'
import { widthOfText } from './measure-text.js'

/** How high something is, in points, and which places it is. */
export interface EstimatedHeight {
  /** What no page breaks, from the top: the lines of a paragraph, the rows of a table. */
  readonly pieces: readonly number[]
  readonly before: number
  readonly after: number
  readonly keepNext: boolean
  readonly places: readonly string[]
}

/** The room that a paragraph has for its text. Lengths are points. */
export interface ParagraphRoom {
  readonly width: number
  readonly leading: number
  readonly before: number
  readonly after: number
  readonly keepNext: boolean
}

/** How high the blocks of a document will be in Word, from the widths of their words. */
export class EstimatedHeights {
  readonly #heights = new WeakMap<object, EstimatedHeight>()
  #widths = [0]
  #highest = 0

  constructor(private readonly fonts: Fonts) {}

  /** Counts words of the paragraph that is being written. */
  addText(text: string, style: TextStyle): void {
    const width = text.split(/(?<= )/).reduce((sum, word) => sum + widthOfText(word, style, this.fonts), 0)
    this.#widths[this.#widths.length - 1] = (this.#widths.at(-1) ?? 0) + width
  }

  addBreak(): void {
    this.#widths.push(0)
  }

  /** Counts a picture of so many points in the line of the paragraph that is being written. */
  addPicture(height: number): void {
    this.#highest = Math.max(this.#highest, height)
  }

  /** Begins a paragraph: what was counted before is of no other. */
  begin(): void {
    this.#widths = [0]
    this.#highest = 0
  }

  endParagraph(block: object, room: ParagraphRoom, places: readonly string[]): void {
    const { width, leading, before, after, keepNext } = room
    const lines = this.#widths.reduce(
      (sum, each) => sum + Math.max(1, Math.ceil((each * RAGGED) / Math.max(1, width))),
      0,
    )
    const pieces = this.#highest > 0 ? [this.#highest] : Array.from({ length: lines }, () => leading)
    this.#heights.set(block, { pieces, before, after, keepNext, places })
    this.begin()
  }

  setTable(block: object, rows: readonly (readonly TableCellHeight[])[]): void {
    const pieces = rows.map(cells => Math.max(0, ...cells.map(cell => this.#heightOfCell(cell))))
    const places = rows.flat().flatMap(({ blocks }) => blocks.flatMap(each => this.of(each).places))
    this.#heights.set(block, { pieces, before: 0, after: 0, keepNext: false, places })
  }

  of(block: object): EstimatedHeight {
    return this.#heights.get(block) ?? NOTHING
  }

  #heightOfCell({ blocks, padding }: TableCellHeight): number {
    return blocks.reduce((sum, block) => {
      const { pieces, before, after } = this.of(block)
      return sum + before + after + pieces.reduce((all, piece) => all + piece, 0)
    }, padding)
  }
}

export interface TableCellHeight {
  readonly blocks: readonly FileChild[]
  /** Points above and below its blocks together. */
  readonly padding: number
}

/** Of the width of words: what lines leave free at their ends. */
const RAGGED = 1.04
const NOTHING: EstimatedHeight = { pieces: [], before: 0, after: 0, keepNext: false, places: [] }

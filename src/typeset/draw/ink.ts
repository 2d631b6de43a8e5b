import type { PDFDocument } from '../pdfmake-classes.js'

/** What text is written with. Lengths are points. */
export interface Writing {
  readonly colour: string
  readonly font: string
  readonly size: number
  readonly tracking: number
}

/** Knows what the graphics state of a page holds for text, so that it is told only what changes. */
export class Ink {
  #page: PDFDocument['page'] | undefined
  #colour: string | undefined
  #font: string | undefined
  #tracking = 0

  constructor(private readonly document: PDFDocument) {}

  /** Learns of an operator that something else wrote: some change the colour, or take back all that was set. */
  notice(operator: string): void {
    if (operator.endsWith('scn')) this.#colour = undefined
    else if (operator === 'Q') this.#forget(Number.NaN)
  }

  /** The operators that are missing for text to be written so. */
  take({ colour, font, size, tracking }: Writing): string[] {
    this.#turnPage()
    const operators: string[] = []
    if (colour !== this.#colour) operators.push(`${componentsOf(colour)} rg`)
    const sized = `/${font} ${rounded(size)} Tf`
    if (sized !== this.#font) operators.push(sized)
    if (tracking !== this.#tracking) operators.push(`${rounded(tracking)} Tc`)
    this.#colour = colour
    this.#font = sized
    this.#tracking = tracking
    return operators
  }

  #turnPage(): void {
    if (this.#page === this.document.page) return
    this.#page = this.document.page
    this.#forget(0)
  }

  #forget(tracking: number): void {
    this.#colour = undefined
    this.#font = undefined
    this.#tracking = tracking
  }
}

/** Of a colour `#rrggbb`, shares of red, green and blue. */
const componentsOf = (colour: string): string =>
  [1, 3, 5].map(at => rounded(Number.parseInt(colour.slice(at, at + 2), 16) / 255)).join(' ')

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

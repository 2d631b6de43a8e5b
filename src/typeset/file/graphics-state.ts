import type { PdfmakeDocument } from '../nodes/pdfmake-classes.js'

/** What text is written with. Lengths are points. */
export interface TextParameters {
  readonly colour: string
  readonly font: string
  readonly size: number
  readonly tracking: number
}

/** Knows what the graphics state of a page holds for text, so that it is told only what changes. */
export class GraphicsState {
  #page: PdfmakeDocument['page'] | undefined
  #colour: string | undefined
  #font: string | undefined
  #tracking = 0

  constructor(private readonly document: PdfmakeDocument) {}

  /** Learns of an operator that something else wrote: one takes back all that was set. */
  observeOperator(operator: string): void {
    if (operator === 'Q') this.#forget(Number.NaN)
  }

  /** The operators that are missing for text to be written so. */
  textOperators({ colour, font, size, tracking }: TextParameters): string[] {
    const operators = this.fillOperators(colour)
    const sized = `/${font} ${rounded(size)} Tf`
    if (sized !== this.#font) operators.push(sized)
    if (tracking !== this.#tracking) operators.push(`${rounded(tracking)} Tc`)
    this.#font = sized
    this.#tracking = tracking
    return operators
  }

  /** The operator that is missing for something to be filled in a colour, as text is. */
  fillOperators(colour: string): string[] {
    this.#turnPage()
    if (colour === this.#colour) return []
    this.#colour = colour
    return [`${rgbOperands(colour)} rg`]
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

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** A length as content streams have it: points are told to a thousandth. */
export const numberOperand = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Of a colour `#rrggbb`, shares of red, green and blue. */
export const rgbOperands = (colour: string): string =>
  [1, 3, 5]
    .map(at => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 10_000) / 10_000)
    .join(' ')

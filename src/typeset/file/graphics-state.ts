import type { PdfmakeDocument } from '../nodes/pdfmake-classes.js'

/** The graphics state that a text needs. Lengths are points. */
export interface TextParameters {
  readonly colour: string
  readonly font: string
  readonly size: number
  readonly letterSpacing: number
}

/** Keeps track of a page's graphics state, so that operators are written only for what changes. */
export class GraphicsState {
  #page: PdfmakeDocument['page'] | undefined
  #colour: string | undefined
  #font: string | undefined
  #letterSpacing = 0

  constructor(private readonly document: PdfmakeDocument) {}

  /** To be told of every operator that is written: `Q` restores a state that is not known. */
  observeOperator(operator: string): void {
    if (operator === 'Q') this.#forget(Number.NaN)
  }

  /** The operators that set the state for a text. */
  textOperators({ colour, font, size, letterSpacing }: TextParameters): string[] {
    const operators = this.fillOperators(colour)
    const sized = `/${font} ${rounded(size)} Tf`
    if (sized !== this.#font) operators.push(sized)
    if (letterSpacing !== this.#letterSpacing) operators.push(`${rounded(letterSpacing)} Tc`)
    this.#font = sized
    this.#letterSpacing = letterSpacing
    return operators
  }

  /** The operator that sets the colour in which text is written and shapes are filled. */
  fillOperators(colour: string): string[] {
    this.#checkPage()
    if (colour === this.#colour) return []
    this.#colour = colour
    return [`${rgbOperands(colour)} rg`]
  }

  #checkPage(): void {
    if (this.#page === this.document.page) return
    this.#page = this.document.page
    this.#forget(0)
  }

  #forget(letterSpacing: number): void {
    this.#colour = undefined
    this.#font = undefined
    this.#letterSpacing = letterSpacing
  }
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** A number in a content stream, rounded to a thousandth. */
export const numberOperand = (value: number): string => String(Math.round(value * 1000) / 1000)

/** The red, green and blue of a colour `#rrggbb`, each from 0 to 1. */
export const rgbOperands = (colour: string): string =>
  [1, 3, 5]
    .map(at => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 10_000) / 10_000)
    .join(' ')

import { rgbOperands } from '../pictures/operands.js'

/** The graphics state that a text needs. Lengths are points. */
export interface TextParameters {
  readonly colour: string
  readonly font: string
  readonly size: number
  readonly letterSpacing: number
}

/** Keeps track of a page's graphics state, so that operators are written only for what changes. What is undefined is not known. */
export class GraphicsState {
  #colour: string | undefined
  #font: string | undefined
  #size: number | undefined
  #letterSpacing: number | undefined

  /** To be called when a page begins: its letter spacing is none, its font and colour are to be set (ISO 32000-1, 8.4.1). */
  reset(): void {
    this.#forget()
    this.#letterSpacing = 0
  }

  /** To be told of every operator that is written: `Q` restores a state that is not known. */
  observe(operators: string): void {
    if (operators === 'Q') this.#forget()
  }

  /** The operators that set the state for a text, each with the end of its line. */
  textOperators({ colour, font, size, letterSpacing }: TextParameters): string {
    let operators = this.fillOperator(colour)
    if (font !== this.#font || size !== this.#size) operators += `/${font} ${rounded(size)} Tf\n`
    if (letterSpacing !== this.#letterSpacing) operators += `${rounded(letterSpacing)} Tc\n`
    this.#font = font
    this.#size = size
    this.#letterSpacing = letterSpacing
    return operators
  }

  /** The operator that sets the colour in which text is written and shapes are filled, with the end of its line. */
  fillOperator(colour: string): string {
    if (colour === this.#colour) return ''
    this.#colour = colour
    return `${rgbOperands(colour)} rg\n`
  }

  #forget(): void {
    this.#colour = undefined
    this.#font = undefined
    this.#size = undefined
    this.#letterSpacing = undefined
  }
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

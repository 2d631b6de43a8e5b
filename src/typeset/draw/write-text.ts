import type { EmbeddedFace } from '../embed/embedded-face.js'
import type { GlyphCode } from '../embed/glyph-codes.js'
import { utf16Hex } from '../embed/to-unicode.js'
import type { WordOperand } from '../embed/word-operand.js'
import { numberOperand } from '../file/graphics-state.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { Glyph } from '../fonts/shaped-word.js'
import { isRightToLeft } from '../lines/visual-order.js'
import type { Word } from '../nodes/word.js'

/** A word and where it begins, in points from the left of its line. */
export interface PositionedWord {
  readonly word: Word
  readonly x: number
}

/**
 * Writes words of one style in one text object, in reading order; `y` is their baseline, in points from the top of the
 * page, and their positions are relative to `x`. pdfkit flips the coordinates of a page; the text matrix flips them back.
 */
export function writeText(file: PdfFile, words: readonly PositionedWord[], x: number, y: number): void {
  const [start] = words
  if (!start) return
  const first = start.word
  const face = file.embeddedFace(first.font)
  file.page.fonts[face.id] ??= face.ref()
  const operators = new TextOperators(face, first)
  const reordered = words.some(({ word }) => isRightToLeft(word))
  for (const { word, x: at } of words) {
    if (reordered) operators.moveTo(at - start.x)
    operators.add(word)
  }
  const state = file.graphicsState.textOperators({
    colour: first.colour,
    font: face.id,
    size: first.fontSize,
    letterSpacing: first.letterSpacing,
  })
  const lines = [
    ...state,
    'BT',
    `1 0 0 -1 ${numberOperand(x + start.x)} ${numberOperand(y)} Tm`,
    ...operators.end(),
    'ET',
  ]
  file.addContent(lines.join('\n'))
}

/** The operators that show words. Lengths are thousandths of an em, as text operators count them. */
class TextOperators {
  readonly #operators: string[] = []
  readonly #size: number
  readonly #letterSpacing: number
  /** The array of the next `TJ`: codes, and moves to the left between them. */
  #elements = ''
  #codes = ''
  /** Where the next glyph would be shown, and where the word that is added begins. */
  #pen = 0
  #origin = 0
  #rise = 0

  constructor(
    private readonly face: EmbeddedFace,
    first: Word,
  ) {
    this.#size = first.fontSize
    this.#letterSpacing = (first.letterSpacing * 1000) / first.fontSize
  }

  /** Continues elsewhere on the line, in points from the first word. */
  moveTo(x: number): void {
    this.#origin = (x * 1000) / this.#size
  }

  /** Text from right to left is shown from its end, and marked as reversed (ISO 32000-1, 14.8.2.3.3). */
  add(word: Word): void {
    const { shaped } = word
    const reversed = isRightToLeft(word) && shaped.glyphs.length > 1
    const known = reversed || this.#letterSpacing !== 0 ? undefined : this.face.wordOperand(shaped)
    if (known) this.#addOperand(known, shaped.width)
    else {
      if (reversed) this.#operator('/ReversedChars BMC')
      for (const glyph of shaped.glyphs) this.#glyph(glyph)
      if (reversed) this.#operator('EMC')
    }
  }

  /** Adds a word that is encoded alike in all documents as a whole. */
  #addOperand({ elements, width }: WordOperand, advance: number): void {
    this.#setRise(0)
    this.#move(this.#origin)
    this.#closeCodes()
    const joins = this.#elements.endsWith('>') && elements.startsWith('<')
    this.#elements = joins ? this.#elements.slice(0, -1) + elements.slice(1) : this.#elements + elements
    this.#pen += width
    this.#origin += advance
  }

  /** A glyph whose code has another text than the glyph gets a replacement text (ISO 32000-1, 14.9.4). */
  #glyph(glyph: Glyph): void {
    const code = this.face.encode(glyph)
    const hasOwnText = code.text === glyph.text
    if (!hasOwnText) this.#operator(`/Span <</ActualText <feff${utf16Hex(glyph.text)}>>> BDC`)
    this.#place(glyph, code)
    if (!hasOwnText) this.#operator('EMC')
  }

  #place({ x, y, advance }: Glyph, { hex, width }: GlyphCode): void {
    this.#setRise(y)
    this.#move(this.#origin + x)
    this.#codes += hex
    this.#pen += width + this.#letterSpacing
    this.#origin += advance + (advance === 0 ? 0 : this.#letterSpacing)
  }

  end(): readonly string[] {
    this.#setRise(0)
    this.#show()
    return this.#operators
  }

  #move(to: number): void {
    const left = Math.round((this.#pen - to) * 100) / 100
    if (left === 0) return
    this.#closeCodes()
    this.#elements += left
    this.#pen -= left
  }

  #setRise(rise: number): void {
    if (rise === this.#rise) return
    this.#operator(`${numberOperand((rise * this.#size) / 1000)} Ts`)
    this.#rise = rise
  }

  #operator(operator: string): void {
    this.#show()
    this.#operators.push(operator)
  }

  #show(): void {
    this.#closeCodes()
    if (this.#elements !== '') this.#operators.push(`[${this.#elements}] TJ`)
    this.#elements = ''
  }

  #closeCodes(): void {
    if (this.#codes !== '') this.#elements += `<${this.#codes}>`
    this.#codes = ''
  }
}

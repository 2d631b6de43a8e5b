import { present } from '../../diagnostics/index.js'
import type { EmbeddedFace } from '../embed/embedded-face.js'
import type { EmbeddedFaces } from '../embed/embedded-faces.js'
import type { GlyphCode } from '../embed/glyph-codes.js'
import { utf16Hex } from '../embed/to-unicode.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { Glyph, WordOperand } from '../fonts/shaped-word.js'
import { isRightToLeft } from '../lines/visual-order.js'
import type { Word } from '../nodes/word.js'
import { numberOperand } from '../pictures/operands.js'
import type { WordSequence } from './word-sequences.js'

/**
 * Writes words of one style in one text object, in reading order; `y` is their baseline, in points from the top of the
 * page, and their positions are relative to `lineX`. pdfkit flips the coordinates of a page; the text matrix flips them back.
 */
export function writeText(
  file: PdfFile,
  faces: EmbeddedFaces,
  { words, x }: WordSequence,
  lineX: number,
  y: number,
): void {
  const first = present(words[0], 'word of a sequence')
  const start = present(x[0], 'position of a word')
  const face = faces.of(first.font)
  file.page.fonts[face.id] ??= face.reference
  const operators = new TextOperators(face, first)
  const reordered = words.some(isRightToLeft)
  words.forEach((word, index) => {
    if (reordered) operators.moveTo((x[index] as number) - start)
    operators.add(word)
  })
  const state = file.graphicsState.textOperators({
    colour: first.colour,
    font: face.id,
    size: first.fontSize,
    letterSpacing: first.letterSpacing,
  })
  const matrix = `1 0 0 -1 ${numberOperand(lineX + start)} ${numberOperand(y)} Tm`
  file.addContent(`${state}BT\n${matrix}\n${operators.end()}ET`)
}

/** The operators that show words. Lengths are thousandths of an em, as text operators count them. */
class TextOperators {
  #operators = ''
  readonly #size: number
  readonly #letterSpacing: number
  /** The array of the next `TJ`: codes, and moves to the left between them. */
  #elements = ''
  /** Whether the array ends in codes whose parenthesis is still open. */
  #inCodes = false
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
    const { glyphs, width } = shaped
    const reversed = isRightToLeft(word) && glyphs.length > 1
    const known = reversed || this.#letterSpacing !== 0 ? undefined : this.face.wordOperand(shaped)
    if (known) {
      this.#addOperand(known, width)
      return
    }
    if (reversed) this.#operator('/ReversedChars BMC')
    this.face.codesOf(shaped).forEach((code, index) => {
      this.#glyph(glyphs[index] as Glyph, code)
    })
    if (reversed) this.#operator('EMC')
  }

  /** Adds a word that is encoded alike in all documents as a whole. */
  #addOperand({ x, codes, width }: WordOperand, advance: number): void {
    this.#setRise(0)
    this.#move(this.#origin + x)
    this.#show(codes)
    this.#pen += width
    this.#origin += advance
  }

  /** A glyph whose code has another text than the glyph gets a replacement text (ISO 32000-1, 14.9.4). */
  #glyph(glyph: Glyph, code: GlyphCode): void {
    const hasOwnText = code.text === glyph.text
    if (!hasOwnText) this.#operator(`/Span <</ActualText <feff${utf16Hex(glyph.text)}>>> BDC`)
    this.#place(glyph, code)
    if (!hasOwnText) this.#operator('EMC')
  }

  #place({ x, y, advance }: Glyph, { bytes, width }: GlyphCode): void {
    this.#setRise(y)
    this.#move(this.#origin + x)
    this.#show(bytes)
    this.#pen += width + this.#letterSpacing
    this.#origin += advance + (advance === 0 ? 0 : this.#letterSpacing)
  }

  end(): string {
    this.#setRise(0)
    this.#endArray()
    return this.#operators
  }

  #move(to: number): void {
    const left = Math.round((this.#pen - to) * 100) / 100
    if (left === 0) return
    this.#elements += this.#inCodes ? `)${left}` : left
    this.#inCodes = false
    this.#pen -= left
  }

  #show(codes: string): void {
    this.#elements += this.#inCodes ? codes : `(${codes}`
    this.#inCodes = true
  }

  #setRise(rise: number): void {
    if (rise === this.#rise) return
    this.#operator(`${numberOperand((rise * this.#size) / 1000)} Ts`)
    this.#rise = rise
  }

  #operator(operator: string): void {
    this.#endArray()
    this.#operators += `${operator}\n`
  }

  #endArray(): void {
    if (this.#elements !== '') this.#operators += `[${this.#elements}${this.#inCodes ? ')' : ''}] TJ\n`
    this.#elements = ''
    this.#inCodes = false
  }
}

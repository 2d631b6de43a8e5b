import type { EmbeddedFace } from '../embed/embedded-face.js'
import type { GlyphCode } from '../embed/glyph-codes.js'
import { utf16Hex } from '../embed/to-unicode.js'
import type { WordOperand } from '../embed/word-operand.js'
import { numberOperand } from '../file/operands.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { Glyph } from '../fonts/shaped-word.js'
import { shapeRun } from '../lines/measure.js'
import { isRightToLeft } from '../lines/visual-order.js'
import type { Word } from '../nodes/word.js'

/**
 * Writes words of one look in one text object, in the order in which they are read; `y` is their baseline, in points
 * from the top of the page, and their places count from `x`. pdfkit turns the page upside down, which the text matrix takes back for the glyphs.
 */
export function writeText(file: PdfFile, words: readonly Word[], x: number, y: number): void {
  const [look] = words
  if (!look) return
  const face = file.embeddedFace(look.font)
  file.page.fonts[face.id] ??= face.ref()
  const shown = new TextOperators(face, look)
  const placed = words.some(isRightToLeft)
  for (const word of words) {
    if (placed) shown.goTo(word.x - look.x)
    shown.add(word)
  }
  const inked = file.graphicsState.textOperators({
    colour: look.colour,
    font: face.id,
    size: look.fontSize,
    tracking: look.letterSpacing,
  })
  const lines = [
    ...inked,
    'BT',
    `1 0 0 -1 ${numberOperand(x + look.x)} ${numberOperand(y)} Tm`,
    ...shown.end(),
    'ET',
  ]
  file.addContent(lines.join('\n'))
}

/** The operators that show words. Lengths are thousandths of an em, as text operators count them. */
class TextOperators {
  readonly #operators: string[] = []
  readonly #size: number
  readonly #tracking: number
  /** What is to be shown with one operator: codes, and moves to the left between them. */
  #row = ''
  #codes = ''
  /** Where the next glyph would be put, and where the word that is added begins. */
  #pen = 0
  #origin = 0
  #rise = 0

  constructor(
    private readonly face: EmbeddedFace,
    look: Word,
  ) {
    this.#size = look.fontSize
    this.#tracking = (look.letterSpacing * 1000) / look.fontSize
  }

  /** Goes on at another place of the line, in points from the first word. */
  goTo(x: number): void {
    this.#origin = (x * 1000) / this.#size
  }

  /** Text from right to left is shown from its end, as readers are told (ISO 32000-1, 14.8.2.3.3). */
  add(word: Word): void {
    const shaped = shapeRun(word.text, word, word.font)
    const reversed = isRightToLeft(word) && shaped.glyphs.length > 1
    const known = reversed || this.#tracking !== 0 ? undefined : this.face.wordOperand(shaped)
    if (known) this.#whole(known, shaped.width)
    else {
      if (reversed) this.#operator('/ReversedChars BMC')
      for (const glyph of shaped.glyphs) this.#glyph(glyph)
      if (reversed) this.#operator('EMC')
    }
  }

  /** A word whose codes are known goes on the row as a whole. */
  #whole({ elements, width }: WordOperand, advance: number): void {
    this.#raise(0)
    this.#move(this.#origin)
    this.#closeCodes()
    const joins = this.#row.endsWith('>') && elements.startsWith('<')
    this.#row = joins ? this.#row.slice(0, -1) + elements.slice(1) : this.#row + elements
    this.#pen += width
    this.#origin += advance
  }

  /** A glyph whose code reads otherwise than what was set says what to read (ISO 32000-1, 14.9.4). */
  #glyph(glyph: Glyph): void {
    const code = this.face.encode(glyph)
    const asSet = code.text === glyph.text
    if (!asSet) this.#operator(`/Span <</ActualText <feff${utf16Hex(glyph.text)}>>> BDC`)
    this.#place(glyph, code)
    if (!asSet) this.#operator('EMC')
  }

  #place({ x, y, advance }: Glyph, { hex, width }: GlyphCode): void {
    this.#raise(y)
    this.#move(this.#origin + x)
    this.#codes += hex
    this.#pen += width + this.#tracking
    this.#origin += advance + (advance === 0 ? 0 : this.#tracking)
  }

  end(): readonly string[] {
    this.#raise(0)
    this.#show()
    return this.#operators
  }

  #move(to: number): void {
    const left = Math.round((this.#pen - to) * 100) / 100
    if (left === 0) return
    this.#closeCodes()
    this.#row += left
    this.#pen -= left
  }

  #raise(rise: number): void {
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
    if (this.#row !== '') this.#operators.push(`[${this.#row}] TJ`)
    this.#row = ''
  }

  #closeCodes(): void {
    if (this.#codes !== '') this.#row += `<${this.#codes}>`
    this.#codes = ''
  }
}

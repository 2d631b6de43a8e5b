import type { EmbeddedFace } from '../embed/embedded-face.js'
import { utf16 } from '../embed/to-unicode.js'
import { shapeRun } from '../layout/measure.js'
import type { Word } from '../layout/nodes.js'
import type { PdfFile } from './pdf-file.js'

/**
 * Writes words of one look, from left to right, in one text object; `y` is their baseline, in points from the top
 * of the page. pdfkit turns the page upside down, which the text matrix takes back for the glyphs.
 */
export function writeText(file: PdfFile, words: readonly Word[], x: number, y: number): void {
  const [look] = words
  if (!look) return
  const face = file.embedded(look.font)
  file.page.fonts[face.id] ??= face.ref()
  const shown = new ShownText(face, look)
  for (const word of words) shown.add(word)
  const inked = file.ink.take({
    colour: look.colour,
    font: face.id,
    size: look.fontSize,
    tracking: look.tracking,
  })
  const lines = [...inked, 'BT', `1 0 0 -1 ${number(x)} ${number(y)} Tm`, ...shown.end(), 'ET']
  file.addContent(lines.join('\n'))
}

/** The operators that show words. Lengths are thousandths of an em, as text operators count them. */
class ShownText {
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
    this.#tracking = (look.tracking * 1000) / look.fontSize
  }

  add(word: Word): void {
    const { glyphs, reads } = shapeRun(word.text, word, word.font)
    const codes = glyphs.map(glyph => this.face.encode(glyph))
    const asSet = reads && codes.every((code, index) => code.text === glyphs[index]?.text)
    if (!asSet) this.#operator(`/Span <</ActualText <feff${utf16(word.text)}>>> BDC`)
    glyphs.forEach((glyph, index) => {
      this.#raise(glyph.y)
      this.#move(this.#origin + glyph.x)
      const code = codes[index]
      this.#codes += code?.hex ?? ''
      this.#pen += (code?.width ?? 0) + this.#tracking
      this.#origin += glyph.advance + (glyph.advance === 0 ? 0 : this.#tracking)
    })
    if (!asSet) this.#operator('EMC')
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
    this.#operator(`${number((rise * this.#size) / 1000)} Ts`)
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

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

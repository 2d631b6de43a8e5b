import type { Glyph, ShapedWord } from '../fonts/shaped-word.js'
import type { GlyphCode } from './glyph-codes.js'

/** A word as the array of a text operator has it (ISO 32000-1, 9.4.3). */
export interface WordOperand {
  /** Codes in angle brackets, and moves to the left between them. */
  readonly elements: string
  /** Thousandths of an em by which codes and moves go to the right. */
  readonly width: number
}

/** How a word is shown by the codes that its glyphs have in every document; undefined if some are off the baseline. */
export function wordOperandOf(word: ShapedWord, own: (glyph: Glyph) => GlyphCode): WordOperand | undefined {
  if (!remembered.has(word)) remembered.set(word, encodeWord(word, own))
  return remembered.get(word)
}

/** A shaped word is of one face, and so shown in one way. */
const remembered = new WeakMap<ShapedWord, WordOperand | undefined>()

function encodeWord({ glyphs }: ShapedWord, own: (glyph: Glyph) => GlyphCode): WordOperand | undefined {
  let row = ''
  let codes = ''
  let pen = 0
  let origin = 0
  for (const glyph of glyphs) {
    if (glyph.y !== 0) return undefined
    const { hex, width } = own(glyph)
    const left = Math.round((pen - origin - glyph.x) * 100) / 100
    if (left !== 0) {
      row += codes === '' ? left : `<${codes}>${left}`
      codes = ''
      pen -= left
    }
    codes += hex
    pen += width
    origin += glyph.advance
  }
  return { elements: codes === '' ? row : `${row}<${codes}>`, width: pen }
}

import type { Glyph, ShapedWord } from '../fonts/shaped-word.js'
import type { GlyphCode } from './glyph-codes.js'

/** A word in the array operand of `TJ` (ISO 32000-1, 9.4.3). */
export interface WordOperand {
  /** Codes in angle brackets, and moves to the left between them. */
  readonly elements: string
  /** Thousandths of an em by which codes and moves advance to the right. */
  readonly width: number
}

/** A word in the codes that its glyphs have in every document; undefined if a glyph is off the baseline. */
export function wordOperandOf(word: ShapedWord, own: (glyph: Glyph) => GlyphCode): WordOperand | undefined {
  if (!operands.has(word)) operands.set(word, encodeWord(word, own))
  return operands.get(word)
}

/** Shared by documents: a shaped word is of one face, whose identity codes never change. */
const operands = new WeakMap<ShapedWord, WordOperand | undefined>()

function encodeWord({ glyphs }: ShapedWord, own: (glyph: Glyph) => GlyphCode): WordOperand | undefined {
  let elements = ''
  let codes = ''
  let pen = 0
  let origin = 0
  for (const glyph of glyphs) {
    if (glyph.y !== 0) return undefined
    const { hex, width } = own(glyph)
    const left = Math.round((pen - origin - glyph.x) * 100) / 100
    if (left !== 0) {
      elements += codes === '' ? left : `<${codes}>${left}`
      codes = ''
      pen -= left
    }
    codes += hex
    pen += width
    origin += glyph.advance
  }
  return { elements: codes === '' ? elements : `${elements}<${codes}>`, width: pen }
}

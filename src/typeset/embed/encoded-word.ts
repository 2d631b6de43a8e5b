import type { ShapedWord } from '../fonts/shaped-word.js'
import type { IdentityCodes } from './glyph-codes.js'
import type { GlyphTexts } from './glyph-texts.js'

/** What is the same of a shaped word in all documents. */
export interface EncodedWord {
  readonly shaped: ShapedWord
  /** For each glyph, the number that it has with its text. */
  readonly numbers: readonly number[]
  /** How the word is shown by the codes that its glyphs have in every document; undefined if a glyph is off the baseline. */
  readonly operand: WordOperand | undefined
}

/** A word in the array operand of `TJ` (ISO 32000-1, 9.4.3). Lengths are thousandths of an em. */
export interface WordOperand {
  /** From where the word begins to its first glyph. */
  readonly x: number
  /** From its first glyph on: codes, with moves to the left between parentheses that are turned outwards. */
  readonly codes: string
  /** By how much codes and moves advance to the right. */
  readonly width: number
}

export const encodeWord = (shaped: ShapedWord, texts: GlyphTexts, identity: IdentityCodes): EncodedWord => ({
  shaped,
  numbers: shaped.glyphs.map(glyph => texts.numberOf(glyph)),
  operand: operandOf(shaped, identity),
})

function operandOf({ glyphs }: ShapedWord, identity: IdentityCodes): WordOperand | undefined {
  const [first] = glyphs
  if (!first || glyphs.some(({ y }) => y !== 0)) return undefined
  let codes = ''
  let pen = first.x
  let origin = 0
  for (const { id, x, advance } of glyphs) {
    const { bytes, width } = identity.of(id)
    const left = Math.round((pen - origin - x) * 100) / 100
    if (left !== 0) {
      codes += `)${left}(`
      pen -= left
    }
    codes += bytes
    pen += width
    origin += advance
  }
  return { x: first.x, codes, width: pen - first.x }
}

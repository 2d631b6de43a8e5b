import type { ShapedWord, WordEncoding, WordOperand } from '../fonts/shaped-word.js'
import type { IdentityCodes } from './glyph-codes.js'
import type { GlyphTexts } from './glyph-texts.js'

/** How a word is written in all documents. */
export const encodeWord = (
  { glyphs }: ShapedWord,
  texts: GlyphTexts,
  identity: IdentityCodes,
): WordEncoding => ({
  numbers: glyphs.map(glyph => texts.numberOf(glyph)),
  operand: operandOf(glyphs, identity),
})

function operandOf(glyphs: ShapedWord['glyphs'], identity: IdentityCodes): WordOperand | undefined {
  const [first] = glyphs
  if (!first) return undefined
  let codes = ''
  let pen = first.x
  let origin = 0
  for (const { id, x, y, advance } of glyphs) {
    if (y !== 0) return undefined
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

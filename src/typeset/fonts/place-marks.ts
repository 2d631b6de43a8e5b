import { present } from '../../diagnostics/index.js'
import type { GlyphExtents, HarfBuzzGlyph } from './harfbuzz.js'

/** A mark after a character of a script that combines freely with marks. */
const COMBINED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]\p{M}/u
const BASE = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u
const MARK = /\p{M}/u
/** Marks through a character, and around it (canonical combining classes 1 and 0). */
const THROUGH = /[\u0334-\u0338\u20D2\u20D3\u20D8-\u20DA\u20DD-\u20E0\u20E2-\u20E6\u20EA\u20EB]/
/** Marks under a character (combining classes 202 and 220). */
const UNDER =
  /[\u0316-\u0319\u031C-\u0333\u0339-\u033C\u0347-\u0349\u034D\u034E\u0353-\u0356\u0359\u035A\u20E8\u20EC-\u20EF]/
/** Marks between two characters, or at the right of one, whose own place is right. */
const BESIDE = /[\u0315\u031A\u031B\u035C-\u0362\u1DCD\u1DFC]/

export const hasCombiningMarks = (text: string): boolean => COMBINED.test(text)

/**
 * Sets marks on the characters that they follow where the font does not say how: it does for letters, and seldom for digits and
 * signs. Glyphs are from left to right.
 */
export function placeMarks(
  glyphs: readonly HarfBuzzGlyph[],
  text: string,
  /** Units of the font. */
  xHeight: number,
  extentsOf: (glyph: number) => GlyphExtents | undefined,
): HarfBuzzGlyph[] {
  let base: { readonly advance: number; box: GlyphExtents } | undefined
  return glyphs.map(glyph => {
    const character = String.fromCodePoint(present(text.codePointAt(glyph.cluster), 'character of a glyph'))
    const box = extentsOf(glyph.id)
    if (!MARK.test(character)) {
      base = box && BASE.test(character) ? { advance: glyph.advance, box } : undefined
      return glyph
    }
    const isPlaced = glyph.x !== 0 || glyph.y !== 0 || glyph.advance !== 0
    if (!base || !box || isPlaced || BESIDE.test(character)) return glyph
    const x = Math.round(base.box.left + (base.box.width - box.width) / 2 - box.left - base.advance)
    const y = Math.round(riseOf(character, base.box, box, xHeight))
    if (!(THROUGH.test(character) || UNDER.test(character)))
      base = {
        ...base,
        box: { ...base.box, top: base.box.top + (box.top + y - Math.max(base.box.top, xHeight)) },
      }
    return { ...glyph, x, y }
  })
}

/** How far a mark is moved up: marks above are drawn for letters of the x-height, those below for letters on the baseline. */
function riseOf(character: string, base: GlyphExtents, mark: GlyphExtents, xHeight: number): number {
  if (THROUGH.test(character)) return base.top - base.height / 2 - (mark.top - mark.height / 2)
  if (UNDER.test(character)) return Math.min(0, base.top - base.height)
  return Math.max(0, base.top - xHeight)
}

import type { HarfBuzzGlyph } from './harfbuzz.js'

export const DIGITS = '0123456789'

/** Glyphs of a text whose digits all take the same room, each in the middle of it, for fonts that have no figures for tables. */
export function withEvenDigits(
  glyphs: readonly HarfBuzzGlyph[],
  text: string,
  /** Units of the font. */
  width: number,
): HarfBuzzGlyph[] {
  return glyphs.map(glyph => {
    const isDigit = DIGITS.includes(text[glyph.cluster] ?? ' ')
    if (!isDigit || glyph.advance === 0 || glyph.advance === width) return glyph
    return { ...glyph, advance: width, x: glyph.x + Math.round((width - glyph.advance) / 2) }
  })
}

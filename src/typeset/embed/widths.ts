import type { GlyphCode } from './glyph-codes.js'

/** The widths of codes, in the form of a descendant font's `W` (ISO 32000-1, 9.7.4.3): runs of neighbours. */
export function cidWidths(codes: readonly GlyphCode[]): (number | number[])[] {
  const runs: { readonly first: number; readonly widths: number[] }[] = []
  for (const { cid, width } of codes) {
    const last = runs.at(-1)
    if (last && cid === last.first + last.widths.length) last.widths.push(width)
    else runs.push({ first: cid, widths: [width] })
  }
  return runs.flatMap(({ first, widths }) => [first, widths])
}

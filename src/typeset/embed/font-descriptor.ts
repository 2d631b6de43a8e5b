import type { FontMetrics } from '../fonts/font-metrics.js'

/** Bits of a descriptor's `Flags` (ISO 32000-1, table 123). */
const FIXED_PITCH = 1
const SERIF = 1 << 1
const SYMBOLIC = 1 << 2
const SCRIPT = 1 << 3
const ITALIC = 1 << 6

/** The entries of a font descriptor except the font program (ISO 32000-1, 9.8.1). */
export function fontDescriptor(metrics: FontMetrics, name: string): Record<string, string | number> {
  return {
    Type: '/FontDescriptor',
    FontName: `/${name}`,
    Flags: descriptorFlags(metrics),
    FontBBox: `[${metrics.boundingBox.map(rounded).join(' ')}]`,
    ItalicAngle: rounded(metrics.italicAngle),
    Ascent: rounded(metrics.ascender),
    Descent: rounded(metrics.descender),
    CapHeight: rounded(metrics.capHeight),
    ...(metrics.xHeight > 0 ? { XHeight: rounded(metrics.xHeight) } : {}),
    StemV: stemWidthOf(metrics.weight),
  }
}

/** A subset has an encoding of its own, which makes it symbolic whatever its characters are. */
function descriptorFlags({ fixedPitch, serif, script, italic }: FontMetrics): number {
  return (
    SYMBOLIC |
    (fixedPitch ? FIXED_PITCH : 0) |
    (serif ? SERIF : 0) |
    (script ? SCRIPT : 0) |
    (italic ? ITALIC : 0)
  )
}

/**
 * The width of vertical stems in thousandths of an em. No table gives it; it is estimated to grow with the square of
 * the weight, from 50 for the lightest face to some 160 for a bold one.
 */
const stemWidthOf = (weight: number): number => Math.round(50 + (weight / 65) ** 2)

const rounded = (value: number): number => Math.round(value * 1000) / 1000

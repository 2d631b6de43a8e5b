import type { FontMetrics } from '../fonts/font-metrics.js'

/** Bits of a descriptor's `Flags` (ISO 32000-1, table 123). */
const FIXED_PITCH = 1
const SERIF = 1 << 1
const SYMBOLIC = 1 << 2
const SCRIPT = 1 << 3
const ITALIC = 1 << 6

/** The entries of a font descriptor but for the font program (ISO 32000-1, 9.8.1). */
export function fontDescriptor(facts: FontMetrics, name: string): Record<string, unknown> {
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: descriptorFlags(facts),
    FontBBox: facts.boundingBox.map(rounded),
    ItalicAngle: rounded(facts.italicAngle),
    Ascent: rounded(facts.ascender),
    Descent: rounded(facts.descender),
    CapHeight: rounded(facts.capHeight),
    ...(facts.xHeight > 0 ? { XHeight: rounded(facts.xHeight) } : {}),
    StemV: stemWidthOf(facts.weight),
  }
}

/** A subset's own encoding makes it symbolic, whatever its letters are. */
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
 * The width of upright stems in thousandths of an em. No table tells it; it is taken to grow with the square of
 * the weight, from 50 for the lightest to some 160 for a bold face.
 */
const stemWidthOf = (weight: number): number => Math.round(50 + (weight / 65) ** 2)

const rounded = (value: number): number => Math.round(value * 1000) / 1000

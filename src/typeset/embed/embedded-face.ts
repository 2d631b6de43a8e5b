import { present } from '../../diagnostics/index.js'
import type { Face } from '../fonts/face.js'
import { readSfntTables } from '../fonts/sfnt.js'
import type { Glyph, ShapedWord } from '../fonts/shaped-word.js'
import type { PdfmakeDocument, PdfmakeReference } from '../nodes/pdfmake-classes.js'
import { fontDescriptor } from './font-descriptor.js'
import { type GlyphCode, glyphCodesFor } from './glyph-codes.js'
import { toUnicodeMap } from './to-unicode.js'
import { type WordOperand, wordOperandOf } from './word-operand.js'

/** A face in one document: encodes the glyphs that the document shows, and writes the font into its file. */
export class EmbeddedFace {
  readonly #codes
  /** Whether all glyphs of a word have the codes that they have in every document. */
  readonly #portable = new Map<ShapedWord, boolean>()
  readonly #reference: PdfmakeReference

  constructor(
    private readonly document: PdfmakeDocument,
    private readonly face: Face,
    /** The name of the font on its pages. */
    readonly id: string,
  ) {
    this.#codes = glyphCodesFor(face)
    this.#reference = document.ref({})
  }

  /** The font dictionary, for the resources of a page. */
  ref(): PdfmakeReference {
    return this.#reference
  }

  /** The code that shows a glyph; where the format allows it, each text that the glyph represents has one of its own. */
  encode(glyph: Glyph): GlyphCode {
    return this.#codes.codeFor(glyph)
  }

  /** The operand that shows a word, if it is the same in every document. */
  wordOperand(word: ShapedWord): WordOperand | undefined {
    const known = this.#portable.get(word)
    const portable = known ?? word.glyphs.every(glyph => this.#codes.hasIdentityCode(glyph))
    if (known === undefined) this.#portable.set(word, portable)
    return portable ? wordOperandOf(word, glyph => this.#codes.identityCode(glyph)) : undefined
  }

  /** Writes the font: a composite one with two-byte codes (ISO 32000-1, 9.7; ISO 19005-3, 6.2.11). */
  finalize(): void {
    const { document, face } = this
    const codes = this.#codes.all()
    const glyphs = new Set([0, ...codes.map(code => code.glyph)])
    const name = face.metrics.noSubsetting
      ? face.metrics.postScriptName
      : `${subsetTag(glyphs)}+${face.metrics.postScriptName}`
    const program = fontProgramOf(face, glyphs)
    const file = document.ref(program.entries)
    file.end(program.bytes)
    const descriptor = document.ref({ ...fontDescriptor(face.metrics, name), [program.key]: file })
    descriptor.end()
    const descendant = document.ref({
      Type: 'Font',
      Subtype: face.metrics.cff ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: cidWidths(codes),
      ...(face.metrics.cff ? {} : { CIDToGIDMap: this.#stream(cidToGidMap(codes)) }),
    })
    descendant.end()
    Object.assign(this.#reference.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: this.#stream(toUnicodeMap(codes)),
    })
    this.#reference.end()
  }

  #stream(content: Uint8Array): PdfmakeReference {
    const stream = this.document.ref({})
    stream.end(content)
    return stream
  }
}

/** Six letters that differ where the glyphs do (ISO 32000-1, 9.6.4), by way of an FNV-1a hash. */
function subsetTag(glyphs: Iterable<number>): string {
  let hash = 0x811c9dc5
  for (const glyph of glyphs) hash = Math.imul(hash ^ glyph, 0x01000193) >>> 0
  return Array.from({ length: 6 }, (_, index) =>
    String.fromCharCode(65 + (Math.floor(hash / 26 ** index) % 26)),
  ).join('')
}

/** For each code, used or not, two bytes: the number of its glyph. */
function cidToGidMap(codes: readonly GlyphCode[]): Uint8Array {
  const map = Buffer.alloc((present(codes.at(-1), 'code').cid + 1) * 2)
  for (const { cid, glyph } of codes) map.writeUInt16BE(glyph, cid * 2)
  return map
}

/** A font program, and the key of a descriptor that refers to it (ISO 32000-1, 9.9, table 126). */
interface FontProgram {
  readonly key: 'FontFile2' | 'FontFile3'
  readonly entries: Record<string, unknown>
  readonly bytes: Uint8Array
}

/** The outlines of glyphs: a TrueType font with its tables, or the `CFF ` table alone. */
function fontProgramOf(face: Face, glyphs: Iterable<number>): FontProgram {
  const bytes = face.subset([...glyphs].sort((one, other) => one - other))
  if (!face.metrics.cff) return { key: 'FontFile2', entries: { Length1: bytes.length }, bytes }
  const tables = readSfntTables(bytes)
  const cff = typeof tables === 'string' ? undefined : tables.get('CFF ')
  if (!cff) throw new Error(`${face.metrics.postScriptName} lost its outlines when it was subset`)
  return {
    key: 'FontFile3',
    entries: { Subtype: 'CIDFontType0C' },
    bytes: new Uint8Array(cff.buffer, cff.byteOffset, cff.byteLength),
  }
}

/** The widths of codes, in the form of a descendant font's `W` (ISO 32000-1, 9.7.4.3): runs of neighbours. */
function cidWidths(codes: readonly GlyphCode[]): (number | number[])[] {
  const runs: { readonly first: number; readonly widths: number[] }[] = []
  for (const { cid, width } of codes) {
    const last = runs.at(-1)
    if (last && cid === last.first + last.widths.length) last.widths.push(width)
    else runs.push({ first: cid, widths: [width] })
  }
  return runs.flatMap(({ first, widths }) => [first, widths])
}

import type { Face } from '../fonts/face.js'
import { readSfntTables } from '../fonts/sfnt.js'
import type { Glyph, ShapedWord } from '../fonts/shaped-word.js'
import type { PdfmakeDocument, PdfmakeReference } from '../nodes/pdfmake-classes.js'
import { fontDescriptor } from './font-descriptor.js'
import { type GlyphCode, glyphCodesFor } from './glyph-codes.js'
import { toUnicodeMap } from './to-unicode.js'
import { type WordOperand, wordOperandOf } from './word-operand.js'

/** A face in one document: the glyphs that the document shows, and what is written of them into its file. */
export class EmbeddedFace {
  readonly #codes
  /** Whether the codes of a word's glyphs are their own. */
  readonly #owned = new Map<ShapedWord, boolean>()
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

  /** The code that shows a glyph, of which every text that it stands for has one of its own where the format allows that. */
  encode(glyph: Glyph): GlyphCode {
    return this.#codes.codeFor(glyph)
  }

  /** What readers find in the place of each glyph. */
  get glyphTexts(): string[] {
    return this.#codes.all().map(code => code.text)
  }

  /** How a word is shown, if it is in this document as in every other. */
  wordOperand(word: ShapedWord): WordOperand | undefined {
    const known = this.#owned.get(word)
    const owned = known ?? word.glyphs.every(glyph => this.#codes.hasIdentityCode(glyph))
    if (known === undefined) this.#owned.set(word, owned)
    return owned ? wordOperandOf(word, glyph => this.#codes.identityCode(glyph)) : undefined
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

/** Two bytes a code, used or not: the number of its glyph. */
function cidToGidMap(codes: readonly GlyphCode[]): Uint8Array {
  const map = Buffer.alloc(((codes.at(-1)?.cid ?? 0) + 1) * 2)
  for (const { cid, glyph } of codes) map.writeUInt16BE(glyph, cid * 2)
  return map
}

/** A font program as a descriptor names and holds it (ISO 32000-1, 9.9, table 126). */
interface FontProgram {
  readonly key: 'FontFile2' | 'FontFile3'
  readonly entries: Record<string, unknown>
  readonly bytes: Uint8Array
}

/** The outlines of glyphs, as TrueType with its tables or as PostScript's bare table. */
function fontProgramOf(face: Face, glyphs: Iterable<number>): FontProgram {
  const bytes = face.subset([...glyphs].sort((one, other) => one - other))
  if (!face.metrics.cff) return { key: 'FontFile2', entries: { Length1: bytes.length }, bytes }
  const tables = readSfntTables(bytes)
  const cff = typeof tables === 'string' ? undefined : tables.get('CFF ')
  if (!cff) throw new Error(`${face.metrics.postScriptName} lost its outlines when it was cut`)
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

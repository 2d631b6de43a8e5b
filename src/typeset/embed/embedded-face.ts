import type { Face } from '../fonts/face.js'
import type { Glyph, ShapedWord } from '../fonts/shaped-word.js'
import type { PdfmakeDocument, PdfmakeReference } from '../nodes/pdfmake-classes.js'
import { fontDescriptor } from './font-descriptor.js'
import { fontProgramOf } from './font-program.js'
import { type GlyphCode, glyphCodesFor } from './glyph-codes.js'
import { toUnicodeMap } from './to-unicode.js'
import { cidWidths } from './widths.js'
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

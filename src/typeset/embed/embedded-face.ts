import { present } from '../../diagnostics/index.js'
import type { PdfFile } from '../file/pdf-file.js'
import { dictionary, ObjectReference, referenceTo } from '../file/pdf-syntax.js'
import type { Face } from '../fonts/face.js'
import type { ShapedWord, WordOperand } from '../fonts/shaped-word.js'
import { FaceEncoding } from './face-encoding.js'
import { fontDescriptor } from './font-descriptor.js'
import { type GlyphCode, GlyphCodes } from './glyph-codes.js'
import { toUnicodeMap } from './to-unicode.js'

/** A face in one document: encodes the glyphs that the document shows, and writes the font into its file. */
export class EmbeddedFace {
  /** The font dictionary, for the resources of a page. */
  readonly reference: ObjectReference
  readonly #encoding: FaceEncoding
  readonly #codes: GlyphCodes

  constructor(
    private readonly file: PdfFile,
    private readonly face: Face,
    /** The name of the font on its pages. */
    readonly id: string,
  ) {
    this.#encoding = FaceEncoding.of(face)
    this.#codes = new GlyphCodes(face, this.#encoding.texts, this.#encoding.identity)
    this.reference = new ObjectReference(file.reserve())
  }

  /** The codes that show the glyphs of a word, each text of a glyph by one of its own where the format allows it. */
  codesOf(shaped: ShapedWord): readonly GlyphCode[] {
    return this.#encoding.encode(shaped).numbers.map(number => this.#codes.codeOf(number))
  }

  /** The operand that shows a word, if it is the same in every document. */
  wordOperand(shaped: ShapedWord): WordOperand | undefined {
    const { numbers, operand } = this.#encoding.encode(shaped)
    return operand && this.#codes.arePortable(numbers) ? operand : undefined
  }

  /** Writes the font: a composite one with two-byte codes (ISO 32000-1, 9.7; ISO 19005-3, 6.2.11). */
  finalize(): void {
    const { file, face } = this
    const codes = this.#codes.all()
    const glyphs = [...new Set([0, ...codes.map(code => code.glyph)])]
    const name = face.metrics.noSubsetting
      ? face.metrics.postScriptName
      : `${subsetTag(glyphs)}+${face.metrics.postScriptName}`
    const program = this.#encoding.program(glyphs.sort((one, other) => one - other))
    const programNumber = file.writeCompressed(program.entries, program.data)
    const descriptor = this.#object({
      ...fontDescriptor(face.metrics, name),
      [program.key]: referenceTo(programNumber),
    })
    const descendant = this.#object({
      Type: '/Font',
      Subtype: face.metrics.cff ? '/CIDFontType0' : '/CIDFontType2',
      BaseFont: `/${name}`,
      CIDSystemInfo: '<<\n/Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0\n>>',
      FontDescriptor: descriptor,
      W: cidWidths(codes),
      CIDToGIDMap: face.metrics.cff ? undefined : this.#cidToGidMap(codes),
    })
    const font = {
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: `/${name}`,
      Encoding: '/Identity-H',
      DescendantFonts: `[${descendant}]`,
      ToUnicode: referenceTo(file.writeStream({}, toUnicodeMap(codes))),
    }
    file.writeObject(this.reference.number, dictionary(font))
  }

  #cidToGidMap(codes: readonly GlyphCode[]): string {
    if (codes.every(({ cid, glyph }) => cid === glyph)) return '/Identity'
    return referenceTo(this.file.writeStream({}, cidToGidMap(codes)))
  }

  /** A reference to an object that is written with these entries. */
  #object(entries: Parameters<typeof dictionary>[0]): string {
    const number = this.file.reserve()
    this.file.writeObject(number, dictionary(entries))
    return referenceTo(number)
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

/** The widths of codes, in the form of a descendant font's `W` (ISO 32000-1, 9.7.4.3): runs of neighbours. */
function cidWidths(codes: readonly GlyphCode[]): string {
  let widths = ''
  let next: number | undefined
  for (const { cid, width } of codes) {
    widths += cid === next ? ` ${width}` : `${next === undefined ? '' : '] '}${cid} [${width}`
    next = cid + 1
  }
  return `[${widths}]]`
}

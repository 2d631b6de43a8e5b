import type { Face } from '../fonts/face.js'
import { characterIds } from './cff.js'
import type { GlyphTexts } from './glyph-texts.js'

/** The code with which a page shows a glyph. */
export interface GlyphCode extends IdentityCode {
  /** The text that readers extract for it. */
  readonly text: string
}

interface IdentityCode {
  /** The character identifier (ISO 32000-1, 9.7.4.2). */
  readonly cid: number
  /** Its two bytes, as a page writes them between parentheses. */
  readonly bytes: string
  readonly glyph: number
  /** Thousandths of an em, as the file declares it. */
  readonly width: number
}

/** The codes that the glyphs of a face have in every document: their numbers, or the identifiers of a CFF font. */
export class IdentityCodes {
  readonly #ids: (glyph: number) => number
  readonly #codes = new Map<number, IdentityCode>()

  constructor(private readonly face: Face) {
    this.#ids = face.metrics.cff ? characterIds(face.metrics.cff) : glyph => glyph
  }

  of(glyph: number): IdentityCode {
    const known = this.#codes.get(glyph)
    if (known) return known
    const code = this.withCid(this.#ids(glyph), glyph)
    this.#codes.set(glyph, code)
    return code
  }

  /** The code of a glyph under an identifier of its own. */
  withCid(cid: number, glyph: number): IdentityCode {
    const width = Math.round(this.face.advanceOf(glyph) * 1000) / 1000
    return { cid, bytes: literalByte(cid >> 8) + literalByte(cid & 0xff), glyph, width }
  }
}

/** The codes of one face in one document. */
export class GlyphCodes {
  /** By the number of a glyph with a text. */
  readonly #codes: (GlyphCode | undefined)[]
  /** Whether the code is the one that the glyph has in every document, and has the text of the glyph. */
  readonly #portable: (boolean | undefined)[]
  /** By glyph: the code that it has in every document, with the first text that the glyph represented. */
  readonly #identities: Map<number, GlyphCode>
  /** Further codes of glyphs that represent several texts. */
  readonly #others: GlyphCode[] = []

  constructor(
    private readonly face: Face,
    private readonly texts: GlyphTexts,
    private readonly identity: IdentityCodes,
  ) {
    this.#codes = new Array(texts.count)
    this.#portable = new Array(texts.count)
    this.#identities = new Map([[0, { ...identity.of(0), text: REPLACEMENT_CHARACTER }]])
  }

  codeOf(number: number): GlyphCode {
    return this.#codes[number] ?? this.#choose(number)
  }

  /** Whether glyphs with their texts are shown by the codes that they have in every document. */
  arePortable(numbers: readonly number[]): boolean {
    let portable = true
    for (const number of numbers) {
      if (this.#portable[number] === true) continue
      if (this.#portable[number] === undefined) this.#choose(number)
      if (this.#portable[number] === false) portable = false
    }
    return portable
  }

  /** In ascending order, with that of the glyph for missing characters, 0. */
  all(): GlyphCode[] {
    const own = [...this.#identities.values()].sort((one, other) => one.cid - other.cid)
    return [...own, ...this.#others]
  }

  #choose(number: number): GlyphCode {
    const text = this.texts.textOf(number)
    const code = this.#codeFor(this.texts.glyphOf(number), text || ZERO_WIDTH_SPACE)
    this.#codes[number] = code
    this.#portable[number] = code.text === text && code === this.#identities.get(code.glyph)
    return code
  }

  /**
   * The first text of a glyph has the code of every document. With TrueType outlines the file maps codes to glyphs, so that
   * each further text has a code of its own, and the extracted text is the one that was set. With PostScript outlines the
   * font program fixes the code of each glyph, which therefore has only one text.
   */
  #codeFor(glyph: number, text: string): GlyphCode {
    const first = this.#identities.get(glyph)
    if (!first) {
      const code = { ...this.identity.of(glyph), text }
      this.#identities.set(glyph, code)
      return code
    }
    const cid = this.face.metrics.glyphCount + this.#others.length
    // A font may have as many glyphs as there are codes: its glyphs are then extracted as their first text.
    if (first.text === text || this.face.metrics.cff || cid > LAST_CODE) return first
    const other = { ...this.identity.withCid(cid, glyph), text }
    this.#others.push(other)
    return other
  }
}

/** A byte of a string in parentheses (ISO 32000-1, 7.3.4.2), which has no end of a line in it. */
const literalByte = (byte: number): string => ESCAPES.get(byte) ?? String.fromCharCode(byte)
const ESCAPES = new Map(
  [...'\n\r()\\'].map((mark, index) => [mark.charCodeAt(0), `\\${'nr()\\'.charAt(index)}`]),
)

const LAST_CODE = 0xffff
/** The text of a glyph that represents no character by itself. */
const ZERO_WIDTH_SPACE = '\u200B'
/** The text of the glyph that a font has for missing characters. */
const REPLACEMENT_CHARACTER = '\uFFFD'

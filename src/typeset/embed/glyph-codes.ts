import type { Face } from '../fonts/face.js'
import type { Glyph } from '../fonts/shaped-word.js'
import { characterIds } from './cff.js'

/** The code with which a page shows a glyph. */
export interface GlyphCode {
  /** The character identifier (ISO 32000-1, 9.7.4.2). */
  readonly cid: number
  /** As a page writes it. */
  readonly hex: string
  readonly glyph: number
  /** Thousandths of an em, as the file declares it. */
  readonly width: number
  /** The text that readers extract for it. */
  readonly text: string
}

/** The codes of one face in one document. */
export interface GlyphCodes {
  codeFor(glyph: Glyph): GlyphCode
  /** Whether a glyph is shown by the code that it has in every document; the first text for which this is asked keeps that code. */
  hasIdentityCode(glyph: Glyph): boolean
  /** The code that a glyph has in every document. */
  identityCode(glyph: Glyph): GlyphCode
  /** In ascending order, with that of the glyph for missing characters, 0. */
  all(): GlyphCode[]
}

/** Chooses how the glyphs of a face are encoded: freely for TrueType outlines, by the font's own numbers for PostScript outlines. */
export function glyphCodesFor(face: Face): GlyphCodes {
  return face.metrics.cff ? new CffCodes(face, face.metrics.cff) : new TrueTypeCodes(face)
}

/**
 * TrueType outlines: the file maps codes to glyphs, so that every pair of a glyph and its text has a code of its own, and
 * the extracted text is always the text that was set. For the first text of a glyph the code is the glyph's number,
 * so that most words are encoded alike in all documents.
 */
class TrueTypeCodes implements GlyphCodes {
  /** By glyph: the first text that it represented. */
  readonly #texts: (string | undefined)[] = [REPLACEMENT_CHARACTER]
  readonly #others = new Map<string, GlyphCode>()

  constructor(private readonly face: Face) {}

  codeFor(glyph: Glyph): GlyphCode {
    const { id, text } = glyph
    const said = text || ZERO_WIDTH_SPACE
    if (this.#firstText(id, said) === said) return glyphCode(this.face, id, id, said)
    const key = `${id} ${said}`
    const known = this.#others.get(key)
    const cid = this.face.metrics.glyphCount + this.#others.size
    // A font may have as many glyphs as there are codes: its glyphs are then extracted as their first text.
    if (!known && cid > LAST_CODE) return glyphCode(this.face, id, id, this.#firstText(id, said))
    const code = known ?? glyphCode(this.face, cid, id, said)
    this.#others.set(key, code)
    return code
  }

  hasIdentityCode({ id, text }: Glyph): boolean {
    return text !== '' && this.#firstText(id, text) === text
  }

  identityCode({ id, text }: Glyph): GlyphCode {
    return glyphCode(this.face, id, id, text)
  }

  all(): GlyphCode[] {
    const own = this.#texts.flatMap((text, id) =>
      text === undefined ? [] : glyphCode(this.face, id, id, text),
    )
    return [...own, ...this.#others.values()]
  }

  #firstText(id: number, text: string): string {
    const first = this.#texts[id]
    if (first !== undefined) return first
    this.#texts[id] = text
    return text
  }
}

const LAST_CODE = 0xffff

/** PostScript outlines: the font program fixes the code of each glyph, which therefore has only one text. */
class CffCodes implements GlyphCodes {
  readonly #byGlyph: Map<number, GlyphCode>
  readonly #ids: (glyph: number) => number

  constructor(
    private readonly face: Face,
    cff: DataView,
  ) {
    this.#ids = characterIds(cff)
    this.#byGlyph = new Map([[0, glyphCode(face, 0, 0, REPLACEMENT_CHARACTER)]])
  }

  codeFor({ id, text }: Glyph): GlyphCode {
    const known = this.#byGlyph.get(id)
    if (known) return known
    const code = glyphCode(this.face, this.#ids(id), id, text || ZERO_WIDTH_SPACE)
    this.#byGlyph.set(id, code)
    return code
  }

  hasIdentityCode(glyph: Glyph): boolean {
    return glyph.text !== '' && this.codeFor(glyph).text === glyph.text
  }

  identityCode({ id, text }: Glyph): GlyphCode {
    return glyphCode(this.face, this.#ids(id), id, text)
  }

  all(): GlyphCode[] {
    return [...this.#byGlyph.values()].sort((one, other) => one.cid - other.cid)
  }
}

/** The text of a glyph that represents no character by itself. */
const ZERO_WIDTH_SPACE = '\u200B'
/** The text of the glyph that a font has for missing characters. */
const REPLACEMENT_CHARACTER = '\uFFFD'

const glyphCode = (face: Face, cid: number, glyph: number, text: string): GlyphCode => ({
  cid,
  hex: cid.toString(16).padStart(4, '0'),
  glyph,
  width: Math.round(face.advanceOf(glyph) * 1000) / 1000,
  text,
})

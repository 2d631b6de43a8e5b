import type { Face } from '../fonts/face.js'
import type { Glyph } from '../fonts/shaped.js'
import { characterIds } from './cff.js'

/** What a page writes to show a glyph. */
export interface Code {
  /** The character identifier (ISO 32000-1, 9.7.4.2). */
  readonly cid: number
  /** As a page writes it. */
  readonly hex: string
  readonly glyph: number
  /** Thousandths of an em, as the file declares it. */
  readonly width: number
  /** What readers find in its place. */
  readonly text: string
}

/** The codes of one face in one document. */
export interface Codes {
  of(glyph: Glyph): Code
  /** Whether a glyph is shown by the code that it has in every document; once it is, it stays so for its text. */
  ownsUp(glyph: Glyph): boolean
  /** That code. */
  own(glyph: Glyph): Code
  /** In rising order, with that of the glyph for what is missing, 0. */
  all(): Code[]
}

/** Chooses how the glyphs of a face are numbered: freely for TrueType, by the font's own numbers for PostScript's. */
export function codesOf(face: Face): Codes {
  return face.facts.cff ? new FixedCodes(face, face.facts.cff) : new FreeCodes(face)
}

/**
 * TrueType outlines: the file maps a code to its glyph, so that every glyph and text shown have one of their own, and
 * text that is read is always that which was set. For the first text of a glyph that is the glyph's own number,
 * so that a word is mostly written alike in all documents.
 */
class FreeCodes implements Codes {
  /** By glyph: what it stood for first. */
  readonly #texts: (string | undefined)[] = [REPLACEMENT]
  readonly #others = new Map<string, Code>()

  constructor(private readonly face: Face) {}

  of(glyph: Glyph): Code {
    const { id, text } = glyph
    const said = text || SILENT
    if (this.#firstText(id, said) === said) return codeOf(this.face, id, id, said)
    const key = `${id} ${said}`
    const known = this.#others.get(key)
    const cid = this.face.facts.glyphs + this.#others.size
    // A font may have as many glyphs as there are codes: its glyphs then read as what they stood for first.
    if (!known && cid > LAST_CODE) return codeOf(this.face, id, id, this.#firstText(id, said))
    const code = known ?? codeOf(this.face, cid, id, said)
    this.#others.set(key, code)
    return code
  }

  ownsUp({ id, text }: Glyph): boolean {
    return text !== '' && this.#firstText(id, text) === text
  }

  own({ id, text }: Glyph): Code {
    return codeOf(this.face, id, id, text)
  }

  all(): Code[] {
    const own = this.#texts.flatMap((text, id) => (text === undefined ? [] : codeOf(this.face, id, id, text)))
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

/** PostScript outlines: the font program itself fixes the code of each glyph, which so has only one text. */
class FixedCodes implements Codes {
  readonly #byGlyph: Map<number, Code>
  readonly #ids: (glyph: number) => number

  constructor(
    private readonly face: Face,
    cff: DataView,
  ) {
    this.#ids = characterIds(cff)
    this.#byGlyph = new Map([[0, codeOf(face, 0, 0, REPLACEMENT)]])
  }

  of({ id, text }: Glyph): Code {
    const known = this.#byGlyph.get(id)
    if (known) return known
    const code = codeOf(this.face, this.#ids(id), id, text || SILENT)
    this.#byGlyph.set(id, code)
    return code
  }

  ownsUp(glyph: Glyph): boolean {
    return glyph.text !== '' && this.of(glyph).text === glyph.text
  }

  own({ id, text }: Glyph): Code {
    return codeOf(this.face, this.#ids(id), id, text)
  }

  all(): Code[] {
    return [...this.#byGlyph.values()].sort((one, other) => one.cid - other.cid)
  }
}

/** What is read for a glyph that stands for nothing by itself: a space without width. */
const SILENT = '\u200B'
/** What is read for a glyph that a font shows for characters that it lacks. */
const REPLACEMENT = '\uFFFD'

const codeOf = (face: Face, cid: number, glyph: number, text: string): Code => ({
  cid,
  hex: cid.toString(16).padStart(4, '0'),
  glyph,
  width: Math.round(face.advanceOf(glyph) * 1000) / 1000,
  text,
})

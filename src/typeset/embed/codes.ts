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
  /** In rising order, with that of the glyph for what is missing, 0. */
  all(): Code[]
}

/** Chooses how the glyphs of a face are numbered: freely for TrueType, by the font's own numbers for PostScript's. */
export function codesOf(face: Face): Codes {
  return face.facts.cff ? new FixedCodes(face, face.facts.cff) : new FreeCodes(face)
}

/**
 * TrueType outlines: a code is mapped to its glyph by the file, so that every glyph and text shown have one of
 * their own, and text that is read is always that which was set.
 */
class FreeCodes implements Codes {
  readonly #byGlyph: Code[][] = []
  readonly #all: Code[]

  constructor(private readonly face: Face) {
    this.#all = [codeOf(face, 0, 0, REPLACEMENT)]
  }

  of({ id, text }: Glyph): Code {
    const ofGlyph = this.#byGlyph[id] ?? []
    this.#byGlyph[id] = ofGlyph
    const said = text || SILENT
    for (const code of ofGlyph) if (code.text === said) return code
    const code = codeOf(this.face, this.#all.length, id, said)
    this.#all.push(code)
    ofGlyph.push(code)
    return code
  }

  all(): Code[] {
    return this.#all
  }
}

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

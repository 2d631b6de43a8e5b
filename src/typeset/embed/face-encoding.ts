import type { Face } from '../fonts/face.js'
import type { ShapedWord, WordEncoding } from '../fonts/shaped-word.js'
import { encodeWord } from './encoded-word.js'
import { type FontProgram, fontProgramOf } from './font-program.js'
import { IdentityCodes } from './glyph-codes.js'
import { GlyphTexts } from './glyph-texts.js'

/** Font programs that are kept, as a batch shows the same glyphs of a face in many documents. */
const KEPT_PROGRAMS = 8

/** What is the same in all documents that embed a face: kept as long as the face is. */
export class FaceEncoding {
  readonly identity: IdentityCodes
  readonly texts = new GlyphTexts()
  readonly #programs = new Map<string, FontProgram>()

  constructor(private readonly face: Face) {
    this.identity = new IdentityCodes(face)
  }

  static of(face: Face): FaceEncoding {
    const known = encodings.get(face)
    if (known) return known
    const encoding = new FaceEncoding(face)
    encodings.set(face, encoding)
    return encoding
  }

  encode(shaped: ShapedWord): WordEncoding {
    shaped.encoding ??= encodeWord(shaped, this.texts, this.identity)
    return shaped.encoding
  }

  /** The face with no glyphs but these, in ascending order. */
  program(glyphs: readonly number[]): FontProgram {
    const key = glyphs.join(' ')
    const program = this.#programs.get(key) ?? fontProgramOf(this.face, glyphs)
    this.#programs.delete(key)
    this.#programs.set(key, program)
    const [oldest] = this.#programs.size > KEPT_PROGRAMS ? this.#programs.keys() : []
    if (oldest !== undefined) this.#programs.delete(oldest)
    return program
  }
}

const encodings = new WeakMap<Face, FaceEncoding>()

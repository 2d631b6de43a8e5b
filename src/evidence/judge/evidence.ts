import type { FieldPath } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import type { PlacePart } from '../place/passage-place.js'

/**
 * `verified`: word for word in the source's text. `abridged`: the same, with words of the speaker declared as
 * left out. `locked`: the text is absent and the lock file proves the words. The others are not proved.
 */
export type Verdict = 'verified' | 'abridged' | 'locked' | 'altered' | 'missing' | 'unproved'

export interface Proof {
  /** The field of the quotation in the brief: `['quotes', 0, 'text']`, or a prose field. */
  readonly path: FieldPath
  /** Characters of that field's text, quotation marks left out. */
  readonly range: Range
  readonly verdict: Verdict
  /**
   * How the source has the words: `quoted` as somebody's, `own` where all of it is somebody's, in its writer's words
   * (`reported`), or as words that were not said (`disowned`).
   */
  readonly speech?: 'quoted' | 'own' | 'reported' | 'disowned'
  /** Whether the source gives the words to those whom the brief gives them to; `declared` where its author vouches for it. */
  readonly speaker?: 'confirmed' | 'declared' | 'unknown' | 'other'
  /** The names that the brief gives the words to, in alphabetical order. */
  readonly speakers: readonly string[]
  /** Words of the speaker are left out; the lock records this. */
  readonly abridged: boolean
  readonly source?: string
  /** Counted from 1, as `paragraphsOf` divides the text; also of a locked quotation. */
  readonly paragraph?: number
  /** Where the passage stands by the numbering that the source declares; nothing before its first number. */
  readonly place?: readonly PlacePart[]
  /** The source has a `?` or `!` where the quotation, or a part of it, ends without one. */
  readonly cut?: boolean
  /** Character range in the source's text (UTF-16). */
  readonly passage?: Range
  /** SHA-256 of the normalised words, as lower-case hexadecimal. */
  readonly hash: string
}

/** A number of a citation's locator that is printed otherwise than it stands in the brief. */
export interface LocatorCorrection {
  readonly path: FieldPath
  /** Characters of the field's text. */
  readonly range: Range
  readonly number: string
}

/** The proofs of a brief's quotations. */
export interface Evidence {
  readonly proofs: readonly Proof[]
  /** The proof of `quotes[index]`. */
  ofQuote(index: number): Proof | undefined
  /** The unproved quotations of a prose field: characters of its text, quotation marks left out. */
  unprovedIn(path: FieldPath): readonly Range[]
  /** Locators that name another place than that where the quotation beside them stands. */
  readonly corrections: readonly LocatorCorrection[]
}

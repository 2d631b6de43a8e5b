import type { FieldPath } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import type { PlacePart } from '../place/passage-place.js'

/**
 * `verified`: word for word in the source's text. `abridged`: the same, with words of the speaker declared as
 * left out. `locked`: the text is absent and the lock file proves the words. The others are not proved.
 */
export type Verdict = 'verified' | 'abridged' | 'locked' | 'altered' | 'missing' | 'unproved'

/**
 * `quoted`: the source gives the words as somebody's, in quotation marks, a block or a labelled turn. `own`: the source
 * itself is somebody's own words. `reported`: they are the reporter's. `disowned`: the source says that they were not said.
 */
export type SpeechVerdict = 'quoted' | 'own' | 'reported' | 'disowned'

/**
 * `confirmed`: the source gives the words to the speaker named. `declared`: it does not tell whose they are, and the brief
 * gives a reason. `unknown`: it does not tell. `other`: it gives them to another.
 */
export type SpeakerVerdict = 'confirmed' | 'declared' | 'unknown' | 'other'

export interface Proof {
  /** The field of the quotation in the brief: `['quotes', 0, 'text']`, or a prose field. */
  readonly path: FieldPath
  /** Characters of that field's text, quotation marks left out. */
  readonly range: Range
  readonly verdict: Verdict
  /** Left out where the words are not found, or nobody has read who speaks in the source. */
  readonly speech?: SpeechVerdict
  /** Left out also where the brief names no speaker. */
  readonly speaker?: SpeakerVerdict
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
  /** One for each source of a quotation. */
  readonly proofs: readonly Proof[]
  /** The proof of `quotes[index]`; of one with several sources, that of the first which does not prove it. */
  ofQuote(index: number): Proof | undefined
  /** The unproved quotations of a prose field: characters of its text, quotation marks left out. */
  unprovedIn(path: FieldPath): readonly Range[]
  /** Locators that name another place than that where the quotation beside them stands. */
  readonly corrections: readonly LocatorCorrection[]
}

/** Whether the words of a quotation are proved, and nothing shows that they are not speech or are another's. */
export function isProved({ verdict, speech, speaker }: Proof): boolean {
  const hasWords = verdict === 'verified' || verdict === 'abridged' || verdict === 'locked'
  return hasWords && speech !== 'reported' && speech !== 'disowned' && speaker !== 'other'
}

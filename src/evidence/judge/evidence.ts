import type { FieldPath } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'

/**
 * `verified`: word for word in the source's text. `abridged`: the same, with words of the speaker declared as
 * left out. `locked`: the text is absent and the lock file proves the words. The others are not proved.
 */
export type Verdict = 'verified' | 'abridged' | 'locked' | 'altered' | 'missing' | 'unproved'

export interface Proof {
  /** Where the quotation stands in the brief: `['quotes', 0, 'text']`, or a prose field. */
  readonly path: FieldPath
  /** Characters of that field's text, quotation marks left out. */
  readonly range: Range
  readonly verdict: Verdict
  /** Words of the speaker are left out; kept by a lock. */
  readonly abridged: boolean
  readonly source?: string
  /** Counted from 1, as `paragraphsOf` parts them; also of a locked quotation. */
  readonly paragraph?: number
  /** The source goes on with `?` or `!` where the quotation, or a part of it, ends without. */
  readonly cut?: boolean
  /** Character range in the source's text (UTF-16). */
  readonly passage?: Range
  /** SHA-256 of the normalised words, as lower-case hexadecimal. */
  readonly hash: string
}

/** What is proved of a brief's quotations. */
export interface Evidence {
  readonly proofs: readonly Proof[]
  /** The proof of `quotes[index]`. */
  ofQuote(index: number): Proof | undefined
  /** Quotations of a prose field that nothing proves: characters of its text, quotation marks left out. */
  unprovedIn(path: FieldPath): readonly Range[]
}

import { endsAsStatement } from '../match/match-word.js'
import { lastOf, possibleHashes, type Quotation } from '../match/quotation.js'

/** What was proved while the texts were available; it holds none of their words. */
export interface Lock {
  readonly sources: ReadonlyMap<string, LockedSource>
  readonly quotes: readonly LockedQuote[]
}

export interface LockedSource {
  /** SHA-256 of the text as UTF-8, as lower-case hexadecimal. */
  readonly sha256: string
  /** Characters of the text (UTF-16 code units, as `start` and `end` count). */
  readonly length: number
  /** The day on which this text was first recorded, as `YYYY-MM-DD`. */
  readonly date: string
}

export interface LockedQuote {
  /** SHA-256 of the normalised words, as lower-case hexadecimal. */
  readonly hash: string
  readonly source: string
  readonly status: 'verified' | 'abridged'
  readonly paragraph: number
  readonly start: number
  readonly end: number
  /** The field of the quotation in the brief: `quotes.ID`, or a path such as `key_facts[2].fact`. */
  readonly field: string
  /** The source has a `?` or `!` there: the quotation may not end as a statement. */
  readonly cut?: boolean
}

/** The entry of a lock that proves a quotation in one of these sources, whose texts are absent. */
export function findLockedQuote(
  quotation: Quotation,
  sources: readonly string[],
  lock: Lock | undefined,
): LockedQuote | undefined {
  if (!lock) return undefined
  const hashes = new Set(possibleHashes(quotation))
  const statement = quotation.parts.some(part => endsAsStatement(lastOf(part)))
  return lock.quotes.find(
    entry => sources.includes(entry.source) && hashes.has(entry.hash) && !(entry.cut && statement),
  )
}

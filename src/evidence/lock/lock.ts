import { endsAsStatement } from '../match/match-word.js'
import { lastOf, possibleHashes, type Quotation } from '../match/quotation.js'
import type { PlacePart } from '../place/passage-place.js'
import type { SourceFacts } from './source-facts.js'

/** What was proved while the texts were available; it holds none of their words. */
export interface Lock {
  /** Of the file that it was read from, or is written to. Version 1 recorded neither speakers nor what a source is. */
  readonly version: LockVersion
  readonly sources: ReadonlyMap<string, LockedSource>
  readonly quotes: readonly LockedQuote[]
}

export type LockVersion = 1 | 2

export interface LockedSource {
  /** SHA-256 of the text as UTF-8, as lower-case hexadecimal. */
  readonly sha256: string
  /** Characters of the text (UTF-16 code units, as `start` and `end` count). */
  readonly length: number
  /** The day on which this text was first recorded, as `YYYY-MM-DD`. */
  readonly date: string
  /** What the brief said of the source when its quotations were proved; a lock of version 1 has none. */
  readonly facts?: SourceFacts
}

export interface LockedQuote {
  /** SHA-256 of the normalised words, as lower-case hexadecimal. */
  readonly hash: string
  readonly source: string
  readonly status: 'verified' | 'abridged'
  readonly paragraph: number
  /** By the source's own numbers, where it declares that it has any. */
  readonly place?: readonly PlacePart[]
  readonly start: number
  readonly end: number
  /** The field of the quotation in the brief: `quotes.ID`, or a path such as `key_facts[2].fact`. */
  readonly field: string
  /** The source has a `?` or `!` there: the quotation may not end as a statement. */
  readonly cut?: boolean
  /** The names that the brief gave the words to, in alphabetical order; a lock of version 1 has none. */
  readonly speakers?: readonly string[]
  /** How the source has the words. */
  readonly speech?: (typeof PROVED_SPEECH)[number]
  /** Whether the source gives the words to those whom the brief gives them to. */
  readonly attribution?: (typeof PROVED_ATTRIBUTION)[number]
}

/** The verdicts on speech and on speakers with which a quotation is proved. */
export const PROVED_SPEECH = ['quoted', 'own'] as const
export const PROVED_ATTRIBUTION = ['confirmed', 'declared', 'unknown'] as const

/** The entries of a lock that hold the words of a quotation, of whatever source and speaker. */
export function findLockedWords(quotation: Quotation, lock: Lock | undefined): LockedQuote[] {
  if (!lock) return []
  const entries = entriesByHash(lock)
  const statement = quotation.parts.some(part => endsAsStatement(lastOf(part)))
  return [...new Set(possibleHashes(quotation))]
    .flatMap(hash => entries.get(hash) ?? [])
    .filter(entry => !(entry.cut && statement))
}

const indexes = new WeakMap<Lock, Map<string, LockedQuote[]>>()

function entriesByHash(lock: Lock): Map<string, LockedQuote[]> {
  const known = indexes.get(lock)
  if (known) return known
  const index = new Map<string, LockedQuote[]>()
  for (const quote of lock.quotes) {
    const same = index.get(quote.hash)
    if (same) same.push(quote)
    else index.set(quote.hash, [quote])
  }
  indexes.set(lock, index)
  return index
}

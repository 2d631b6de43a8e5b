import { endsAsStatement } from '../match/match-word.js'
import { possibleHashes, type Quotation } from '../match/quotation.js'
import type { Lock, LockedQuote } from './lock.js'

/** The entry of a lock that proves a quotation in one of these sources, whose texts are absent. */
export function findLockedQuote(
  quotation: Quotation,
  sources: readonly string[],
  lock: Lock | undefined,
): LockedQuote | undefined {
  if (!lock) return undefined
  const hashes = new Set(possibleHashes(quotation))
  const statement = quotation.parts.some(part => endsAsStatement(part[part.length - 1] ?? part[0]))
  return lock.quotes.find(
    entry => sources.includes(entry.source) && hashes.has(entry.hash) && !(entry.cut && statement),
  )
}

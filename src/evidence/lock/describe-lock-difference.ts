import type { Lock, LockedQuote } from './lock.js'
import { changedFacts } from './source-facts.js'

/** The first thing in which a lock is not as it would be written now; undefined if it is just that. Days are not compared. */
export function describeLockDifference(lock: Lock, current: Lock): string | undefined {
  for (const [id, { sha256, facts }] of current.sources) {
    const recorded = lock.sources.get(id)
    if (!recorded) return `it lacks the source \`${id}\``
    if (recorded.sha256 !== sha256) return `it has another text of \`${id}\``
    if (!facts) continue
    const [changed] = recorded.facts ? changedFacts(recorded.facts, facts) : []
    if (!recorded.facts || changed) return `it has another ${changed?.key ?? 'description'} of \`${id}\``
  }
  for (const id of lock.sources.keys())
    if (!current.sources.has(id)) return `it has a source \`${id}\`, which the brief has no longer`
  const recorded = new Set(lock.quotes.map(recordOf))
  const lacking = current.quotes.find(quote => !recorded.has(recordOf(quote)))
  if (lacking) {
    const isThere = lock.quotes.some(({ field }) => field === lacking.field)
    return isThere ? `it has \`${lacking.field}\` otherwise` : `it lacks \`${lacking.field}\``
  }
  const proved = new Set(current.quotes.map(recordOf))
  const surplus = lock.quotes.find(quote => !proved.has(recordOf(quote)))
  return surplus && `it has \`${surplus.field}\`, which is not proved any longer`
}

/** All of an entry, in one order. */
function recordOf(quote: LockedQuote): string {
  return JSON.stringify(Object.entries(quote).sort(([a], [b]) => (a < b ? -1 : 1)))
}

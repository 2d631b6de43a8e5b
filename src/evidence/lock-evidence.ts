import type { Brief } from '../brief/index.js'
import { type Evidence, isProved, type Proof } from './judge/evidence.js'
import type { Lock, LockedQuote, LockedSource } from './lock/lock.js'
import { PROVED_ATTRIBUTION, PROVED_SPEECH } from './lock/lock.js'
import { lockFieldName } from './lock/lock-field-name.js'
import { sourceFacts } from './lock/source-facts.js'
import type { SourceText } from './text/source-text.js'

/**
 * The lock that records what is proved now. What was proved against texts that are now absent is kept as long as the
 * brief has the source and the quotation; an unchanged text keeps its date.
 */
export function lockEvidence(
  brief: Brief,
  evidence: Evidence,
  texts: ReadonlyMap<string, SourceText>,
  previous: Lock | undefined,
  date: string,
): Lock {
  const sources = new Map<string, LockedSource>()
  for (const cited of brief.data.sources ?? []) {
    const text = texts.get(cited.id)
    const before = previous?.sources.get(cited.id)
    const source = text ? { ...recordText(text, before, date), facts: sourceFacts(cited) } : before
    if (source) sources.set(cited.id, source)
  }
  const proved = evidence.proofs.flatMap(proof => lockedQuotes(brief, proof))
  const fields = new Set(evidence.proofs.map(proof => lockFieldName(brief, proof.path)))
  const hashes = new Set(evidence.proofs.map(proof => proof.hash))
  const kept = (previous?.quotes ?? []).filter(
    ({ source, hash, field }) =>
      sources.has(source) && !texts.has(source) && (hashes.has(hash) || fields.has(field)),
  )
  return { version: 2, sources, quotes: inLockOrder([...proved, ...kept], [...sources.keys()]) }
}

function recordText(text: SourceText, before: LockedSource | undefined, date: string): LockedSource {
  const { sha256 } = text
  return { sha256, length: text.file.text.length, date: before?.sha256 === sha256 ? before.date : date }
}

function lockedQuotes(brief: Brief, proof: Proof): LockedQuote[] {
  const { verdict, source, paragraph, passage, hash } = proof
  if (!isProved(proof) || (verdict !== 'verified' && verdict !== 'abridged')) return []
  if (source === undefined || paragraph === undefined || passage === undefined) return []
  const speech = PROVED_SPEECH.find(known => known === proof.speech)
  const attribution = PROVED_ATTRIBUTION.find(known => known === proof.speaker)
  if (speech !== proof.speech || attribution !== proof.speaker) return []
  const { start, end } = passage
  const field = lockFieldName(brief, proof.path)
  return [
    {
      ...{ hash, source, status: verdict, paragraph, start, end, field, speakers: proof.speakers },
      ...(proof.place && { place: proof.place }),
      ...(proof.cut && { cut: true }),
      ...(speech && { speech }),
      ...(attribution && { attribution }),
    },
  ]
}

/** By source in the order of the brief, then by passage, so that moving quotations within the brief changes little. */
function inLockOrder(quotes: readonly LockedQuote[], sources: readonly string[]): LockedQuote[] {
  const seen = new Set<string>()
  return [...quotes]
    .sort(
      (a, b) =>
        sources.indexOf(a.source) - sources.indexOf(b.source) ||
        a.start - b.start ||
        a.end - b.end ||
        compare(a.hash, b.hash) ||
        compare(a.field, b.field),
    )
    .filter(({ source, hash, field }) => {
      const key = `${source} ${hash} ${field}`
      return seen.has(key) ? false : seen.add(key)
    })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

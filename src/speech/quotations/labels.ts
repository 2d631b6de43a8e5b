import type { EntityIndex } from '../entities/entity.js'
import { isOfClass } from '../language/tagged-words.js'
import { nounPhraseEnd, type Subject, subjectIn } from './noun-phrases.js'
import {
  isQuotedItem,
  isWordItem,
  type SentenceItem,
  type SentenceItems,
  wordAt,
} from './reporting-sentences.js'
import { isEvaluative, isReporting } from './reporting-verb-at.js'
import { isFiniteVerb, subjectAfter } from './subjects.js'

/** `Ann Moe, the Morning Post: “…”`, `Bo Lund (captain): “…”`, `Lund, on the storm: “…”`: no verb between name and colon. */
export function labelBefore(items: SentenceItems, quote: number, entities: EntityIndex): Subject | undefined {
  if (wordAt(items, quote - 1)?.text !== ':') return undefined
  const first = labelStart(items, quote)
  const end = nounPhraseEnd(items, first, entities)
  const subject = end === undefined ? undefined : subjectIn(items, first, end, entities)
  // `Moe’s answer: “…”`
  if (subject?.kind === 'phrase' && subject.possessor && end === quote - 2) return subject
  if (end === undefined || subject?.kind !== 'name') return undefined
  if (end !== quote - 2 && !opensAddition(items[end + 1])) return undefined
  const isVerbless = items
    .slice(end + 1, quote)
    .every((item, index) => isWordItem(item) && !isVerbOfClause(items, end + 1 + index, entities))
  return isVerbless ? subject : undefined
}

/** After the stop of the sentence before, or a number. */
function labelStart(items: SentenceItems, quote: number): number {
  const earlier = items.findLastIndex(
    (item, at) => at < quote - 1 && (isQuotedItem(item) || /^[.;:]$/.test(wordAt(items, at)?.text ?? '')),
  )
  let first = earlier + 1
  while (/^(?:DET|PUNCT)$/.test(wordAt(items, first)?.pos ?? '')) first++
  return first
}

function opensAddition(item: SentenceItem | undefined): boolean {
  return isWordItem(item) && (/^[,(—–]$|^--$/.test(item.text) || item.pos === 'ADP')
}

function isVerbOfClause(items: SentenceItems, at: number, entities: EntityIndex): boolean {
  return (
    isFiniteVerb(items, at) &&
    (isReporting(items, at, entities) ||
      isEvaluative(items, at, entities) ||
      wordAt(items, at)?.pos === 'AUX')
  )
}

/** `Bo Lund, head of the union, on Ann Moe.` below a quotation, perhaps after a dash: its signature. */
export function signatureOf(items: SentenceItems, entities: EntityIndex): Subject | undefined {
  if (items.some(isQuotedItem)) return undefined
  const dash = /^(?:[-—–―~]|--)$/.test(wordAt(items, 0)?.text ?? '') ? 1 : 0
  const end = nounPhraseEnd(items, dash, entities)
  const subject = end === undefined ? undefined : subjectIn(items, dash, end, entities)
  if (end === undefined || subject?.kind !== 'name' || subject.mention.entity.type === 'place')
    return undefined
  const next = wordAt(items, end + 1)
  if (next ? !/^[,(.]$/.test(next.text) : items.length > end + 1) return undefined
  if (items.length > MAX_SIGNATURE_ITEMS || items.some((_, at) => isFiniteVerb(items, at))) return undefined
  return subject
}

/** Items of a signature: a name with a role. */
export const MAX_SIGNATURE_ITEMS = 24

/** `“…” is how Moe put it`, `That was how Moe described it`: who is said to have worded it so. */
export function wordingTagAt(
  items: SentenceItems,
  from: number,
  entities: EntityIndex,
): { subject: Subject; end: number } | undefined {
  let at = from
  if (wordAt(items, at)?.text === ',') at++
  if (wordAt(items, at)?.pos !== 'AUX') return undefined
  at++
  if (!isOfClass(wordAt(items, at), lower => /^(?:how|what)$/.test(lower))) return undefined
  const subject = subjectAfter(items, at + 1, entities)
  const verb = items.findIndex(
    (_, index) =>
      index > at + 1 && (isReporting(items, index, entities) || isEvaluative(items, index, entities)),
  )
  return subject && verb !== -1 && verb - at <= MAX_WORDING_ITEMS ? { subject, end: verb } : undefined
}

/** Items from `how` to the verb: a name with a role, and an adverb. */
const MAX_WORDING_ITEMS = 20

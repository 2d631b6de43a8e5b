import type { EntityIndex } from '../entities/entity.js'
import { isOfClass } from '../language/tagged-words.js'
import { sourceExpressionLength } from '../lexicon/attribution.js'
import { isIndefiniteSubject } from '../lexicon/function-words.js'
import { nounPhraseEnd, type Subject, subjectIn } from './noun-phrases.js'
import { isWordItem, type SentenceItems, wordAt } from './reporting-sentences.js'
import { isReporting } from './reporting-verb-at.js'
import { canSpeak, isFiniteVerb, subjectAfter } from './subjects.js'

/** `“…” — Jane Doe, teacher` */
export function signatureAt(
  items: SentenceItems,
  from: number,
  entities: EntityIndex,
): { subject: Subject; end: number } | undefined {
  const [dash, name] = [items[from], items[from + 1]]
  if (
    !isWordItem(dash) ||
    !/^(?:[-—–―]|--)$/.test(dash.text) ||
    !isWordItem(name) ||
    !entities.mentionAt(name)
  )
    return undefined
  const end = nounPhraseEnd(items, from + 1, entities)
  const after = end === undefined ? undefined : items[end + 1]
  if (end === undefined || (isWordItem(after) && !/^[,.(]$/.test(after.text))) return undefined
  const subject = subjectIn(items, from + 1, end, entities)
  return subject?.kind === 'name' ? { subject, end } : undefined
}

/** A tag after a quotation: `said Smith`, `Smith, a lawyer, said`, `according to Smith`. */
export function attributionTagAt(
  items: SentenceItems,
  from: number,
  entities: EntityIndex,
): { subject: Subject; end: number } | undefined {
  let first = from
  if (wordAt(items, first)?.text === ',') first++
  const opening = wordAt(items, first)
  if (!opening) return undefined
  const source = sourceExpressionAt(items, first, entities)
  if (source) return source
  if (isReporting(items, first, entities) && opening.pos !== 'PROPN' && !/ing$/.test(opening.lower)) {
    const next = skipAdverbs(items, first + 1)
    const subject = subjectAfter(items, next, entities)
    // `said one docker` is somebody, whoever it is; `said the pier` begins another sentence.
    return subject && (canSpeak(subject) || isOfClass(wordAt(items, next), isIndefiniteSubject))
      ? { subject, end: first }
      : undefined
  }
  if (/^(?:CCONJ|SCONJ|ADP|VERB|AUX|PUNCT|PART)$/.test(opening.pos) && !entities.mentionAt(opening))
    return undefined
  if (/^(?:who|which|that|where|when)$/.test(opening.lower)) return undefined
  const verb = tagVerb(items, first, entities)
  if (verb === undefined) return undefined
  const subject = subjectAfter(items, skipAdverbs(items, first), entities)
  return subject && { subject, end: verb }
}

function skipAdverbs(items: SentenceItems, from: number): number {
  let at = from
  while (wordAt(items, at)?.pos === 'ADV') at++
  return at
}

/** The reporting verb of a tag: the first verb that is in no relative clause. */
function tagVerb(items: SentenceItems, first: number, entities: EntityIndex): number | undefined {
  let apposed = false
  let bracketed = false
  for (let at = first; at < Math.min(items.length, first + MAX_TAG_ITEMS); at++) {
    const word = items[at]
    if (isWordItem(word) && /^[()]$/.test(word.text)) bracketed = word.text === '('
    if (bracketed) continue
    if (!isWordItem(word) || /^[.;:]$/.test(word.text)) return undefined
    if (/^(?:,|—|–|--)$/.test(word.text)) apposed = !apposed
    else if (at > first && isReporting(items, at, entities) && (!apposed || followsComma(items, at)))
      return at
    else if (
      !apposed &&
      at > first &&
      word.pos === 'VERB' &&
      isFiniteVerb(items, at) &&
      !entities.mentionAt(word)
    )
      return undefined
  }
  return undefined
}

/** Items between a quotation and the verb of its tag. */
export const MAX_TAG_ITEMS = 40

/** A verb after which the tag ends: `, of Ohio, said.` */
function followsComma(items: SentenceItems, at: number): boolean {
  return wordAt(items, at - 1)?.text === ','
}

/** `according to Smith`, `in the words of Smith`, `as Smith put it`. */
export function sourceExpressionAt(
  items: SentenceItems,
  first: number,
  entities: EntityIndex,
): { subject: Subject; end: number } | undefined {
  const length = sourceExpressionLength(step => wordAt(items, first + step)?.lower)
  if (length !== undefined) {
    const subject = subjectAfter(items, first + length, entities)
    return subject && { subject, end: first + length }
  }
  if (wordAt(items, first)?.lower !== 'as') return undefined
  const end = nounPhraseEnd(items, first + 1, entities)
  if (end === undefined || !isReporting(items, end + 1, entities)) return undefined
  const subject = subjectIn(items, first + 1, end, entities)
  return subject && { subject, end: end + 1 }
}

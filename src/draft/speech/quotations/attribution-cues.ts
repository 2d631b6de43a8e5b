import type { EntityIndex } from '../entities/entity.js'
import { isGenitive, isOfClass, type TaggedWord } from '../language/tagged-words.js'
import {
  isIndirectQuestion,
  isPassiveMarker,
  particleOf,
  sourceExpressionLength,
} from '../lexicon/attribution.js'
import { isIndefiniteSubject, isRelativeWord } from '../lexicon/function-words.js'
import { isEvaluativeVerb, isNounHomograph, isReportingVerb } from '../lexicon/reporting-verbs.js'
import { nounPhraseEnd, nounPhraseStart, type Subject, subjectIn } from './noun-phrases.js'
import { isQuotedItem, isWordItem, type SentenceItem, wordAt } from './reporting-sentences.js'
import { canSpeak, isFiniteVerb, subjectAfter, subjectBefore } from './subjects.js'

/** What in a sentence attributes a quotation. */
export interface AttributionCue {
  readonly rule: CueRule
  readonly subject: Subject
  /** Where the cue ends: a quotation that goes on after it is one with what it began with. */
  readonly end: number
}

export type CueRule =
  | 'signature'
  | 'tag-after'
  | 'verb-before'
  | 'according-to'
  | 'tag-at-end'
  | 'judging-verb'
  | 'colon'
  | 'any-verb'

/** Finds the cue for the quotation at an item, by the first rule that applies. */
export function findCue(
  items: readonly SentenceItem[],
  quote: number,
  entities: EntityIndex,
): AttributionCue | undefined {
  const signature = signatureAt(items, quote + 1, entities)
  if (signature) return { ...signature, rule: 'signature' }
  const after = attributionTagAt(items, quote + 1, entities)
  if (after) return { ...after, rule: 'tag-after' }
  // A cue between a quotation and the one before it takes precedence over a cue before both.
  const since = items.findLastIndex((item, at) => at < quote && isQuotedItem(item)) + 1
  const near =
    verbBefore(items, quote, since, entities, isReporting, 'verb-before') ??
    (since > 0 ? verbBefore(items, quote, since, entities, isEvaluative, 'judging-verb') : undefined)
  return (
    near ??
    verbBefore(items, quote, 0, entities, isReporting, 'verb-before') ??
    sourceBefore(items, quote, entities) ??
    tagAtEnd(items, quote, entities) ??
    verbBefore(items, quote, 0, entities, isEvaluative, 'judging-verb') ??
    colonBefore(items, quote, entities) ??
    mainSubject(items, quote, entities, 'any-verb')
  )
}

/** `“…” — Jane Doe, teacher` */
function signatureAt(
  items: readonly SentenceItem[],
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
  items: readonly SentenceItem[],
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

function skipAdverbs(items: readonly SentenceItem[], from: number): number {
  let at = from
  while (wordAt(items, at)?.pos === 'ADV') at++
  return at
}

/** The reporting verb of a tag: the first verb that is in no relative clause. */
function tagVerb(items: readonly SentenceItem[], first: number, entities: EntityIndex): number | undefined {
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
function followsComma(items: readonly SentenceItem[], at: number): boolean {
  return wordAt(items, at - 1)?.text === ','
}

/** `according to Smith`, `in the words of Smith`, `as Smith put it`. */
function sourceExpressionAt(
  items: readonly SentenceItem[],
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

function sourceBefore(
  items: readonly SentenceItem[],
  quote: number,
  entities: EntityIndex,
): AttributionCue | undefined {
  for (let at = quote - 1; at >= 0 && isWordItem(items[at]); at--) {
    const source = sourceExpressionAt(items, at, entities)
    if (source) return { ...source, rule: 'according-to' }
  }
  return undefined
}

/** `The plan would be “a gift to the rich” in the north, Smith said.` */
function tagAtEnd(
  items: readonly SentenceItem[],
  quote: number,
  entities: EntityIndex,
): AttributionCue | undefined {
  for (let at = quote + 1; at < items.length && !isQuotedItem(items[at]); at++) {
    const word = wordAt(items, at)?.lower
    if (word !== ',' && word !== 'according') continue
    const tag = attributionTagAt(items, word === ',' ? at + 1 : at, entities)
    if (tag) return { ...tag, rule: 'tag-at-end' }
  }
  return undefined
}

type VerbTest = (items: readonly SentenceItem[], at: number, entities: EntityIndex) => boolean

/** The nearest reporting or evaluative verb before a quotation, with its subject. */
function verbBefore(
  items: readonly SentenceItem[],
  quote: number,
  since: number,
  entities: EntityIndex,
  isVerb: VerbTest,
  rule: CueRule,
): AttributionCue | undefined {
  for (let at = quote - 1; at >= since; at--) {
    if (isQuotedItem(items[at]) && endsWithStop(items, at)) return undefined
    if (!isVerb(items, at, entities) || isPassive(items, at)) continue
    const inverted = at === 0 ? subjectAfter(items, 1, entities) : undefined
    const subject = inverted ?? subjectBefore(items, at, entities)
    if (subject) return { subject, rule, end: at }
  }
  return undefined
}

/** A cue before a quotation that ends a sentence is no cue for what follows. */
function endsWithStop(items: readonly SentenceItem[], at: number): boolean {
  const item = items[at]
  return isQuotedItem(item) && /[.?!]/.test(item.closing)
}

function colonBefore(
  items: readonly SentenceItem[],
  quote: number,
  entities: EntityIndex,
): AttributionCue | undefined {
  if (wordAt(items, quote - 1)?.text !== ':') return undefined
  const name = subjectAfter(items, 0, entities)
  if (name?.kind === 'name' && nounPhraseEnd(items, 0, entities) === quote - 2)
    return { subject: name, rule: 'colon', end: quote - 1 }
  return mainSubject(items, quote, entities, 'colon')
}

/** Who is said to speak in a sentence without a quotation: `The town may wait, Smith said.` */
export function sourceOfSentence(
  items: readonly SentenceItem[],
  entities: EntityIndex,
): AttributionCue | undefined {
  return (
    tagAtEnd(items, -1, entities) ??
    sourceBefore(items, items.length, entities) ??
    verbBefore(items, items.length, 0, entities, isReporting, 'verb-before') ??
    mainSubject(items, items.length, entities, 'any-verb')
  )
}

/** The subject of the first finite verb before an item that has one. */
export function mainSubject(
  items: readonly SentenceItem[],
  until: number,
  entities: EntityIndex,
  rule: CueRule,
): AttributionCue | undefined {
  for (let at = 0; at < until; at++) {
    if (!isFiniteVerb(items, at) || isRelativeClauseVerb(items, at, entities)) continue
    const subject = subjectBefore(items, at, entities)
    if (subject) return { subject, rule, end: at }
  }
  return undefined
}

/** `which Smith signed`: the verb of a relative clause. */
function isRelativeClauseVerb(items: readonly SentenceItem[], verb: number, entities: EntityIndex): boolean {
  const first = nounPhraseStart(items, verb - 1, entities)
  return isOfClass(wordAt(items, (first ?? verb) - 1), isRelativeWord)
}

/** A verb that reports; `went on` and `put it` among them. */
function isReporting(items: readonly SentenceItem[], at: number, entities: EntityIndex): boolean {
  const word = wordAt(items, at)
  if (!word || entities.mentionAt(word)) return false
  const { lower, pos } = word
  const next = wordAt(items, at + 1)
  const particle = particleOf(lower)
  if (particle !== undefined) return next?.lower === particle
  if (!isReportingVerb(lower) || pos === 'ADJ' || pos === 'ADP') return false
  const before = wordAt(items, at - 1)
  // `asked about the storm, Smith said`: who is asked, and not who asks.
  if (lower === 'asked' && isOfClass(next, isIndirectQuestion)) return mayBeSubject(before, entities)
  if (!isNounHomograph(lower) || pos === 'VERB') return true
  const followsSubject =
    before !== undefined &&
    (before.pos === 'PRON' || entities.mentionAt(before) !== undefined) &&
    !isGenitive(before)
  return followsSubject && next?.pos !== 'NOUN' && next?.pos !== 'PROPN'
}

function mayBeSubject(word: TaggedWord | undefined, entities: EntityIndex): boolean {
  return (
    word !== undefined && (/^(?:PRON|NOUN|AUX)$/.test(word.pos) || entities.mentionAt(word) !== undefined)
  )
}

/** An evaluative verb; after a name also one that the tagger takes for an adjective: `Smith branded it`. */
function isEvaluative(items: readonly SentenceItem[], at: number, entities: EntityIndex): boolean {
  const word = wordAt(items, at)
  if (!word || !isEvaluativeVerb(word.lower)) return false
  const before = wordAt(items, at - 1)
  return (
    word.pos === 'VERB' ||
    (word.pos === 'ADJ' && before !== undefined && entities.mentionAt(before) !== undefined)
  )
}

/** `was told`, `was quoted as saying`: the subject does not speak. */
function isPassive(items: readonly SentenceItem[], at: number): boolean {
  if (!isOfClass(wordAt(items, at), lower => /(?:ed|told)$/.test(lower))) return false
  let before = at - 1
  while (wordAt(items, before)?.pos === 'ADV') before--
  return isOfClass(wordAt(items, before), isPassiveMarker)
}

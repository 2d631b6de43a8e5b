import type { EntityIndex } from '../entities/entity.js'
import { isOfClass } from '../language/tagged-words.js'
import { isRelativeWord } from '../lexicon/function-words.js'
import { isAttitudeVerb } from '../lexicon/reporting-verbs.js'
import { attributionTagAt, signatureAt, sourceExpressionAt } from './attribution-tags.js'
import { labelBefore, wordingTagAt } from './labels.js'
import { nounPhraseEnd, nounPhraseStart, type Subject } from './noun-phrases.js'
import { isQuotedItem, isWordItem, type SentenceItems, wordAt } from './reporting-sentences.js'
import { isEvaluative, isPassive, isReporting } from './reporting-verb-at.js'
import { isFiniteVerb, subjectAfter, subjectBefore } from './subjects.js'

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
  items: SentenceItems,
  quote: number,
  entities: EntityIndex,
): AttributionCue | undefined {
  const signature = signatureAt(items, quote + 1, entities)
  if (signature) return { ...signature, rule: 'signature' }
  const after = attributionTagAt(items, quote + 1, entities)
  if (after) return { ...after, rule: 'tag-after' }
  const wording = wordingTagAt(items, quote + 1, entities)
  if (wording) return { ...wording, rule: 'tag-after' }
  const agent = agentAfter(items, quote, entities)
  if (agent) return agent
  const label = labelBefore(items, quote, entities)
  if (label) return { subject: label, rule: 'colon', end: quote - 1 }
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

function sourceBefore(
  items: SentenceItems,
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
function tagAtEnd(items: SentenceItems, quote: number, entities: EntityIndex): AttributionCue | undefined {
  for (let at = quote + 1; at < items.length && !isQuotedItem(items[at]); at++) {
    const word = wordAt(items, at)?.lower
    if (word !== ',' && word !== 'according') continue
    const tag = attributionTagAt(items, word === ',' ? at + 1 : at, entities)
    if (tag) return { ...tag, rule: 'tag-at-end' }
  }
  return undefined
}

type VerbTest = (items: SentenceItems, at: number, entities: EntityIndex) => boolean

/** The nearest reporting or evaluative verb before a quotation, with its subject. */
function verbBefore(
  items: SentenceItems,
  quote: number,
  since: number,
  entities: EntityIndex,
  isVerb: VerbTest,
  rule: CueRule,
): AttributionCue | undefined {
  for (let at = quote - 1; at >= since; at--) {
    if (isQuotedItem(items[at]) && endsWithStop(items, at)) return undefined
    if (!isVerb(items, at, entities)) continue
    if (isPassive(items, at)) {
      const agent = agentAt(items, at + 1, entities)
      if (agent && !isQuotingVerb(items, at)) return { subject: agent, rule, end: at }
      continue
    }
    const inverted = at === 0 ? subjectAfter(items, 1, entities) : undefined
    const subject = inverted ?? subjectBefore(items, at, entities)
    if (!subject) continue
    // `Moe says it shows that …`, `Moe said the firm paid because it believed …`: Moe says the whole of it.
    const outer = isReportedBy(subject, items, at)
      ? verbBefore(items, at, since, entities, isReporting, rule)
      : undefined
    return outer ?? { subject, rule, end: at }
  }
  return undefined
}

function isReportedBy(subject: Subject, items: SentenceItems, verb: number): boolean {
  if (subject.kind === 'pronoun') return subject.word.lower === 'it'
  return subject.kind === 'phrase' && isOfClass(wordAt(items, verb), isAttitudeVerb)
}

/** `was called “…” by Moe` */
function agentAfter(items: SentenceItems, quote: number, entities: EntityIndex): AttributionCue | undefined {
  const agent = agentAt(items, quote + 1, entities)
  if (!agent) return undefined
  const verb = items.findLastIndex(
    (_, at) =>
      at < quote &&
      (isReporting(items, at, entities) || isEvaluative(items, at, entities)) &&
      isPassive(items, at),
  )
  return verb === -1 ? undefined : { subject: agent, rule: 'verb-before', end: quote }
}

function agentAt(items: SentenceItems, from: number, entities: EntityIndex): Subject | undefined {
  return wordAt(items, from)?.lower === 'by' ? subjectAfter(items, from + 1, entities) : undefined
}

/** `was quoted by the Gazette as saying`: the one who is quoted speaks. */
function isQuotingVerb(items: SentenceItems, at: number): boolean {
  return /^(?:quoted|cited|heard|overheard|reported)$/.test(wordAt(items, at)?.lower ?? '')
}

/** A cue before a quotation that ends a sentence is no cue for what follows. */
function endsWithStop(items: SentenceItems, at: number): boolean {
  const item = items[at]
  return isQuotedItem(item) && /[.?!]/.test(item.closing)
}

function colonBefore(items: SentenceItems, quote: number, entities: EntityIndex): AttributionCue | undefined {
  if (wordAt(items, quote - 1)?.text !== ':') return undefined
  const name = subjectAfter(items, 0, entities)
  if (name?.kind === 'name' && nounPhraseEnd(items, 0, entities) === quote - 2)
    return { subject: name, rule: 'colon', end: quote - 1 }
  return mainSubject(items, quote, entities, 'colon')
}

/** Who is said to speak in a sentence without a quotation: `The town may wait, Smith said.` */
export function sourceOfSentence(items: SentenceItems, entities: EntityIndex): AttributionCue | undefined {
  return (
    tagAtEnd(items, -1, entities) ??
    sourceBefore(items, items.length, entities) ??
    verbBefore(items, items.length, 0, entities, isReporting, 'verb-before') ??
    mainSubject(items, items.length, entities, 'any-verb') ??
    personAtStart(items, entities)
  )
}

/** `Opposition leader Moe attacks the budget.` where the tagger sees no verb. */
function personAtStart(items: SentenceItems, entities: EntityIndex): AttributionCue | undefined {
  const subject = subjectAfter(items, 0, entities)
  const isPerson = subject?.kind === 'name' && subject.mention.entity.type === 'person'
  return isPerson ? { subject, rule: 'any-verb', end: 0 } : undefined
}

/** The subject of the first finite verb before an item that has one. */
export function mainSubject(
  items: SentenceItems,
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
function isRelativeClauseVerb(items: SentenceItems, verb: number, entities: EntityIndex): boolean {
  const first = nounPhraseStart(items, verb - 1, entities)
  return isOfClass(wordAt(items, (first ?? verb) - 1), isRelativeWord)
}

import type { EntityIndex } from '../entities/entity.js'
import { isOfClass, type TaggedWord } from '../language/tagged-words.js'
import { isSpeakerPronoun, isTimeQualifier, isTimeWord } from '../lexicon/function-words.js'
import { isDocumentNoun, isSpeakerNoun } from '../lexicon/speakers.js'
import { nounPhraseEnd, nounPhraseStart, type Subject, subjectIn } from './noun-phrases.js'
import { type SentenceItems, wordAt } from './reporting-sentences.js'

/** The subject of the verb at an item: the noun phrase before it, or that of an earlier verb. */
export function subjectBefore(
  items: SentenceItems,
  verb: number,
  entities: EntityIndex,
  depth = 0,
): Subject | undefined {
  if (depth > MAX_SUBJECT_DEPTH) return undefined
  let at = verb - 1
  while (isAuxiliary(wordAt(items, at))) at--
  at = beforeTime(items, at)
  const before = wordAt(items, at)
  if (!before) return undefined
  if (/^(?:who|which|that)$/.test(before.lower)) return antecedent(items, at, entities)
  if (before.lower === 'as' && isParticiple(wordAt(items, verb)))
    return quotedObject(items, at, entities, depth)
  if (before.text === ')') return subjectBefore(items, openingBracketBefore(items, at), entities, depth + 1)
  if (isCommaOrDash(before))
    return appositionSubject(items, at, entities) ?? clauseSubject(items, at, entities, depth)
  const first = nounPhraseStart(items, at, entities)
  if (first === undefined) return clauseSubject(items, at + 1, entities, depth)
  const subject = subjectIn(items, first, at, entities)
  if (
    isParticiple(wordAt(items, verb)) &&
    subject?.kind === 'name' &&
    subject.mention.entity.type === 'person'
  )
    return subject
  if (isParticiple(wordAt(items, verb)) && isUnownedDocument(subject))
    return clauseSubject(items, first, entities, depth)
  // `with the government accusing the party of`
  const isAbsolute = wordAt(items, first - 1)?.lower === 'with' && isParticiple(wordAt(items, verb))
  return isObject(items, first) && !isAbsolute ? clauseSubject(items, at + 1, entities, depth) : subject
}

/** The item before words that say when: `Moe on Tuesday accused`, `Moe said last week`. */
function beforeTime(items: SentenceItems, from: number): number {
  let at = from
  if (/^(?:here|there)$/.test(wordAt(items, at)?.lower ?? '')) at--
  while (isOfClass(wordAt(items, at), isTimeWord)) {
    at--
    while (
      isOfClass(wordAt(items, at), lower => isTimeQualifier(lower) || /^\d+(?:st|nd|rd|th)?$/.test(lower))
    )
      at--
  }
  return at
}

/** `The council issued a statement calling it …`: the statement is that of who issued it. */
function isUnownedDocument(subject: Subject | undefined): boolean {
  return (
    subject?.kind === 'phrase' && isDocumentNoun(subject.head.lower) && !subject.possessor && !subject.author
  )
}

/** `quoted Smith as saying`, `Smith was quoted by the Gazette as saying` */
function quotedObject(
  items: SentenceItems,
  as: number,
  entities: EntityIndex,
  depth: number,
): Subject | undefined {
  if (wordAt(items, as - 1)?.text === ',') return appositionSubject(items, as - 1, entities)
  const first = nounPhraseStart(items, as - 1, entities)
  if (first === undefined || isObject(items, first)) return clauseSubject(items, as, entities, depth)
  return subjectIn(items, first, as - 1, entities)
}

function isParticiple(word: TaggedWord | undefined): boolean {
  return word !== undefined && /ing$/.test(word.lower)
}

/** A comma or a dash: an apposition is between two of them. */
function isCommaOrDash(word: TaggedWord | undefined): boolean {
  return word !== undefined && /^(?:,|—|–|--)$/.test(word.text)
}

/** Verbs that are tried until one has a subject of its own. */
const MAX_SUBJECT_DEPTH = 6

function isAuxiliary(word: TaggedWord | undefined): boolean {
  return word !== undefined && (/^(?:AUX|ADV|PART)$/.test(word.pos) || /^(?:has|have|had)$/.test(word.lower))
}

/** A noun phrase after a preposition is not a subject. */
function isObject(items: SentenceItems, first: number): boolean {
  const before = wordAt(items, first - 1)
  return (
    before?.pos === 'ADP' && !/^(?:as|after|before|because|while|since|until|than|like)$/.test(before.lower)
  )
}

function antecedent(items: SentenceItems, pronoun: number, entities: EntityIndex): Subject | undefined {
  let at = pronoun - 1
  if (wordAt(items, at)?.text === ',') {
    const apposed = isClause(items, at) ? undefined : appositionSubject(items, at, entities)
    if (apposed) return apposed
    at--
  }
  if (wordAt(items, at)?.text === ')') at = openingBracketBefore(items, at) - 1
  const first = nounPhraseStart(items, at, entities)
  if (first === undefined) return undefined
  // `which` tells of the words just before it: of the union in `the head of the union, which said`.
  const link = items.findLastIndex((_, index) => index < at && wordAt(items, index)?.pos === 'ADP')
  const isOfLast = wordAt(items, pronoun)?.lower === 'which' && link >= first
  return subjectIn(items, isOfLast ? link + 1 : first, at, entities)
}

/** Whether the words before a comma are a clause: `The council heard Smith, who said`. */
function isClause(items: SentenceItems, comma: number): boolean {
  for (let at = comma - 1; at >= 0 && !isClauseBoundary(wordAt(items, at)); at--)
    if (isFiniteVerb(items, at)) return true
  return false
}

/** `Smith, a lawyer from Dayton, Ohio, said`: the first person named between the commas, or else the first possible subject. */
function appositionSubject(items: SentenceItems, comma: number, entities: EntityIndex): Subject | undefined {
  let found: Subject | undefined
  let end = comma - 1
  for (let stretch = 0; stretch < MAX_APPOSED_SEGMENTS && end >= 0; stretch++) {
    let first = end
    while (first > 0 && wordAt(items, first - 1) && !isClauseBoundary(wordAt(items, first - 1))) first--
    const subject = segmentSubject(items, first, end, entities)
    if (subject && (isPerson(subject) || !isPerson(found))) found = subject
    if (!isCommaOrDash(wordAt(items, first - 1)) || subject?.kind === 'pronoun') break
    if (isNamedActor(subject) && !startsApposition(wordAt(items, first))) break
    end = first - 2
  }
  return found
}

/** Stretches between commas that one subject has at most. */
const MAX_APPOSED_SEGMENTS = 6

function isClauseBoundary(word: TaggedWord | undefined): boolean {
  return isCommaOrDash(word) || (word !== undefined && /^[:;]$/.test(word.text))
}

function isPerson(subject: Subject | undefined): boolean {
  return subject?.kind === 'name' && subject.mention.entity.type === 'person'
}

function isNamedActor(subject: Subject | undefined): boolean {
  return subject?.kind === 'name' && subject.mention.entity.type !== 'place'
}

/** The subject between two commas, unless the words there are an adverbial or a place. */
function segmentSubject(
  items: SentenceItems,
  first: number,
  last: number,
  entities: EntityIndex,
): Subject | undefined {
  let from = first
  while (from < last && isLeadIn(wordAt(items, from))) from++
  const start = wordAt(items, from)
  if (!start || /^(?:ADP|SCONJ|VERB|AUX|PART)$/.test(start.pos) || RELATIVE.test(start.lower))
    return undefined
  const end = nounPhraseEnd(items, from, entities)
  const subject = end === undefined ? undefined : subjectIn(items, from, end, entities)
  return subject?.kind === 'name' && subject.mention.entity.type === 'place' ? undefined : subject
}

const RELATIVE = /^(?:who|which|whose|that|when|where)$/

function isLeadIn(word: TaggedWord | undefined): boolean {
  return word !== undefined && (/^(?:ADV|CCONJ)$/.test(word.pos) || /^[”"]$/.test(word.text))
}

function startsApposition(word: TaggedWord | undefined): boolean {
  return word?.pos === 'DET' || /^(?:who|whose|which|former)$/.test(word?.lower ?? '')
}

/** The subject of the finite verb nearest before an item, if it can speak: `and said`, `, adding`. */
function clauseSubject(
  items: SentenceItems,
  from: number,
  entities: EntityIndex,
  depth: number,
): Subject | undefined {
  for (let at = from - 1; at >= 0; at--) {
    if (!isFiniteVerb(items, at)) continue
    const subject = subjectBefore(items, at, entities, depth + 1)
    if (subject && canSpeak(subject)) return subject
  }
  return undefined
}

/** Whether a subject is somebody named, a pronoun for a person, or a noun for somebody who speaks. */
export function canSpeak(subject: Subject): boolean {
  if (subject.kind === 'name') return true
  if (subject.kind === 'pronoun') return isSpeakerPronoun(subject.word.lower)
  const isOwned = subject.possessor !== undefined && isDocumentNoun(subject.head.lower)
  return isOwned || subject.author !== undefined || isSpeakerNoun(subject.head.lower)
}

/** Whether the verb at an item is finite: no participle by itself, no infinitive. */
export function isFiniteVerb(items: SentenceItems, at: number): boolean {
  const word = wordAt(items, at)
  if (word?.pos !== 'VERB' && word?.pos !== 'AUX') return false
  const before = wordAt(items, at - 1)
  if (isParticiple(word)) return before?.pos === 'AUX'
  if (before?.lower === 'to') return false
  return word.pos === 'AUX' || !/^(?:DET|ADP|ADJ)$/.test(before?.pos ?? '')
}

/** The bracket that opens before the one at an item. */
function openingBracketBefore(items: SentenceItems, close: number): number {
  let at = close
  while (at > 0 && wordAt(items, at)?.text !== '(') at--
  return at
}

/** The noun phrase at an item, or the name in apposition to it: `spokesman for X, Jane Doe`. */
export function subjectAfter(
  items: SentenceItems,
  first: number,
  entities: EntityIndex,
): Subject | undefined {
  const end = nounPhraseEnd(items, first, entities)
  if (end === undefined) return undefined
  const subject = subjectIn(items, first, end, entities)
  if (subject?.kind !== 'phrase') return subject
  const wide = extendedPhraseEnd(items, end, entities)
  const entity = apposedName(items, end, entities) ?? apposedName(items, wide, entities)
  if (entity) return entity
  const head = subjectIn(items, first, wide, entities)
  return head?.kind === 'phrase' ? head : subject
}

/** The end of a phrase with what its prepositions add: `for the campaign`. */
function extendedPhraseEnd(items: SentenceItems, end: number, entities: EntityIndex): number {
  let wide = end
  while (wordAt(items, wide + 1)?.pos === 'ADP') {
    const next = nounPhraseEnd(items, wide + 2, entities)
    if (next === undefined) break
    wide = next
  }
  return wide
}

/** The name of a person after a comma that ends there: `the mayor, Ann Moe,`. */
function apposedName(items: SentenceItems, end: number, entities: EntityIndex): Subject | undefined {
  const next = wordAt(items, end + 2)
  if (wordAt(items, end + 1)?.text !== ',' || !next || entities.mentionAt(next)?.entity.type !== 'person')
    return undefined
  const last = nounPhraseEnd(items, end + 2, entities)
  const subject = last === undefined ? undefined : subjectIn(items, end + 2, last, entities)
  return subject?.kind === 'name' ? subject : undefined
}

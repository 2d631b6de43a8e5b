import type { Word } from '../language/tag.js'
import { isDocument, speaks } from '../lexicon/speakers.js'
import type { WhoIsWho } from '../names/who-is-who.js'
import { type Item, wordAt } from './frames.js'
import { phraseEnd, phraseStart, type Subject, subjectIn } from './phrases.js'

/** The subject of the verb at an item: what stands before it, or what its clause began with. */
export function subjectBefore(
  items: readonly Item[],
  verb: number,
  who: WhoIsWho,
  depth = 0,
): Subject | undefined {
  if (depth > DEEPEST) return undefined
  let at = verb - 1
  while (isAuxiliary(wordAt(items, at))) at--
  const before = wordAt(items, at)
  if (!before) return undefined
  if (/^(?:who|which|that)$/.test(before.lower)) return antecedent(items, at, who)
  if (before.lower === 'as' && isParticiple(wordAt(items, verb))) return quotedObject(items, at, who, depth)
  if (before.text === ')') return subjectBefore(items, bracketBefore(items, at), who, depth + 1)
  if (isBreak(before)) return apposedSubject(items, at, who) ?? clauseSubject(items, at, who, depth)
  const first = phraseStart(items, at, who)
  if (first === undefined) return clauseSubject(items, at + 1, who, depth)
  const subject = subjectIn(items, first, at, who)
  if (
    isParticiple(wordAt(items, verb)) &&
    subject?.kind === 'name' &&
    subject.mention.named.kind === 'person'
  )
    return subject
  if (isParticiple(wordAt(items, verb)) && isOwnerless(subject))
    return clauseSubject(items, first, who, depth)
  return isObject(items, first) ? clauseSubject(items, at + 1, who, depth) : subject
}

/** `The council issued a statement calling it …`: the statement is that of who issued it. */
function isOwnerless(subject: Subject | undefined): boolean {
  return subject?.kind === 'phrase' && isDocument(subject.head.lower) && !subject.possessor && !subject.author
}

/** `quoted Smith as saying`, `Smith was quoted by the Gazette as saying` */
function quotedObject(items: readonly Item[], as: number, who: WhoIsWho, depth: number): Subject | undefined {
  const first = phraseStart(items, as - 1, who)
  if (first === undefined || isObject(items, first)) return clauseSubject(items, as, who, depth)
  return subjectIn(items, first, as - 1, who)
}

function isParticiple(word: Word | undefined): boolean {
  return word !== undefined && /ing$/.test(word.lower)
}

/** A comma or a dash: what is apposed stands between two. */
function isBreak(word: Word | undefined): boolean {
  return word !== undefined && /^(?:,|—|–|--)$/.test(word.text)
}

/** Verbs that are looked through until one has a subject of its own. */
const DEEPEST = 6

function isAuxiliary(word: Word | undefined): boolean {
  return word !== undefined && (/^(?:AUX|ADV|PART)$/.test(word.pos) || /^(?:has|have|had)$/.test(word.lower))
}

/** A phrase after a preposition is no subject. */
function isObject(items: readonly Item[], first: number): boolean {
  const before = wordAt(items, first - 1)
  return (
    before?.pos === 'ADP' && !/^(?:as|after|before|because|while|since|until|than|like)$/.test(before.lower)
  )
}

function antecedent(items: readonly Item[], pronoun: number, who: WhoIsWho): Subject | undefined {
  let at = pronoun - 1
  if (wordAt(items, at)?.text === ',') {
    const apposed = isClause(items, at) ? undefined : apposedSubject(items, at, who)
    if (apposed) return apposed
    at--
  }
  if (wordAt(items, at)?.text === ')') at = bracketBefore(items, at) - 1
  const first = phraseStart(items, at, who)
  if (first === undefined) return undefined
  // `which` tells of the words just before it: of the union in `the head of the union, which said`.
  const link = items.findLastIndex((_, index) => index < at && wordAt(items, index)?.pos === 'ADP')
  const isOfLast = wordAt(items, pronoun)?.lower === 'which' && link >= first
  return subjectIn(items, isOfLast ? link + 1 : first, at, who)
}

/** Whether what stands before a comma has a verb of its own: `The council heard Smith, who said`. */
function isClause(items: readonly Item[], comma: number): boolean {
  for (let at = comma - 1; at >= 0 && !isEdge(wordAt(items, at)); at--)
    if (isFiniteVerb(items, at)) return true
  return false
}

/** `Smith, a lawyer from Dayton, Ohio, said`: of the stretches between commas the person named first, else the first that can be a subject. */
function apposedSubject(items: readonly Item[], comma: number, who: WhoIsWho): Subject | undefined {
  let found: Subject | undefined
  let end = comma - 1
  for (let stretch = 0; stretch < MOST_STRETCHES && end >= 0; stretch++) {
    let first = end
    while (first > 0 && wordAt(items, first - 1) && !isEdge(wordAt(items, first - 1))) first--
    const subject = stretchSubject(items, first, end, who)
    if (subject && (isPerson(subject) || !isPerson(found))) found = subject
    if (!isBreak(wordAt(items, first - 1)) || subject?.kind === 'pronoun') break
    if (isActor(subject) && !startsApposition(wordAt(items, first))) break
    end = first - 2
  }
  return found
}

/** Stretches between commas that one subject has at most. */
const MOST_STRETCHES = 6

function isEdge(word: Word | undefined): boolean {
  return isBreak(word) || (word !== undefined && /^[:;]$/.test(word.text))
}

function isPerson(subject: Subject | undefined): boolean {
  return subject?.kind === 'name' && subject.mention.named.kind === 'person'
}

function isActor(subject: Subject | undefined): boolean {
  return subject?.kind === 'name' && subject.mention.named.kind !== 'place'
}

/** What a stretch between commas is about, unless it only says where, when or of what sort. */
function stretchSubject(
  items: readonly Item[],
  first: number,
  last: number,
  who: WhoIsWho,
): Subject | undefined {
  let from = first
  while (from < last && isLeadIn(wordAt(items, from))) from++
  const start = wordAt(items, from)
  if (!start || /^(?:ADP|SCONJ|VERB|AUX|PART)$/.test(start.pos) || RELATIVE.test(start.lower))
    return undefined
  const end = phraseEnd(items, from, who)
  const subject = end === undefined ? undefined : subjectIn(items, from, end, who)
  return subject?.kind === 'name' && subject.mention.named.kind === 'place' ? undefined : subject
}

const RELATIVE = /^(?:who|which|whose|that|when|where)$/

function isLeadIn(word: Word | undefined): boolean {
  return word !== undefined && (/^(?:ADV|CCONJ)$/.test(word.pos) || /^[”"]$/.test(word.text))
}

function startsApposition(word: Word | undefined): boolean {
  return word?.pos === 'DET' || /^(?:who|whose|which|former)$/.test(word?.lower ?? '')
}

/** The subject of the finite verb nearest before an item, if it can speak: `and said`, `, adding`. */
function clauseSubject(
  items: readonly Item[],
  from: number,
  who: WhoIsWho,
  depth: number,
): Subject | undefined {
  for (let at = from - 1; at >= 0; at--) {
    if (!isFiniteVerb(items, at)) continue
    const subject = subjectBefore(items, at, who, depth + 1)
    if (subject && canSpeak(subject)) return subject
  }
  return undefined
}

/** Somebody named, a pronoun for a person, or a word for a part that people play. */
export function canSpeak(subject: Subject): boolean {
  if (subject.kind === 'name') return true
  if (subject.kind === 'pronoun') return /^(?:he|she|they|we)$/.test(subject.word.lower)
  const isOwned = subject.possessor !== undefined && isDocument(subject.head.lower)
  return isOwned || subject.author !== undefined || speaks(subject.head.lower)
}

/** Whether the verb at an item is finite: no participle by itself, no infinitive. */
export function isFiniteVerb(items: readonly Item[], at: number): boolean {
  const word = wordAt(items, at)
  if (word?.pos !== 'VERB' && word?.pos !== 'AUX') return false
  const before = wordAt(items, at - 1)
  if (isParticiple(word)) return before?.pos === 'AUX'
  if (before?.lower === 'to') return false
  return word.pos === 'AUX' || !/^(?:DET|ADP|ADJ)$/.test(before?.pos ?? '')
}

/** The bracket that opens before the one at an item. */
function bracketBefore(items: readonly Item[], close: number): number {
  let at = close
  while (at > 0 && wordAt(items, at)?.text !== '(') at--
  return at
}

/** Who stands at an item, with the name that may follow in apposition: `spokesman for X, Jane Doe`. */
export function subjectAfter(items: readonly Item[], first: number, who: WhoIsWho): Subject | undefined {
  const end = phraseEnd(items, first, who)
  if (end === undefined) return undefined
  const subject = subjectIn(items, first, end, who)
  if (subject?.kind !== 'phrase') return subject
  const wide = wideEnd(items, end, who)
  const named = apposedName(items, end, who) ?? apposedName(items, wide, who)
  if (named) return named
  const head = subjectIn(items, first, wide, who)
  return head?.kind === 'phrase' ? head : subject
}

/** The end of a phrase with what its prepositions add: `for the campaign`. */
function wideEnd(items: readonly Item[], end: number, who: WhoIsWho): number {
  let wide = end
  while (wordAt(items, wide + 1)?.pos === 'ADP') {
    const next = phraseEnd(items, wide + 2, who)
    if (next === undefined) break
    wide = next
  }
  return wide
}

/** The name of a person after a comma that ends there: `the mayor, Ann Moe,`. */
function apposedName(items: readonly Item[], end: number, who: WhoIsWho): Subject | undefined {
  const next = wordAt(items, end + 2)
  if (wordAt(items, end + 1)?.text !== ',' || !next || who.at(next)?.named.kind !== 'person') return undefined
  const last = phraseEnd(items, end + 2, who)
  const subject = last === undefined ? undefined : subjectIn(items, end + 2, last, who)
  return subject?.kind === 'name' ? subject : undefined
}

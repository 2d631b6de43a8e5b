import type { EntityMention } from '../entities/entity.js'
import { isGenitive, isOfClass, type TaggedWord } from '../language/tagged-words.js'
import { sourceExpressionLength } from '../lexicon/attribution.js'
import { isRelativeWord } from '../lexicon/function-words.js'
import { isReportingVerb } from '../lexicon/reporting-verbs.js'

/** A noun phrase of a sentence, by its first and last word, its titles included. */
export interface PhrasePlace {
  readonly words: readonly TaggedWord[]
  readonly first: number
  readonly last: number
}

/**
 * How likely a pronoun refers to a noun phrase, by its grammatical role: subjects before objects, these before complements of
 * prepositions and possessors (Grosz, Joshi, Weinstein, Centering, 1995). Whoever is said to speak counts as a subject, and the
 * subject of a subordinate clause for less than one.
 */
export function salienceOf(place: PhrasePlace): number {
  const { words, first, last } = place
  // `the Moe campaign`: a name that modifies a noun is no more than a possessor.
  if (isGenitive(words[last + 1]) || words[last + 1]?.pos === 'NOUN') return POSSESSOR
  const at = beforePhrase(words, first)
  const before = words[at]
  if (isSourceExpressionEnd(words, at)) return SUBJECT
  if (before?.lower === 'with' && hasVerbAfter(words, last + 1, true)) return FRONTED_SUBJECT
  if (before?.pos === 'ADP' && !CONJUNCTION.test(before.lower)) return before.lower === 'by' ? AGENT : OBLIQUE
  if (hasVerbAfter(words, last + 1)) return subjectSalience(words, at)
  if (isInverted(words, at)) return SUBJECT
  return isCoordinatedSubject(words, last + 1) ? SUBORDINATE_SUBJECT : OBJECT
}

/** The salience of the subject of a main clause, than which there is no greater. */
export const SUBJECT = 4
/** Of a clause that opens the sentence, or of `with Moe mocking the plan`. */
const FRONTED_SUBJECT = 3.25
const SUBORDINATE_SUBJECT = 2.5
const OBJECT = 2
const AGENT = 2
const OBLIQUE = 1
const POSSESSOR = 1

/** How much more likely it is for somebody whom a sentence introduces, with a role or a clause that tells of them. */
export const INTRODUCED = 1

/** Whether a mention is the first, and says who this is. */
export function introduces(mention: EntityMention): boolean {
  const { entity, sentence, last, title } = mention
  if (entity.mentions[0] !== mention) return false
  const [next, afterNext] = [sentence.words[last + 1], sentence.words[last + 2]]
  if (next?.text === ',') return afterNext !== undefined && /^(?:DET|NOUN|PRON|ADJ|NUM)$/.test(afterNext.pos)
  return title.length > 0 || isOfClass(next, isRelativeWord)
}

/** Conjunctions that the tagger takes for prepositions. */
const CONJUNCTION = /^(?:as|after|before|because|while|since|until|than|like|but|though|although|if|when)$/

/** The index of the word before a noun phrase, its article and its possessor. */
function beforePhrase(words: readonly TaggedWord[], first: number): number {
  let at = first - 1
  if (isGenitive(words[at])) {
    at--
    while (/^(?:PROPN|NOUN|ADJ)$/.test(words[at]?.pos ?? '')) at--
  }
  while (words[at]?.pos === 'DET' || words[at]?.pos === 'ADJ') at--
  return at
}

/** `according to` ends at a word. */
function isSourceExpressionEnd(words: readonly TaggedWord[], at: number): boolean {
  for (let length = 1; length <= LONGEST_SOURCE_EXPRESSION; length++)
    if (sourceExpressionLength(step => words[at - length + 1 + step]?.lower) === length) return true
  return false
}

/** Words. */
const LONGEST_SOURCE_EXPRESSION = 4

/** Whether a verb follows: at once, after an apposition or a relative clause, or after what prepositions add. */
function hasVerbAfter(words: readonly TaggedWord[], from: number, participle = false): boolean {
  let at = from
  for (let steps = 0; steps < MAX_ADDITIONS; steps++) {
    const next = words[at]
    if (!next) return false
    if (isFiniteForm(next) && !isObjectOf(words, at)) return true
    if (participle && isParticipleForm(next)) return true
    if (next.pos === 'ADV') at++
    else if (next.text === '(') at = indexAfter(words, at, /^\)$/) + 1 || words.length
    else if (/^(?:,|—|–|--)$/.test(next.text)) {
      if (isFiniteForm(words[at + 1])) return words[at + 1]?.pos === 'AUX' || isReportingOrPast(words[at + 1])
      const close = indexAfter(words, at, /^(?:,|—|–|--)$/)
      if (close === -1 || close - at > MAX_APPOSED_WORDS) return false
      if (isFiniteForm(words[close + 1]) || (participle && isParticipleForm(words[close + 1]))) return true
      at = words[close + 1]?.pos === 'ADV' ? close + 1 : close
    } else if (next.pos === 'ADP' && !CONJUNCTION.test(next.lower)) {
      at++
      while (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(words[at]?.pos ?? '') || isGenitive(words[at])) at++
    } else return false
  }
  return false
}

/** Additions to a subject before its verb. */
const MAX_ADDITIONS = 6
/** Words between the two commas of an apposition or a relative clause. */
const MAX_APPOSED_WORDS = 40

function isObjectOf(words: readonly TaggedWord[], at: number): boolean {
  return words[at - 1]?.lower === 'to'
}

function indexAfter(words: readonly TaggedWord[], at: number, mark: RegExp): number {
  const found = words.slice(at + 1, at + 2 + MAX_APPOSED_WORDS).findIndex(word => mark.test(word.text))
  return found === -1 ? -1 : at + 1 + found
}

/** A form that may be that of a finite verb. */
function isFiniteForm(word: TaggedWord | undefined): boolean {
  if (!word || /ing$/.test(word.lower)) return false
  return word.pos === 'VERB' || word.pos === 'AUX' || (isReportingVerb(word.lower) && word.pos !== 'ADJ')
}

function isParticipleForm(word: TaggedWord | undefined): boolean {
  return word?.pos === 'VERB' && /ing$/.test(word.lower)
}

function isReportingOrPast(word: TaggedWord | undefined): boolean {
  return word !== undefined && (isReportingVerb(word.lower) || /(?:ed|s)$/.test(word.lower))
}

function subjectSalience(words: readonly TaggedWord[], at: number): number {
  if (!isSubordinate(words, at)) return SUBJECT
  return words[at - 1] === undefined ? FRONTED_SUBJECT : SUBORDINATE_SUBJECT
}

/** After a relative word, a conjunction, or a verb that reports: `said Trump was`. */
function isSubordinate(words: readonly TaggedWord[], at: number): boolean {
  const before = words[at]
  if (!before) return false
  if (before.pos === 'SCONJ' || CONJUNCTION.test(before.lower) || isRelativeWord(before.lower))
    return before.lower !== 'but'
  return isReportingVerb(before.lower) && before.pos === 'VERB'
}

/** `“…,” said Smith`, `In the row sat Smith`, `It was Smith who`: the subject after its verb. */
function isInverted(words: readonly TaggedWord[], at: number): boolean {
  const verb = words[at]
  if (!verb) return false
  const before = words[at - 1]
  if (verb.pos === 'AUX') return before?.lower === 'it'
  if (!isReportingVerb(verb.lower) || verb.pos === 'ADP') return false
  return before === undefined || /^[^\p{L}\p{N}]/u.test(before.text)
}

/** `Moe and Lund said`: the first of two subjects. */
function isCoordinatedSubject(words: readonly TaggedWord[], from: number): boolean {
  if (!/^(?:and|,)$/.test(words[from]?.lower ?? '')) return false
  let at = from + 1
  if (words[at]?.pos !== 'PROPN') return false
  while (words[at]?.pos === 'PROPN' || words[at]?.lower === 'and') at++
  return isFiniteForm(words[at])
}

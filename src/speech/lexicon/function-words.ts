import { lazyData, wordSets } from './data-file.js'

const words = lazyData(() =>
  wordSets('speech/lexicon/data/en/function-words.txt', [
    'pronouns',
    'sentence-openers',
    'subject-pronouns',
    'speaker-pronouns',
    'possessives',
    'relative-words',
    'indefinite',
    'indefinite-subjects',
    'phrase-prepositions',
    'name-particles',
    'locative-prepositions',
  ]),
)

const calendar = lazyData(() =>
  wordSets('speech/lexicon/data/en/calendar.txt', ['calendar', 'times', 'time-qualifiers']),
)

/** Whether a word (in lower case) names a day, a month or a time: a capital letter does not make it a name. */
export function isCalendarWord(lower: string): boolean {
  return calendar().calendar.has(lower)
}

/** Whether a word (in lower case) says when, without a preposition or after one: `Monday`, `in the morning`. */
export function isTimeWord(lower: string): boolean {
  return calendar().calendar.has(lower) || calendar().times.has(lower)
}

/** Whether a word (in lower case) may stand before one that says when: `on Monday`, `last week`. */
export function isTimeQualifier(lower: string): boolean {
  return calendar()['time-qualifiers'].has(lower) || isTimeWord(lower)
}

/** Whether a word (in lower case) stands for a name or asks for one; `R-Ohio` and `I’ve` are not names either. */
export function isPronounLike(lower: string): boolean {
  return words().pronouns.has(lower) || /^(?:[rdi]-|i['’])/.test(lower)
}

/** Whether a word (in lower case) is one that sentences begin with, whatever follows. */
export function isSentenceOpener(lower: string): boolean {
  return words()['sentence-openers'].has(lower)
}

/** A pronoun that can be the subject of a reporting verb. */
export function isSubjectPronoun(lower: string): boolean {
  return words()['subject-pronouns'].has(lower)
}

/** A pronoun that stands for somebody who speaks. */
export function isSpeakerPronoun(lower: string): boolean {
  return words()['speaker-pronouns'].has(lower)
}

export function isPossessivePronoun(lower: string): boolean {
  return words().possessives.has(lower)
}

/** A word that a relative clause begins with. */
export function isRelativeWord(lower: string): boolean {
  return words()['relative-words'].has(lower)
}

/** A determiner or a number that introduces somebody whom the article has not named. */
export function isIndefinite(lower: string): boolean {
  return words().indefinite.has(lower)
}

/** A determiner or a number after a reporting verb that introduces whoever speaks: `said one docker`. */
export function isIndefiniteSubject(lower: string): boolean {
  return words()['indefinite-subjects'].has(lower)
}

/** A preposition that ties a phrase to the noun before it. */
export function isPhrasePreposition(lower: string): boolean {
  return words()['phrase-prepositions'].has(lower)
}

/** A particle within the name of a person: `de la Cruz`. */
export function isNameParticle(lower: string): boolean {
  return words()['name-particles'].has(lower)
}

/** A preposition that a place stands after. */
export function isLocativePreposition(lower: string): boolean {
  return words()['locative-prepositions'].has(lower)
}

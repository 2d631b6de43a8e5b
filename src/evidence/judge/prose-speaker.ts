import type { Range } from '../../diagnostics/index.js'
import { isReportingVerb, tokenise } from '../../speech/index.js'
import { type Actor, actorNames, foldCaseAndAccents } from '../text/actor-names.js'

/**
 * The actors to whom the sentence around a quotation in prose gives it: `Vela said: “…”`, `“…”, said Ines Vela`, `according to
 * Vela, “…”`. None where it names nobody.
 */
export function namedSpeakers(text: string, { start, end }: Range, actors: readonly Actor[]): Actor[] {
  return speakersAround(
    text.slice(Math.max(0, start - REACH), Math.max(0, start - 1)),
    text.slice(end + 1, end + REACH),
    actors,
  )
}

/** The actors who said a block quotation: those whom the line below it names, else whom the paragraph before it introduces. */
export function speakersOfBlock(
  lead: string,
  attribution: string | undefined,
  actors: readonly Actor[],
): Actor[] {
  if (attribution === undefined) return speakersAround(lead.slice(-REACH), '', actors)
  const words = wordsOf(attribution)
  return withoutSharers(
    actors.flatMap(actor => {
      const names = new Set(actorNames(actor))
      const own = words.filter(word => names.has(word))
      return own.length === 0 ? [] : [{ actor, words: new Set(own) }]
    }),
  )
}

function speakersAround(textBefore: string, textAfter: string, actors: readonly Actor[]): Actor[] {
  const before = wordsOf(lastSentence(textBefore))
  const after = wordsOf(firstClause(textAfter))
  const named = actors.flatMap(actor => {
    const names = new Set(actorNames(actor))
    if (!introduces(before, names) && !attributes(after, names)) return []
    return [{ actor, words: new Set([...before, ...after].filter(word => names.has(word))) }]
  })
  return withoutSharers(named)
}

function withoutSharers(named: readonly NamedActor[]): Actor[] {
  const isNamedAsWell = ({ actor, words }: NamedActor) =>
    named.some(other => other.actor !== actor && [...words].every(word => other.words.has(word)))
  return named.filter(each => !isNamedAsWell(each)).map(({ actor }) => actor)
}

interface NamedActor {
  readonly actor: Actor
  /** The words of the name: a surname that two actors share names neither. */
  readonly words: ReadonlySet<string>
}

/** Whether the words after a quotation, or before it, only say `he said`, so that whoever is named near it speaks. */
export function hasPronounTag(text: string, { start, end }: Range): boolean {
  const before = wordsOf(lastSentence(text.slice(Math.max(0, start - REACH), Math.max(0, start - 1))))
  const after = wordsOf(firstClause(text.slice(end + 1, end + REACH)))
  return [after.slice(0, 2), before.slice(-2)].some(
    words => words.some(isSayingVerb) && words.some(word => PRONOUNS.has(word)),
  )
}

const PRONOUNS = new Set(['he', 'she', 'el', 'ella', 'il', 'elle', 'er', 'sie'])

/** The most characters of a sentence that are read before or after a quotation. */
const REACH = 160
/** The most words between a name and the verb of which it is the subject: an apposition. */
const MOST_WORDS_BETWEEN = 6

function lastSentence(text: string): string {
  return text.split(/[.?!]\s+(?=\p{Lu})|\n\s*\n|[”“"»«;]/u).at(-1) ?? ''
}

function firstClause(text: string): string {
  return text.split(/[.?!](?:\s|$)|\n\s*\n|[“”"«»;]/u)[0] ?? ''
}

function wordsOf(text: string): string[] {
  return tokenise(text)
    .map(({ form }) => foldCaseAndAccents(form.replace(/['’]s$/, '').replace(/[^\p{L}\p{N}'-]/gu, '')))
    .filter(word => word !== '')
}

/** `Vela, the mayor, said`, with nothing but a short introduction up to the quotation. */
function introduces(words: readonly string[], names: ReadonlySet<string>): boolean {
  const verb = words.findLastIndex(isSayingVerb)
  if (verb < 0) return isAccordingTo(words, names)
  if (words.length - verb > MOST_WORDS_BETWEEN) return false
  const subject = words.slice(Math.max(0, verb - MOST_WORDS_BETWEEN), verb)
  return subject.some(word => names.has(word)) || isAccordingTo(words, names)
}

/** `said Ines Vela` or `Vela said`. */
function attributes(words: readonly string[], names: ReadonlySet<string>): boolean {
  const clause = words.slice(0, MOST_WORDS_BETWEEN + 1)
  const verb = clause.findIndex(isSayingVerb)
  if (verb < 0) return isAccordingTo(clause, names)
  return (
    clause.some(word => names.has(word)) &&
    (verb === 0 || clause.slice(0, verb).some(word => names.has(word)))
  )
}

function isAccordingTo(words: readonly string[], names: ReadonlySet<string>): boolean {
  const at = words.findIndex(
    (word, index) => SOURCES_OF.has(`${word} ${words[index + 1]}`) || word === 'laut',
  )
  return at >= 0 && words.slice(at + 1, at + MOST_WORDS_BETWEEN).some(word => names.has(word))
}

const SOURCES_OF = new Set([
  'according to',
  'segun la',
  'segun el',
  'words of',
  'palabras de',
  'selon la',
  'selon le',
])

function isSayingVerb(word: string): boolean {
  return isReportingVerb(word) || SAYING.has(word)
}

/** Verbs of saying, without accents, in the languages that briefs are written in beside English. */
const SAYING = new Set(
  (
    'dijo dice afirmo afirma declaro declara senalo senala aseguro asegura explico explica advirtio advierte anadio anade ' +
    'sostuvo sostiene insistio insiste respondio responde ' +
    'dit affirme affirmait declare declarait explique ajoute assure repond previent estime souligne ' +
    'sagte sagt erklarte erklart betonte betont warnte warnt meinte meint fugte antwortete'
  ).split(' '),
)

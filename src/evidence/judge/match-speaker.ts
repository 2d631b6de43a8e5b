import {
  hasLetterOrDigit,
  isDocumentNoun,
  isOrganisationNoun,
  isPersonalTitle,
  isRoleWord,
  tokenise,
  type UtteranceSpeaker,
} from '../../speech/index.js'
import { type Actor, foldCaseAndAccents } from '../text/actor-names.js'

/** Whether whoever speaks in a source is an actor of the brief; `unclear` where the names do not tell. */
export type SpeakerMatch = 'same' | 'unclear' | 'other'

/** Compares the name that a source gives with that of an actor; a name that fits another actor as well confirms nobody. */
export function matchSpeaker(
  actor: Actor,
  speaker: UtteranceSpeaker,
  actors: readonly Actor[],
): SpeakerMatch {
  const own = likeness(actor, speaker)
  if (own <= UNCLEAR) return own === UNCLEAR ? 'unclear' : 'other'
  const rivals = actors.filter(other => other.id !== actor.id && !isSameName(actor.name, other.name))
  const rival = Math.max(OTHER, ...rivals.map(other => likeness(other, speaker)))
  if (rival > own && rival === FULL_NAME) return 'other'
  return rival >= own && own !== FULL_NAME ? 'unclear' : 'same'
}

function isSameName(one: string, other: string): boolean {
  return compareNames(nameWords(one), nameWords(other)) >= PART_OF_NAME
}

/** Whether a name is that of another with the same surname, so that the surname alone tells nothing. */
export function givenNameApart(actor: Actor, speaker: UtteranceSpeaker): string | undefined {
  const [own, said] = [nameWords(actor.name), nameWords(speaker.name)]
  const isShared = own.length > 1 && said.length > 1 && own.at(-1) === said.at(-1)
  return isShared && speaker.isNamed && !own.includes(said[0] ?? '') ? said[0] : undefined
}

/** Whether two speakers of one source are one: by their names, since a source names a person in one way. */
export function isSameVoice(one: UtteranceSpeaker, other: UtteranceSpeaker): boolean {
  if (one.name === other.name) return true
  return compareNames(nameWords(one.name), nameWords(other.name)) > UNCLEAR
}

/** The name of an organisation rather than of a person. */
export function isOrganisationName(name: string): boolean {
  const words = rawWords(name)
  if (/^the\s/i.test(name) || /^\p{Lu}{2,6}$/u.test(name)) return true
  return words.some(
    word => isOrganisationNoun(word.toLowerCase()) || ORGANISATIONS.has(foldCaseAndAccents(word)),
  )
}

const ORGANISATIONS = new Set(
  (
    'ministerio gobierno comision ayuntamiento congreso senado consejo partido sindicato empresa autoridad ' +
    'ministere gouvernement commission mairie assemblee senat conseil parti syndicat entreprise autorite ' +
    'ministerium regierung kommission bundestag bundesrat rat partei gewerkschaft verband behorde amt'
  ).split(' '),
)

const OTHER = -1
const UNCLEAR = 0
/** One word of the name, the office, or initials. */
const ONE_WORD = 1
const PART_OF_NAME = 2
const FULL_NAME = 3

function likeness(actor: Actor, speaker: UtteranceSpeaker): number {
  if (!speaker.isNamed) return likenessOfDescription(actor, speaker.name)
  const own = nameWords(actor.name)
  const best = Math.max(compareNames(own, nameWords(speaker.name)), compareInitials(actor.name, speaker.name))
  if (best > UNCLEAR) return best
  const fuller = speaker.aliases.map(nameWords).filter(words => words.length > 1)
  const byAlias = Math.max(
    OTHER,
    ...fuller.map(words => compareNames(own, words)),
    ...speaker.aliases.map(alias => compareInitials(actor.name, alias)),
  )
  if (byAlias > UNCLEAR) return byAlias
  if (speaker.type === 'document') return UNCLEAR
  return Math.max(best, speaksForSomebody(actor.name, speaker.mention) ? ONE_WORD : OTHER)
}

function compareNames(own: readonly string[], said: readonly string[]): number {
  if (own.length === 0 || said.length === 0) return UNCLEAR
  const shared = own.filter(word => said.includes(word))
  if (shared.length === own.length && own.length === said.length) return FULL_NAME
  if (shared.length === Math.min(own.length, said.length)) return shared.length > 1 ? PART_OF_NAME : ONE_WORD
  if (shared.length > 1) return PART_OF_NAME
  const [ownFirst = '', ownLast = ''] = [own[0], own.at(-1)]
  const [saidFirst = '', saidLast = ''] = [said[0], said.at(-1)]
  if (ownLast === saidLast) return ownFirst.charAt(0) === saidFirst.charAt(0) ? UNCLEAR : OTHER
  return isSpelledAlike(ownLast, saidLast) ? UNCLEAR : OTHER
}

/** Transliterations of one name: nobody can tell, and nobody is confirmed. */
function isSpelledAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < 5 || long.length - short.length > 2) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  return same >= long.length - 2
}

/** `ITF` is the International Transport Federation. */
function compareInitials(own: string, said: string): number {
  if (initials(own) === said.replace(/[.\s]/g, '') || initials(said) === own.replace(/[.\s]/g, ''))
    return PART_OF_NAME
  return OTHER
}

function initials(name: string): string {
  const capitals = rawWords(name).filter(word => /^\p{Lu}/u.test(word))
  return capitals.length > 1 ? capitals.map(word => word.charAt(0)).join('') : '-'
}

/** `the mayor` of an actor whose role says so; `a ministry spokesman` of the ministry. */
function likenessOfDescription(actor: Actor, text: string): number {
  if (speaksForSomebody(actor.name, text)) return ONE_WORD
  const said = describe(text)
  if (said.head !== undefined && isRecordNoun(said.head)) {
    const own = nameWords(actor.name)
    const words = rawWords(text).map(foldCaseAndAccents)
    return own.length > 1 && own.every(word => words.includes(word)) ? PART_OF_NAME : UNCLEAR
  }
  if (isOrganisationName(actor.name)) {
    const own = nameWords(actor.name)
    return said.head !== undefined && own.includes(said.head) && !said.isIndefinite ? ONE_WORD : UNCLEAR
  }
  const fits = roles(actor).some(role => {
    const own = describe(role)
    const isOfOther =
      own.complement.length > 0 &&
      said.complement.length > 0 &&
      !own.complement.some(word => said.complement.includes(word))
    return said.head !== undefined && own.words.includes(said.head) && own.rank === said.rank && !isOfOther
  })
  if (fits) return said.isIndefinite ? UNCLEAR : ONE_WORD
  return said.isIndefinite && said.head !== undefined ? OTHER : UNCLEAR
}

/** `footage of Ines Vela` holds her words, as her letter does. */
function isRecordNoun(noun: string): boolean {
  return isDocumentNoun(noun) || /^(?:footage|video|clip|recording|audio|tape)s?$/.test(noun)
}

/** A spokesperson speaks for an organisation, never for a person. */
function speaksForSomebody(name: string, text: string): boolean {
  if (!isOrganisationName(name) || !SPOKESPERSON.test(text)) return false
  const said = new Set(nameWords(text))
  const own = nameWords(name)
  return own.every(word => said.has(word)) || said.has(foldCaseAndAccents(initials(name)))
}

const SPOKESPERSON =
  /\bspokes(?:man|woman|person)\b|\bpress (?:secretary|officer)\b|\bportavoz\b|\bvocer[oa]\b|\bporte-parole\b|\bsprecher(?:in)?\b/i

interface Description {
  readonly words: readonly string[]
  /** The noun of it: `mayor` of `the mayor of the town`. */
  readonly head: string | undefined
  readonly complement: readonly string[]
  /** `deputy`, `former`: they make another office of it. */
  readonly rank: string
  readonly isIndefinite: boolean
}

function describe(text: string): Description {
  const all = rawWords(text).map(foldCaseAndAccents)
  const of = all.findIndex(word => COMPLEMENTS.has(word))
  const words = of < 0 ? all : all.slice(0, of)
  return {
    words,
    head: words.findLast(word => isRoleWord(word)) ?? words.at(-1),
    complement: of < 0 ? [] : all.slice(of + 1).filter(word => word.length > 3),
    rank: words.filter(word => RANKS.has(word)).join(' '),
    isIndefinite: /^(?:an?|one|another|some|un|una|une|ein|eine)$/.test(all[0] ?? ''),
  }
}

const COMPLEMENTS = new Set([
  'of',
  'for',
  'at',
  'in',
  'from',
  'who',
  'with',
  'de',
  'del',
  'du',
  'fur',
  'von',
  'and',
])
const RANKS = new Set(
  'deputy vice former ex acting shadow assistant associate opposition under junior rival then-'.split(' '),
)

function roles({ role }: Actor): string[] {
  if (role === undefined) return []
  return typeof role === 'string' ? [role] : Object.values(role)
}

/** The words of a name without titles, particles and initials, folded. */
function nameWords(name: string): string[] {
  const words = rawWords(name)
  while (words.length > 1 && isTitle(words[0] ?? '')) words.shift()
  const folded = words.map(foldCaseAndAccents)
  return folded.filter(word => word.length > 1 && !PARTICLES.has(word))
}

function isTitle(word: string): boolean {
  const lower = word.toLowerCase()
  return isPersonalTitle(lower) || /^(?:the|prime|vice|deputy|former|then|acting|us)$/.test(lower)
}

const PARTICLES = new Set(
  'a al and bin da das de del della der des di do dos du e el for ibn in la las le les los of on the to van von y zu jr sr ii iii'.split(
    ' ',
  ),
)

function rawWords(text: string): string[] {
  return tokenise(text)
    .map(({ form }) => form.replace(/['’]s?$/, '').replace(/[^\p{L}\p{N}'-]/gu, ''))
    .filter(hasLetterOrDigit)
}

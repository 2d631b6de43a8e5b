import { primaryLanguage } from '../../brief/index.js'
import { lazyData, wordSets } from '../../speech/index.js'

/** What a word or phrase of a list does to the sense; `harmless` phrases only look as if they did. */
export type SenseEffect = 'negation' | 'denial' | 'limit' | 'condition' | 'frame' | 'harmless'

/** The words of a language by which a sentence is denied, limited, or set under a condition. */
export interface SenseWords {
  /** Phrases by their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly SensePhrase[]>
  readonly opinions: ReadonlySet<string>
  readonly complementisers: ReadonlySet<string>
  readonly asking: ReadonlySet<string>
  readonly contrasts: ReadonlySet<string>
  readonly coordinators: ReadonlySet<string>
  readonly subordinators: ReadonlySet<string>
  readonly subjects: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  readonly demonstratives: ReadonlySet<string>
  readonly prefixes: ReadonlySet<string>
  /** The negation stands after what it negates, at the end of the clause. */
  readonly verbFinal: boolean
}

export interface SensePhrase {
  readonly words: readonly string[]
  readonly effect: SenseEffect
}

/** Whether a language (BCP 47) has lists of all kinds; others are only looked through for negations. */
export function hasSenseWords(lang: string): boolean {
  return COMPLETE.some(language => language === primaryLanguage(lang))
}

/** The lists that a text in that language (BCP 47) is read with. Negations of other languages count too, where they are plain. */
export function senseWordsOf(lang: string): SenseWords {
  const language = primaryLanguage(lang)
  const known = loaded.get(language)
  if (known) return known
  const words = combine(language)
  loaded.set(language, words)
  return words
}

/** Splits a word that is written as one into those that the lists have: `can’t`, `n’est`. */
export function expandKey(key: string): readonly string[] {
  if (key === 'cannot') return ['can', 'not']
  if (!key.includes("'")) return [key]
  const straight = /^(.+)n't$/.exec(key)
  if (straight) return [IRREGULAR.get(key) ?? straight[1] ?? '', 'not']
  const elided = /^(n|d|l|s|qu|j|m|t|c|jusqu|lorsqu|puisqu)'(?=\p{L})(.+)$/u.exec(key)
  if (elided) return [`${elided[1] ?? ''}${ELIDED_I.test(key) ? 'i' : 'e'}`, elided[2] ?? '']
  const short = /^(.+)'(ll|re|ve|m|s|d)$/.exec(key)
  return short ? [short[1] ?? '', SHORTENED.get(short[2] ?? '') ?? ''] : [key]
}

const COMPLETE = ['en', 'es', 'fr', 'de', 'nl'] as const
const NEGATIONS_ONLY = ['it', 'pt'] as const
const IRREGULAR = new Map([
  ["can't", 'can'],
  ["won't", 'will'],
  ["shan't", 'shall'],
])
const SHORTENED = new Map([
  ['ll', 'will'],
  ['re', 'are'],
  ['ve', 'have'],
  ['m', 'am'],
  ['s', 'is'],
  ['d', 'would'],
])
/** French `s’il` is `si il`. */
const ELIDED_I = /^s'ils?$/

const loaded = new Map<string, SenseWords>()

const lists = lazyData(
  () =>
    new Map(
      COMPLETE.map(language => [
        language,
        wordSets(`evidence/sense/data/${language}/sense.txt`, [
          'negations',
          'own-only',
          'harmless',
          'denials',
          'limits',
          'conditions',
          'frames',
          'opinions',
          'complementisers',
          'asking',
          'contrasts',
          'coordinators',
          'subordinators',
          'subjects',
          'auxiliaries',
          'demonstratives',
          'prefixes',
        ]),
      ]),
    ),
)

const negations = lazyData(
  () =>
    new Map<string, { readonly negations: ReadonlySet<string>; readonly 'own-only': ReadonlySet<string> }>([
      ...lists(),
      ...NEGATIONS_ONLY.map(
        language =>
          [
            language,
            wordSets(`evidence/sense/data/${language}/negations.txt`, ['negations', 'own-only']),
          ] as const,
      ),
    ]),
)

function combine(language: string): SenseWords {
  const own = lists().get(COMPLETE.find(known => known === language) ?? 'en')
  const listed = own && hasSenseWords(language) ? own : undefined
  const phrases = new Map<string, SensePhrase[]>()
  const add = (entries: Iterable<string>, effect: SenseEffect) => {
    for (const entry of entries) {
      const words = entry.split(' ').flatMap(expandKey)
      const [first = ''] = words
      const known = phrases.get(first)
      if (!known) phrases.set(first, [{ words, effect }])
      else if (!known.some(other => other.words.join(' ') === words.join(' '))) known.push({ words, effect })
    }
  }
  if (listed) {
    add(listed.harmless, 'harmless')
    add(listed.denials, 'denial')
    add(listed.conditions, 'condition')
    add(listed.frames, 'frame')
    add(listed.limits, 'limit')
  }
  for (const [other, { negations: words, 'own-only': ownOnly }] of negations())
    add(other === language ? words : [...words].filter(word => !ownOnly.has(word)), 'negation')
  for (const known of phrases.values()) known.sort((a, b) => b.words.length - a.words.length)
  const empty: ReadonlySet<string> = new Set()
  return {
    phrases,
    opinions: listed?.opinions ?? empty,
    complementisers: listed?.complementisers ?? empty,
    asking: listed?.asking ?? empty,
    contrasts: listed?.contrasts ?? empty,
    coordinators: listed?.coordinators ?? empty,
    subordinators: listed?.subordinators ?? empty,
    subjects: listed?.subjects ?? empty,
    auxiliaries: listed?.auxiliaries ?? empty,
    demonstratives: listed?.demonstratives ?? empty,
    prefixes: listed?.prefixes ?? empty,
    verbFinal: language === 'de' || language === 'nl',
  }
}

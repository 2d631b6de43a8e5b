import { lazyData, patternLists, wordSets } from './data-file.js'
import { necessaryWords } from './necessary-words.js'

/** The languages with data on who speaks; any other is read by its marks alone. */
export type SpeechLanguage = 'en' | 'es' | 'fr' | 'de'

export const SPEECH_LANGUAGES: readonly SpeechLanguage[] = ['en', 'es', 'fr', 'de']

/** The labels of turns in a conversation (in lower case), by who they are. */
export interface LabelWords {
  readonly questioner: ReadonlySet<string>
  readonly answerer: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
  readonly nobody: ReadonlySet<string>
}

/** Regular expressions for what disowns a quotation, by where they are tried. */
export interface FramePatterns {
  readonly before: readonly FramePattern[]
  readonly after: readonly FramePattern[]
  readonly next: readonly FramePattern[]
  readonly notes: readonly FramePattern[]
  readonly affirming: readonly FramePattern[]
}

export interface FramePattern {
  readonly pattern: RegExp
  /** What a text that it matches has, in lower case: one word of each list. */
  readonly necessary: ReturnType<typeof necessaryWords>
}

export function labelWords(language: SpeechLanguage): LabelWords {
  return LABELS[language]()
}

export function framePatterns(language: SpeechLanguage): FramePatterns {
  return FRAMES[language]()
}

/** The words by which a language is told from others, in lower case. */
export function commonWords(language: SpeechLanguage): ReadonlySet<string> {
  return COMMON_WORDS()[language]
}

const LABELS = byLanguage(language =>
  wordSets(`speech/lexicon/data/${language}/labels.txt`, ['questioner', 'answerer', 'roles', 'nobody']),
)

const FRAMES = byLanguage((language): FramePatterns => {
  const lists = patternLists(`speech/lexicon/data/${language}/frames.txt`, [
    'before',
    'after',
    'next',
    'notes',
    'affirming',
  ])
  const tail = FRAME_TAILS[language]
  const frames = (patterns: readonly RegExp[], after = '') =>
    patterns.map(pattern => ({
      pattern: after === '' ? pattern : new RegExp(pattern.source + after, pattern.ignoreCase ? 'iu' : 'u'),
      necessary: necessaryWords(pattern),
    }))
  return {
    before: frames(lists.before, tail),
    after: frames(lists.after),
    next: frames(lists.next),
    notes: frames(lists.notes),
    affirming: frames(lists.affirming),
  }
})

/** What may stand between a frame and its quotation: `that`, `the words`, `to reporters`, `on Monday`. */
const FRAME_TAILS: Readonly<Record<SpeechLanguage, string>> = {
  en: frameTail(
    'that|the words?|the following|the line|anything like|something like|him|her|them|by|as|of|reads?|:|saying',
    'to|in|on|at|during|about|of|from|before|last|this',
  ),
  es: frameTail('que|las palabras|la frase|lo siguiente|algo como', 'a|en|el|la|los|durante|sobre|de|ante'),
  fr: frameTail('que|qu|les mots|la phrase|ceci|ce qui suit', 'à|au|aux|en|le|la|lors|dans|sur|de|devant'),
  de: frameTail(
    'dass|die Worte|den Satz|folgendes|etwas wie',
    'zu|zum|zur|in|im|am|an|bei|beim|über|von|vor|auf',
  ),
}

function frameTail(words: string, prepositions: string): string {
  const phrase = String.raw`(?:${prepositions})\s+[\p{L}\p{N}'.-]+(?:\s+[\p{L}\p{N}'.-]+){0,4}?`
  return String.raw`(?:[\s,:–—(-]+(?:${words}|${phrase})(?![\p{L}]))*?[\s,:–—(-]*$`
}

const COMMON_WORDS = lazyData(() => wordSets('speech/lexicon/data/common-words.txt', SPEECH_LANGUAGES))

function byLanguage<T>(load: (language: SpeechLanguage) => T): Record<SpeechLanguage, () => T> {
  return {
    en: lazyData(() => load('en')),
    es: lazyData(() => load('es')),
    fr: lazyData(() => load('fr')),
    de: lazyData(() => load('de')),
  }
}

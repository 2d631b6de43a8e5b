import { createRequire } from 'node:module'
import createHyphenator from 'hyphen'

/** The module of a language's patterns, and how many letters must precede the first hyphen and follow the last. */
interface HyphenationLanguage {
  readonly patterns: string
  readonly left: number
  readonly right: number
  /** Capitalised words are nouns, not only names. */
  readonly capitals?: boolean
}

/** By BCP 47 tag, or else by its first subtag. Other languages are not hyphenated. */
const LANGUAGES: Readonly<Record<string, HyphenationLanguage>> = {
  'en-us': { patterns: 'hyphen/patterns/en-us.js', left: 2, right: 3 },
  en: { patterns: 'hyphen/patterns/en-gb.js', left: 2, right: 3 },
  'de-ch': { patterns: 'hyphen/patterns/de-ch-1901.js', left: 2, right: 3, capitals: true },
  de: { patterns: 'hyphen/patterns/de-1996.js', left: 2, right: 3, capitals: true },
  fr: { patterns: 'hyphen/patterns/fr.js', left: 2, right: 3 },
  es: { patterns: 'hyphen/patterns/es.js', left: 2, right: 2 },
  pt: { patterns: 'hyphen/patterns/pt.js', left: 2, right: 3 },
  it: { patterns: 'hyphen/patterns/it.js', left: 2, right: 2 },
  nl: { patterns: 'hyphen/patterns/nl.js', left: 2, right: 3 },
  pl: { patterns: 'hyphen/patterns/pl.js', left: 2, right: 2 },
  sv: { patterns: 'hyphen/patterns/sv.js', left: 2, right: 2 },
  da: { patterns: 'hyphen/patterns/da.js', left: 2, right: 2 },
  nb: { patterns: 'hyphen/patterns/nb.js', left: 2, right: 2 },
  fi: { patterns: 'hyphen/patterns/fi.js', left: 2, right: 2 },
  uk: { patterns: 'hyphen/patterns/uk.js', left: 2, right: 2 },
  el: { patterns: 'hyphen/patterns/el-monoton.js', left: 2, right: 2 },
}

const LEAST_WORD_LENGTH = 6
/** A word without capitals inside, and the punctuation around it. */
const WORD = /^([^\p{L}\p{N}]*)(\p{L}\p{Ll}+)([^\p{L}\p{N}]*)$/u
const HYPHENS = /[-\u00AD\u2010\u2011/_@\u2060]/

/**
 * The parts of a word between which it may be hyphenated, by the rules of its language (patterns of Liang, Word
 * Hy-phen-a-tion by Com-put-er, 1983). A name, a short word, an address and a word with hyphens of its own are one part.
 */
export function hyphenate(text: string, lang: string): readonly string[] {
  const language = languageOf(lang)
  const [, before = '', word = '', after = ''] = (!HYPHENS.test(text) && WORD.exec(text)) || []
  if (!language || word.length < LEAST_WORD_LENGTH) return [text]
  if (!language.capitals && /^\p{Lu}/u.test(word)) return [text]
  const parts = mergeShortParts(hyphenatorFor(language)(word).split(BREAK), language)
  return parts.map(
    (part, index) => (index === 0 ? before : '') + part + (index === parts.length - 1 ? after : ''),
  )
}

const BREAK = '\u00AD'

function languageOf(lang: string): HyphenationLanguage | undefined {
  const tag = lang.toLowerCase()
  return LANGUAGES[tag] ?? LANGUAGES[tag.split('-')[0] ?? '']
}

/** Joins parts that are too short before the first hyphen or after the last. */
function mergeShortParts(parts: readonly string[], { left, right }: HyphenationLanguage): string[] {
  const all: string[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last !== undefined && all.length === 1 && last.length < left) all[0] = last + part
    else all.push(part)
  }
  const end = all.at(-1) ?? ''
  if (all.length > 1 && end.length < right) all.splice(-2, 2, (all.at(-2) ?? '') + end)
  return all
}

const hyphenators = new Map<HyphenationLanguage, (word: string) => string>()

/** Patterns are large: those of a language are read once, when its first word is hyphenated. */
function hyphenatorFor(language: HyphenationLanguage): (word: string) => string {
  const known = hyphenators.get(language)
  if (known) return known
  const patterns: unknown = load(language.patterns)
  const made = createHyphenator(patterns, {
    html: false,
    hyphenChar: BREAK,
    minWordLength: LEAST_WORD_LENGTH,
  })
  hyphenators.set(language, made)
  return made
}

const load = createRequire(import.meta.url)

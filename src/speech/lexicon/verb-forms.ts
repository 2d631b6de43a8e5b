import { alternatives, lazyData, wordSets } from './data-file.js'
import type { SpeechLanguage } from './languages.js'

/** A language whose rules of attribution go by verbs and capital letters alone. */
export type UntaggedLanguage = Exclude<SpeechLanguage, 'en'>

/** What the forms of its verbs of speech, and its expressions for a source, are found by. */
export interface VerbForms {
  readonly verb: string
  readonly source: string
}

export function verbForms(language: UntaggedLanguage): VerbForms {
  return FORMS[language]()
}

const FORMS: Readonly<Record<UntaggedLanguage, () => VerbForms>> = {
  es: lazyData(() => load('es')),
  fr: lazyData(() => load('fr')),
  de: lazyData(() => load('de')),
}

function load(language: UntaggedLanguage): VerbForms {
  const { forms, sources } = wordSets(`speech/lexicon/data/${language}/reporting-verbs.txt`, [
    'forms',
    'sources',
  ])
  const longestFirst = (words: Iterable<string>) =>
    alternatives([...words].sort((a, b) => b.length - a.length))
  return { verb: longestFirst(forms), source: longestFirst(sources) }
}

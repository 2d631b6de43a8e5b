import { lazyData, wordSets } from './data-file.js'

const words = lazyData(() => {
  const sections = wordSets('speech/lexicon/data/en/attribution.txt', [
    'source-expressions',
    'phrasal-verbs',
    'indirect-questions',
    'remark-nouns',
    'passive-markers',
    'occasion-openers',
    'occasion-prepositions',
  ])
  const sources = [...sections['source-expressions']].map(expression => expression.split(' '))
  const phrasalVerbs = [...sections['phrasal-verbs']].map(verb => verb.split(' '))
  return {
    ...sections,
    sources,
    particles: new Map(phrasalVerbs.map(([verb = '', next = '']) => [verb, next])),
  }
})

/** The number of words of a source expression that words (in lower case) begin with: two of `according to Moe`. */
export function sourceExpressionLength(wordAt: (index: number) => string | undefined): number | undefined {
  return words().sources.find(expression => expression.every((word, at) => wordAt(at) === word))?.length
}

/** The word after which a verb reports, and without which it does not: `on` for `went`. */
export function particleOf(verb: string): string | undefined {
  return words().particles.get(verb)
}

/** A word that shows after `asked` that the subject was asked: `asked about the storm`. */
export function isIndirectQuestion(lower: string): boolean {
  return words()['indirect-questions'].has(lower)
}

/** A word by which the sentence after a quotation speaks of it: `Moe made the remarks in Oslo`. */
export function isRemarkNoun(lower: string): boolean {
  return words()['remark-nouns'].has(lower)
}

/** A word before a participle whose subject does not speak: `was told`. */
export function isPassiveMarker(lower: string): boolean {
  return words()['passive-markers'].has(lower)
}

/** A word after a reporting verb that begins the occasion of a quotation: `while signing the order`. */
export function isOccasionOpener(lower: string): boolean {
  return words()['occasion-openers'].has(lower)
}

/** The same, before a determiner or a pronoun: `in a letter to the town`. */
export function isOccasionPreposition(lower: string): boolean {
  return words()['occasion-prepositions'].has(lower)
}

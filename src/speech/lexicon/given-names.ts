import { lazyData, wordSets } from './data-file.js'

export type Gender = 'male' | 'female'

const names = lazyData(() => wordSets('speech/lexicon/data/en/given-names.txt', ['male', 'female', 'either']))

/** The gender that a given name mostly has. */
export function genderOf(givenName: string): Gender | undefined {
  const lower = givenName.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  if (names().male.has(lower)) return 'male'
  return names().female.has(lower) ? 'female' : undefined
}

/** Whether a word is a given name, of whatever gender. */
export function isGivenName(word: string): boolean {
  return genderOf(word) !== undefined || names().either.has(word.toLowerCase())
}

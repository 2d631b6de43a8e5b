import { lazyData, wordSets } from './data-file.js'

const words = lazyData(() =>
  wordSets('speech/lexicon/data/en/organisations.txt', ['organisations', 'with-of', 'common-initialisms']),
)

/** Whether a noun (in lower case) makes a capitalised name that of an organisation. */
export function isOrganisationNoun(lower: string): boolean {
  return words().organisations.has(lower)
}

/** Whether an initialism is that of a thing or an idea: most are of an organisation. */
export function isCommonInitialism(initials: string): boolean {
  return words()['common-initialisms'].has(initials.toLowerCase())
}

/** Whether a noun (in lower case) that is no organisation takes `of` into its name: `Port of Nordhavn`. */
export function takesOfComplement(lower: string): boolean {
  return words()['with-of'].has(lower)
}

import { lazyData, wordSets } from './data-file.js'
import { isOrganisationNoun } from './organisations.js'
import { isRoleNoun } from './roles.js'

const words = lazyData(() => wordSets('speech/lexicon/data/en/speakers.txt', ['groups', 'documents']))

/** Whether a common noun (in lower case) is of those that speak: a role, an organisation, a group of people. */
export function isSpeakerNoun(lower: string): boolean {
  return isRoleNoun(lower) || isOrganisationNoun(lower) || words().groups.has(lower)
}

/** Whether a common noun holds the words of somebody: a statement, a letter, a report. */
export function isDocumentNoun(lower: string): boolean {
  return words().documents.has(lower) || words().documents.has(lower.replace(/s$/, ''))
}

import { lazyData, wordSets } from './data-file.js'
import type { Gender } from './given-names.js'

const nouns = lazyData(() =>
  wordSets('speech/lexicon/data/en/roles.txt', [
    'roles',
    'relations',
    'office-complements',
    'male',
    'female',
  ]),
)

const titles = lazyData(() =>
  wordSets('speech/lexicon/data/en/titles.txt', ['male', 'female', 'either', 'abbreviated']),
)

/** Whether a word (in lower case, perhaps with a full stop) names an office, a profession or a part that a person has. */
export function isRoleWord(lower: string): boolean {
  return isRoleNoun(lower.replace(/\.$/, ''))
}

/** The same of a word that is not abbreviated. */
export function isRoleNoun(lower: string): boolean {
  const bare = lower.replace(/^(?:ex|vice|co)-|-(?:elect|designate)$/g, '')
  const has = (noun: string) => nouns().roles.has(noun) || titles().abbreviated.has(noun)
  return has(bare) || has(bare.replace(/s$/, '')) || COMPOUND_ROLE.test(bare)
}

/** A role that is not abbreviated, or a relation: what a person is called by who has no name. */
export function isPlainRoleNoun(lower: string): boolean {
  return isRoleNoun(lower) && !titles().abbreviated.has(lower)
}

/** The gender of whoever is called by a noun (in lower case): `widow`, `spokesman`. */
export function genderOfRole(lower: string): Gender | undefined {
  if (nouns().male.has(lower) || /[a-z]man$/.test(lower)) return nouns().female.has(lower) ? 'female' : 'male'
  return nouns().female.has(lower) || /woman$/.test(lower) ? 'female' : undefined
}

const COMPOUND_ROLE =
  /^(?:spokes|chair|congress|council|assembly|business|police|fire|news|anchor|clergy|frontier)(?:wom[ae]n|m[ae]n|person|people)$/

/** Whether a word (in lower case) says no more than what somebody is to somebody else, or that it is a person. */
export function isRelationNoun(lower: string): boolean {
  return nouns().relations.has(lower)
}

/** Whether a word (in lower case) is what an office is of: `Secretary of State`. */
export function isOfficeComplement(lower: string): boolean {
  return nouns()['office-complements'].has(lower)
}

/** Whether a word (in lower case) may stand as a title before a name, with its full stop or without. */
export function isPersonalTitle(lower: string): boolean {
  const bare = lower.replace(/\.$/, '')
  return isHonorific(bare) || isRoleNoun(bare)
}

/** Whether a word (in lower case) is a title that is mostly written with a full stop: `Rev.`, `Sen.`, `Dr.`. */
export function isAbbreviatedTitle(lower: string): boolean {
  return titles().abbreviated.has(lower) || isHonorific(lower)
}

/** The gender of the bearers of an honorific, without its full stop. */
export function genderOfHonorific(lower: string): Gender | undefined {
  if (titles().male.has(lower)) return 'male'
  return titles().female.has(lower) ? 'female' : undefined
}

function isHonorific(lower: string): boolean {
  return genderOfHonorific(lower) !== undefined || titles().either.has(lower)
}

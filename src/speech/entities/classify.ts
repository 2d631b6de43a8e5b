import { isLocativePreposition } from '../lexicon/function-words.js'
import { type Gender, genderOf, isGivenName } from '../lexicon/given-names.js'
import { isCommonInitialism, isOrganisationNoun } from '../lexicon/organisations.js'
import { isPlaceName } from '../lexicon/places.js'
import { isReportingVerb } from '../lexicon/reporting-verbs.js'
import { genderOfHonorific, isPersonalTitle } from '../lexicon/roles.js'
import { coordinatedMentions, type Entity, type EntityMention, type EntityType } from './entity.js'

/** Decides the type and the gender of an entity from all its mentions together. */
export function classify(entity: Entity): void {
  const [givenName = ''] = entity.name.split(' ')
  const titles = entity.mentions.map(({ title }) => title)
  entity.gender =
    titles.map(genderOfTitle).find(gender => gender !== undefined) ??
    (entity.mentions.some(({ words }) => words.length > 1) ? genderOf(givenName) : undefined) ??
    entity.roles.map(({ text }) => genderOfTitle(text.split(' '))).find(gender => gender !== undefined)
  entity.type = entityType(entity, givenName, titles)
}

function entityType(
  { name, mentions, roles }: Entity,
  givenName: string,
  titles: readonly (readonly string[])[],
): EntityType {
  const words = name.split(' ')
  if (isPlaceName(name) || name.split('-').every(isPlaceName)) return 'place'
  if (words.some(word => isOrganisationNoun(word.toLowerCase()))) return 'organisation'
  if (titles.some(title => title.some(word => isPersonalTitle(word.toLowerCase())))) return 'person'
  if (words.length > 1 && isGivenName(givenName)) return 'person'
  if (/^\p{Lu}{2,6}s?$/u.test(name)) return isCommonInitialism(name) ? 'unknown' : 'organisation'
  if (isMostlyAfter(mentions, word => word === 'the')) return words.length > 1 ? 'organisation' : 'unknown'
  if (isMostlyAfter(mentions, isLocativePreposition)) return 'place'
  if (roles.length > 0) return 'person'
  const isShortened = mentions.some(
    mention => mention.words.length === 1 && mention.words[0] === words.at(-1),
  )
  const speaks = mentions.some(({ sentence, last }) => {
    const next = sentence.words[last + 1]
    return next !== undefined && isReportingVerb(next.lower)
  })
  return words.length <= MAX_PERSON_WORDS && ((words.length > 1 && isShortened) || speaks)
    ? 'person'
    : 'unknown'
}

/** Words that a name has at most which is taken for that of a person because it speaks, or is shortened to a surname. */
export const MAX_PERSON_WORDS = 3

/** Whether more than half of the mentions follow a word. */
function isMostlyAfter(mentions: readonly EntityMention[], test: (lower: string) => boolean): boolean {
  const count = mentions.filter(({ sentence, firstWithTitle }) => {
    const before = sentence.words[firstWithTitle - 1]
    return before !== undefined && test(before.lower)
  }).length
  return count * 2 > mentions.length
}

/** Coordinated names are of one type: `the Gulf Front, Los Faros, and La Marea`. */
export function classifyCoordinated(mentions: readonly EntityMention[]): void {
  for (const coordinated of coordinatedMentions(mentions)) {
    const entities = new Set(coordinated.map(({ entity }) => entity))
    const organisations = [...entities].filter(({ type }) => type === 'organisation').length
    if (entities.size < MIN_COORDINATED || organisations * 2 < entities.size) continue
    for (const entity of entities)
      if (
        entity.type === 'unknown' ||
        (entity.type === 'person' && !entity.gender && entity.roles.length === 0)
      )
        entity.type = 'organisation'
  }
}

/** Names that are taken for a list: two may be a pair of anything. */
export const MIN_COORDINATED = 3

/** The gender that an honorific or a compound such as `congresswoman` tells. */
export function genderOfTitle(title: readonly string[]): Gender | undefined {
  for (const word of title) {
    const lower = word.toLowerCase()
    const gender = genderOfHonorific(lower.replace('.', ''))
    if (gender) return gender
    if (/woman$/.test(lower)) return 'female'
    if (/[a-z]man$/.test(lower)) return 'male'
  }
  return undefined
}

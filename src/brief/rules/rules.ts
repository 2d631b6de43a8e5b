import type { Leaf, Reading } from '../read/reading.js'
import type { ParsedYaml } from '../yaml/parse-yaml.js'
import { checkCharacters } from './check-characters.js'
import { checkCitations } from './check-citations.js'
import { checkDates } from './check-dates.js'
import { checkIds } from './check-ids.js'
import { checkLanguages } from './check-languages.js'
import { checkMarkings } from './check-markings.js'
import { checkReferences } from './check-references.js'
import { checkUnusedSources } from './check-unused-sources.js'

/** What must hold of the texts of a brief beyond the form of each. */
export type Rule = (reading: Reading, ids: Ids) => void

/** The ids that are declared, by list. */
export interface Ids {
  readonly actors: ReadonlyMap<string, Leaf>
  readonly sources: ReadonlyMap<string, Leaf>
}

/** Rules that judge a text by itself: true in a damaged file too. */
const TEXT_RULES: readonly Rule[] = [checkCharacters, checkDates, checkLanguages, checkMarkings, checkIds]
/** Rules that need the whole brief: what they miss may stand in what could not be read. */
const WHOLE_RULES: readonly Rule[] = [checkReferences, checkCitations]
/** Rules that need every text to be what its author wrote. */
const SOUND_RULES: readonly Rule[] = [checkUnusedSources]

export function applyRules(reading: Reading, state: ParsedYaml['state']): void {
  const ids = { actors: idsOf('actors', reading), sources: idsOf('sources', reading) }
  const rules = [...TEXT_RULES]
  if (state !== 'damaged') rules.push(...WHOLE_RULES)
  if (state === 'sound') rules.push(...SOUND_RULES)
  for (const rule of rules) rule(reading, ids)
}

function idsOf(list: string, { leaves }: Reading): Map<string, Leaf> {
  const ids = new Map<string, Leaf>()
  for (const leaf of leaves) {
    const declares = leaf.role === 'id' && leaf.path[0] === list
    if (declares && !ids.has(leaf.text)) ids.set(leaf.text, leaf)
  }
  return ids
}

import type { ReadContext, TextValue } from '../read/read-context.js'
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
export type BriefRule = (reading: ReadContext, ids: DeclaredIds) => void

/** The ids that are declared, by list. */
export interface DeclaredIds {
  readonly actors: ReadonlyMap<string, TextValue>
  readonly sources: ReadonlyMap<string, TextValue>
}

/** Rules that judge a text by itself: true in a damaged file too. */
const TEXT_RULES: readonly BriefRule[] = [
  checkCharacters,
  checkDates,
  checkLanguages,
  checkMarkings,
  checkIds,
]
/** Rules that need the whole brief: what they miss may stand in what could not be read. */
const WHOLE_RULES: readonly BriefRule[] = [checkReferences, checkCitations]
/** Rules that need every text to be what its author wrote. */
const SOUND_RULES: readonly BriefRule[] = [checkUnusedSources]

export function applyRules(reading: ReadContext, state: ParsedYaml['state']): void {
  const ids = { actors: idsOf('actors', reading), sources: idsOf('sources', reading) }
  const rules = [...TEXT_RULES]
  if (state !== 'damaged') rules.push(...WHOLE_RULES)
  if (state === 'sound') rules.push(...SOUND_RULES)
  for (const rule of rules) rule(reading, ids)
}

function idsOf(list: string, { texts }: ReadContext): Map<string, TextValue> {
  const ids = new Map<string, TextValue>()
  for (const leaf of texts) {
    const declares = leaf.role === 'id' && leaf.path[0] === list
    if (declares && !ids.has(leaf.text)) ids.set(leaf.text, leaf)
  }
  return ids
}

import type { ReadContext, TextValue } from '../read/read-context.js'
import type { ParsedYaml } from '../yaml/parse-yaml.js'
import { checkDecisions, checkShortPositions } from './item-rules.js'
import { checkMarks, checkSourceAddresses } from './prose/prose-rules.js'
import { checkVerbatimMarks } from './prose/verbatim-rules.js'
import {
  checkCitations,
  checkReferences,
  checkUnprintedCitations,
  checkUnusedSources,
} from './reference-rules.js'
import type { BriefRule } from './rule.js'
import { checkCitedTargets, checkCrossReferences, checkSourceIds } from './target-rules.js'
import { checkCharacters, checkDates, checkIds, checkLanguages, checkMarkings } from './text-rules.js'

/** Rules that judge a text by itself: true in a damaged file too. */
const TEXT_RULES: readonly BriefRule[] = [
  checkCharacters,
  checkDates,
  checkLanguages,
  checkMarkings,
  checkIds,
  checkSourceIds,
  checkCitedTargets,
  checkMarks,
  checkSourceAddresses,
  checkVerbatimMarks,
  checkDecisions,
  checkShortPositions,
]
/** Rules that need the whole brief: what they miss may be in what could not be read. */
const WHOLE_RULES: readonly BriefRule[] = [
  checkReferences,
  checkCitations,
  checkUnprintedCitations,
  checkCrossReferences,
]
/** Rules that need every text to be what its author wrote. */
const VALID_RULES: readonly BriefRule[] = [checkUnusedSources]

/** Applies the rules that the state of the file allows. */
export function applyRules(context: ReadContext, state: ParsedYaml['state']): void {
  const ids = { actors: idsOf('actors', context), sources: idsOf('sources', context) }
  const rules = [...TEXT_RULES]
  if (state !== 'damaged') rules.push(...WHOLE_RULES)
  if (state === 'valid') rules.push(...VALID_RULES)
  for (const rule of rules) rule(context, ids)
}

function idsOf(list: string, { texts }: ReadContext): Map<string, TextValue> {
  const ids = new Map<string, TextValue>()
  for (const text of texts) {
    const declares = text.role === 'id' && text.path[0] === list
    if (declares && !ids.has(text.text)) ids.set(text.text, text)
  }
  return ids
}

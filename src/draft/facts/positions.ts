import { present } from '../../diagnostics/index.js'
import {
  alternatives,
  type CoreferenceResolver,
  type Entity,
  lazyData,
  subjectBefore,
  wordSets,
} from '../../speech/index.js'
import type { DraftActors } from '../actors.js'
import { type CandidateSentence, type ExtractedSentence, extractWhole } from './candidates.js'

/** The first sentence that reports what an actor argues, wants or refuses, in the article's words. */
export function findPositions(
  candidates: readonly CandidateSentence[],
  actors: DraftActors,
  resolver: CoreferenceResolver,
): Map<Entity, ExtractedSentence> {
  const { entities } = resolver
  const acting = new Set(actors.all.map(({ entity }) => entity))
  const positions = new Map<Entity, ExtractedSentence>()
  for (const candidate of candidates) {
    const { words } = candidate.sentence
    const verb = words.findIndex(({ lower, pos }) => pos === 'VERB' && verbs().stance.test(lower))
    if (verb === -1 || /["“”]/.test(candidate.text)) continue
    const subject = subjectBefore(words, verb, entities)
    const speaker = subject && resolver.resolve(subject, false)
    if (
      speaker?.kind !== 'named' ||
      !acting.has(speaker.entity) ||
      positions.has(speaker.entity) ||
      isInSubordinateClause(candidate, verb)
    )
      continue
    positions.set(speaker.entity, extractWhole(candidate, present(words[verb], 'verb of a stance').text))
  }
  return positions
}

/** Whether a verb is in a subordinate clause: `after the council condemned it`. */
function isInSubordinateClause({ sentence: { words } }: CandidateSentence, verb: number): boolean {
  const clause = words.slice(0, verb).findLastIndex(({ text }) => text === ',') + 1
  return words.slice(clause, verb).some(({ lower }) => verbs().subordinators.has(lower))
}

/** The present and past forms of verbs that take a stand, and what else a clause is known by. */
const verbs = lazyData(() => {
  const sections = wordSets('draft/facts/data/en/positions.txt', ['stance-stems', 'subordinators'])
  const stems = alternatives(sections['stance-stems'])
  return { ...sections, stance: new RegExp(`^(?:${stems})(?:e?s|ied|ies|e?d|ing|y)?$`) }
})

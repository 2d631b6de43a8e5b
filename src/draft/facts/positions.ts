import type { DraftActors } from '../actors.js'
import type { Entity } from '../speech/entities/entity.js'
import type { CoreferenceResolver } from '../speech/quotations/resolve-coreference.js'
import { subjectBefore } from '../speech/quotations/subjects.js'
import { type CandidateSentence, type ExtractedSentence, extractWhole } from './candidates.js'

/** What each actor is first reported to argue, want or refuse, in the article's words and not the actor's. */
export function findPositions(
  candidates: readonly CandidateSentence[],
  cast: DraftActors,
  resolver: CoreferenceResolver,
): Map<Entity, ExtractedSentence> {
  const { entities } = resolver
  const actors = new Set(cast.actors.map(({ entity }) => entity))
  const positions = new Map<Entity, ExtractedSentence>()
  for (const candidate of candidates) {
    const { words } = candidate.sentence
    const verb = words.findIndex(({ lower, pos }) => pos === 'VERB' && STANCE_VERBS.test(lower))
    if (verb === -1 || /["“”]/.test(candidate.text)) continue
    const subject = subjectBefore(words, verb, entities)
    const speaker = subject && resolver.resolve(subject, undefined, false)
    if (
      speaker?.kind !== 'named' ||
      !actors.has(speaker.entity) ||
      positions.has(speaker.entity) ||
      isInSubordinateClause(candidate, verb)
    )
      continue
    positions.set(speaker.entity, extractWhole(candidate, words[verb]?.text ?? ''))
  }
  return positions
}

/** Whether the verb is that of a clause which only says when or why: `after the council condemned it`. */
function isInSubordinateClause({ sentence: { words } }: CandidateSentence, verb: number): boolean {
  const clause = words.slice(0, verb).findLastIndex(({ text }) => text === ',') + 1
  return words
    .slice(clause, verb)
    .some(({ lower }) =>
      /^(?:after|before|as|while|when|since|because|if|until|although|though|whether)$/.test(lower),
    )
}

/** The past and present forms of verbs that take a stand. */
const STANCE_VERBS =
  /^(?:argu|reject|oppos|support|back|favou?r|criticiz|criticis|condemn|denounc|accus|demand|insist|urg|warn|den[iy]|defend|endors|welcom|vow|pledg|promis|refus|call|acknowledg|conced|contend|maintain|want|prefer|propos|prais|dismiss|question|challeng)(?:e?s|ied|ies|e?d|ing|y)?$/

import type { Range } from '../../diagnostics/index.js'
import type { CoreferenceResolver, Entity, Sentence } from '../../speech/index.js'
import type { DraftActors } from '../actors.js'
import { type CandidateSentence, candidateSentences, type ExtractedSentence } from './candidates.js'
import { type DraftEvent, findEvents } from './events.js'
import { findKeyFacts } from './key-facts.js'
import { chooseLead, type Lead } from './lead.js'
import { findPositions } from './positions.js'
import { findIndicators, findNextSteps, findStakes } from './signals.js'

export type { DraftEvent, ExtractedSentence, Lead }

/** The sentences of an article that a brief can start from, each in one place, but that an event may be a fact too. */
export interface DraftFacts extends Lead {
  readonly keyFacts: readonly ExtractedSentence[]
  readonly timeline: readonly DraftEvent[]
  readonly stakes: readonly ExtractedSentence[]
  readonly watch: readonly ExtractedSentence[]
  readonly nextSteps: readonly ExtractedSentence[]
  /** What each of those named says or wants. */
  readonly positions: ReadonlyMap<Entity, ExtractedSentence>
}

/** What the choice depends on besides the sentences. */
interface FactContext {
  readonly resolver: CoreferenceResolver
  /** Whose positions are asked for. */
  readonly actors: DraftActors
  /** The day that `last Tuesday` is counted from. */
  readonly today: string | undefined
  /** Whether a sentence is an item of a list, and needs no full stop. */
  readonly isListItem?: (sentence: Sentence) => boolean
}

/**
 * Chooses the sentences in this order: figures and events, positions, what to watch, stakes, next steps, then the lead from what is left.
 * `quoted` are the ranges between quotation marks, in the article's order.
 */
export async function findFacts(
  article: string,
  sentences: readonly Sentence[],
  quoted: readonly Range[],
  { resolver, actors, today, isListItem }: FactContext,
): Promise<DraftFacts> {
  const candidates = candidateSentences(article, sentences, quoted, isListItem)
  const taken = new Set<number>()
  const isTaken = ({ start }: CandidateSentence) => taken.has(start)
  const take = <T extends ExtractedSentence>(some: readonly T[]): readonly T[] => {
    for (const { start } of some) taken.add(start)
    return some
  }
  const free = () => candidates.filter(candidate => !isTaken(candidate))
  const keyFacts = findKeyFacts(candidates)
  const timeline = await findEvents(candidates, today)
  take(keyFacts)
  take(timeline)
  const positions = findPositions(
    free().filter(({ index }) => index > 0),
    actors,
    resolver,
  )
  take([...positions.values()])
  const watch = take(findIndicators(free()))
  const stakes = take(findStakes(free()))
  const nextSteps = take(findNextSteps(free()))
  return { positions, keyFacts, timeline, watch, stakes, nextSteps, ...chooseLead(candidates, isTaken) }
}

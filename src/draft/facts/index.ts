import type { Range } from '../../diagnostics/index.js'
import type { Cast } from '../actors.js'
import type { Sentence } from '../language/tag.js'
import type { Named } from '../names/who-is-who.js'
import type { Resolver } from '../quotes/resolve.js'
import { type Candidate, candidatesOf, type Taken } from './candidates.js'
import { type DatedEvent, findEvents } from './events.js'
import { findFigures } from './figures.js'
import { chooseLead, type Lead } from './lead.js'
import { findPositions } from './positions.js'
import { findNextSteps, findStakes, findWatch } from './signals.js'

export type { DatedEvent, Lead, Taken }

/** The sentences of an article that a brief can start from, each in one place, but that an event may be a fact too. */
export interface Facts extends Lead {
  readonly keyFacts: readonly Taken[]
  readonly timeline: readonly DatedEvent[]
  readonly stakes: readonly Taken[]
  readonly watch: readonly Taken[]
  readonly nextSteps: readonly Taken[]
  /** What each of those named says or wants. */
  readonly positions: ReadonlyMap<Named, Taken>
}

/** What is known besides the sentences. */
interface Circumstances {
  readonly resolver: Resolver
  /** Whose positions are asked for. */
  readonly cast: Cast
  /** The day that `last Tuesday` is counted from. */
  readonly today: string | undefined
}

/**
 * Chooses them in this order: figures and events, positions, what to watch, stakes, next steps, then the lead from what is left.
 * `quoted` are the stretches in quotation marks, in the article's order.
 */
export async function findFacts(
  article: string,
  sentences: readonly Sentence[],
  quoted: readonly Range[],
  { resolver, cast, today }: Circumstances,
): Promise<Facts> {
  const candidates = candidatesOf(article, sentences, quoted)
  const taken = new Set<number>()
  const isTaken = ({ start }: Candidate) => taken.has(start)
  const take = <T extends Taken>(some: readonly T[]): readonly T[] => {
    for (const { start } of some) taken.add(start)
    return some
  }
  const free = () => candidates.filter(candidate => !isTaken(candidate))
  const keyFacts = findFigures(candidates)
  const timeline = await findEvents(candidates, today)
  take(keyFacts)
  take(timeline)
  const positions = findPositions(
    free().filter(({ index }) => index > 0),
    cast,
    resolver,
  )
  take([...positions.values()])
  const watch = take(findWatch(free()))
  const stakes = take(findStakes(free()))
  const nextSteps = take(findNextSteps(free()))
  return { positions, keyFacts, timeline, watch, stakes, nextSteps, ...chooseLead(candidates, isTaken) }
}

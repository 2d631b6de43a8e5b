import type { PlannedEdition } from '../plan/planned-edition.js'
import type { PrintedFacts } from '../record/manifest-entry.js'

/** What a build came to for one audience of one brief, over all its recipients. */
export interface Tally {
  readonly brief: string
  readonly audience: string
  printed: number
  /** PDFs that stand from an earlier build. */
  cached: number
  failed: number
  pages: number
  /** Items and figures that were left out to keep page limits. */
  leftOut: number
}

/** Counts editions by brief and audience, in the order of the plan. */
export class Tallies {
  /** How many editions are done. */
  done = 0
  printed = 0
  failed = 0
  readonly #tallies = new Map<string, Tally>()

  get all(): Tally[] {
    return [...this.#tallies.values()]
  }

  /** Has an edition stand in its place, whenever it is done. */
  register({ brief, audience }: PlannedEdition): void {
    this.#of(brief.brief.name, audience.audience)
  }

  count(
    { brief, audience }: PlannedEdition,
    how: 'printed' | 'cached' | 'failed',
    facts?: PrintedFacts,
  ): void {
    const tally = this.#of(brief.brief.name, audience.audience)
    tally[how]++
    this.done++
    if (how !== 'cached') this[how]++
    tally.pages += facts?.pages ?? 0
    tally.leftOut += (facts?.left_out.length ?? 0) + (facts?.figures_left_out.length ?? 0)
  }

  #of(brief: string, audience: string): Tally {
    const key = `${brief}/${audience}`
    const known = this.#tallies.get(key) ?? { brief, audience, ...EMPTY_COUNTS }
    this.#tallies.set(key, known)
    return known
  }
}

const EMPTY_COUNTS = { printed: 0, cached: 0, failed: 0, pages: 0, leftOut: 0 }

import type { AudiencePlan, BriefPlan } from '../plan/brief-plan.js'
import type { PlannedEdition } from '../plan/planned-edition.js'
import { nameInLanguage } from '../record/edition-name.js'
import { type PrintedFacts, unshownByAccident } from '../record/manifest-entry.js'
import { displayPath, type Workspace } from '../workspace/workspace.js'

/** What a build came to for one audience of one brief, over all its recipients. */
export interface Tally {
  readonly brief: string
  /** With the language where that was asked for: `press.fr`. */
  readonly audience: string
  /** The brief, relative to the workspace, as findings name it. */
  readonly file: string
  printed: number
  /** Editions that stand from an earlier build. */
  cached: number
  failed: number
  pages: number
  /** Items and figures that were left out to keep page limits. */
  leftOut: number
  /** Quotations that are printed though they are not proved. */
  unproved: number
  /** Fields that are not shown though no template says that this is meant. */
  unshown: number
}

/** Counts editions by brief and audience, in the order of the plan. */
export class Tallies {
  /** How many editions are done. */
  done = 0
  printed = 0
  failed = 0
  readonly #tallies = new Map<string, Tally>()

  constructor(
    private readonly workspace: Workspace,
    private readonly isMerge: boolean,
  ) {}

  get all(): Tally[] {
    return [...this.#tallies.values()]
  }

  /** Has an edition stand in its place, whenever it is done. */
  register({ brief, audience }: PlannedEdition): void {
    this.#of(brief, audience)
  }

  count(
    { brief, audience }: PlannedEdition,
    how: 'printed' | 'cached' | 'failed',
    facts?: PrintedFacts,
  ): void {
    const tally = this.#of(brief, audience)
    tally[how]++
    this.done++
    if (how !== 'cached') this[how]++
    tally.pages += facts?.pages ?? 0
    tally.unproved += facts?.quotes.unverified ?? 0
    tally.unshown += facts ? unshownByAccident(facts).length : 0
    tally.leftOut += (facts?.left_out.length ?? 0) + (facts?.figures_left_out.length ?? 0)
  }

  #of({ brief: { name, path } }: BriefPlan, edition: AudiencePlan): Tally {
    const audience = this.isMerge
      ? edition.audience
      : nameInLanguage({ ...edition, lang: edition.asked ?? null })
    const key = `${path}\n${audience}`
    const file = displayPath(this.workspace, path)
    const known = this.#tallies.get(key) ?? { brief: name, audience, file, ...EMPTY_COUNTS }
    this.#tallies.set(key, known)
    return known
  }
}

const EMPTY_COUNTS = { printed: 0, cached: 0, failed: 0, pages: 0, leftOut: 0, unproved: 0, unshown: 0 }

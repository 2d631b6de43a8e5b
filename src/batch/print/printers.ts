import type { BriefCache } from '../plan/brief-cache.js'
import type { PlannedEdition } from '../plan/planned-edition.js'
import type { Printer } from './print-job.js'

/** Where a build has its editions printed: in threads of its own, or by others. */
export interface Printers {
  /** What planning is to share with a printer in this thread. */
  readonly briefs?: BriefCache
  /** A printer for a build, by the first editions that it has to print. */
  choose(first: readonly PlannedEdition[], jobs: number): Promise<Printer>
  /** Ends at once what is being printed; it may be chosen again. */
  close(): Promise<void>
}

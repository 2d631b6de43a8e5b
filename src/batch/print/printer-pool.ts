import type { PlannedEdition } from '../plan/planned-edition.js'
import { inThreadPrinter } from './in-thread-printer.js'
import type { Press } from './print-job.js'

/** What editions are printed on, opened when it is first needed and kept for as long as there may be more to print. */
export class PrinterPool {
  #inThread: Press | undefined
  #pool: { readonly threads: number; readonly press: Promise<Press> } | undefined

  /**
   * A press that suits the work. Threads of its own take a moment to start, which a few short editions do not pay for;
   * a long one goes to a thread even by itself, so that this one can still hear an interrupt.
   */
  async choose(first: readonly PlannedEdition[], jobs: number): Promise<Press> {
    const isLong = first.some(({ brief }) => brief.size > LONG_BRIEF_CHARACTERS)
    if (IS_SOURCE || (!isLong && (jobs === 1 || first.length < MIN_EDITIONS_FOR_THREADS))) {
      this.#inThread ??= inThreadPrinter()
      return this.#inThread
    }
    const threads = first.length < MIN_EDITIONS_FOR_THREADS ? 1 : jobs
    if (this.#pool === undefined || this.#pool.threads < threads) {
      await this.close()
      const press = import('./threaded-printer.js').then(({ threadedPrinter }) => threadedPrinter(threads))
      this.#pool = { threads, press }
    }
    return this.#pool.press
  }

  async close(): Promise<void> {
    await (await this.#pool?.press)?.close()
  }
}

/** Threads run the bundle: Node has no TypeScript for them. */
const IS_SOURCE = import.meta.url.endsWith('.ts')

/** Editions: what they gain by a second thread pays for its start. */
export const MIN_EDITIONS_FOR_THREADS = 24
/** Characters of a brief. */
const LONG_BRIEF_CHARACTERS = 200_000

import type { PlannedEdition } from '../plan/plan.js'
import { pressInThread } from './in-thread.js'
import type { Press } from './job.js'

/** What editions are printed on, opened when it is first needed and kept for as long as there may be more to print. */
export class Presses {
  #inThread: Press | undefined
  #pool: { readonly threads: number; readonly press: Promise<Press> } | undefined

  /**
   * A press that suits the work. Threads of its own take a moment to start, which a few short editions do not pay for;
   * a long one goes to a thread even by itself, so that this one can still hear an interrupt.
   */
  async suited(first: readonly PlannedEdition[], jobs: number): Promise<Press> {
    const isLong = first.some(({ sheet }) => sheet.size > LONG)
    if (IS_SOURCE || (!isLong && (jobs === 1 || first.length < WORTH_THREADS))) {
      this.#inThread ??= pressInThread()
      return this.#inThread
    }
    const threads = first.length < WORTH_THREADS ? 1 : jobs
    if (this.#pool === undefined || this.#pool.threads < threads) {
      await this.close()
      const press = import('./pool.js').then(({ pressOfThreads }) => pressOfThreads(threads))
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
export const WORTH_THREADS = 24
/** Characters of a brief. */
const LONG = 200_000

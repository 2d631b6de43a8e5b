import { BriefCache } from '../plan/brief-cache.js'
import type { PlannedEdition } from '../plan/planned-edition.js'
import { inThreadPrinter } from './in-thread-printer.js'
import type { Printer } from './print-job.js'
import type { Printers } from './printers.js'

/** The printers of a build, opened when they are first needed and kept for as long as there may be more to print. */
export class PrinterPool implements Printers {
  #inThread: Printer | undefined
  #threads: { readonly threads: number; readonly printer: Promise<Printer> } | undefined

  /** `briefs` is what planning and the printer in this thread share. */
  constructor(readonly briefs: BriefCache = new BriefCache()) {}

  /**
   * A printer that suits the work. Threads of its own take a moment to start, which a few short editions do not pay for;
   * a long one goes to a thread even by itself, so that this one can still hear an interrupt.
   */
  async choose(first: readonly PlannedEdition[], jobs: number): Promise<Printer> {
    const isLong = first.some(({ brief }) => brief.size > LONG_BRIEF_CHARACTERS)
    if (IS_SOURCE || (!isLong && (jobs === 1 || first.length < MIN_EDITIONS_FOR_THREADS))) {
      this.#inThread ??= inThreadPrinter(this.briefs)
      return this.#inThread
    }
    this.briefs.clear()
    const threads = first.length < MIN_EDITIONS_FOR_THREADS ? 1 : jobs
    if (this.#threads === undefined || this.#threads.threads < threads) {
      await this.close()
      const printer = import('./threaded-printer.js').then(({ threadedPrinter }) => threadedPrinter(threads))
      this.#threads = { threads, printer }
    }
    return this.#threads.printer
  }

  async close(): Promise<void> {
    const inThread = this.#inThread
    this.#inThread = undefined
    await inThread?.close()
    await (await this.#threads?.printer)?.close()
  }
}

/** Threads run the bundle: Node has no TypeScript for them. */
const IS_SOURCE = import.meta.url.endsWith('.ts')

/** Editions: what they gain by a second thread pays for its start. */
export const MIN_EDITIONS_FOR_THREADS = 24
/** Characters of a brief: what takes a second or two to fit. */
const LONG_BRIEF_CHARACTERS = 60_000

import { Piscina } from 'piscina'
import { memoryPerThread } from './memory-per-thread.js'
import { isWorkerDeath } from './print-failure.js'
import type { Printer, PrintJob, PrintResult } from './print-job.js'

interface PoolOptions {
  /** The module that has `print`. */
  readonly worker?: URL
  /** How much each thread may take of the memory, in megabytes. */
  readonly memory?: number
}

/** A printer of several threads, each with fonts and briefs of its own; one that dies is replaced, and its job done again. */
export function threadedPrinter(
  threads: number,
  { worker = WORKER, memory = memoryPerThread(threads) }: PoolOptions = {},
): Printer {
  const pool = new Piscina<PrintJob, PrintResult>({
    filename: worker.href,
    name: 'print',
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  // A worker that dies while it has nothing to print is of no concern.
  pool.on('error', () => {})
  // The pool by itself does not keep the process from ending, even while jobs wait.
  const alive = setInterval(() => {}, 60_000)
  const print = (job: PrintJob) => pool.run(job)
  return {
    print: job => print(job).catch(error => (isWorkerDeath(error) ? print(job) : Promise.reject(error))),
    close: () => {
      clearInterval(alive)
      return pool.destroy()
    },
    concurrency: 2 * threads,
  }
}

/** Beside the chunks of the bundle, of which this module is one. */
const WORKER = new URL('../batch/print/worker.js', import.meta.url)

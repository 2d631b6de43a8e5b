import { MIN_EDITIONS_FOR_THREADS } from '../print/printer-pool.js'
import type { Printers } from '../print/printers.js'
import type { BuildRun, StaleEdition } from './build-run.js'

/** Prints all that a run finds stale, on a printer that suits how much that is. */
export async function printStale(run: BuildRun, pool: Printers): Promise<void> {
  const stale = run.stale()
  const first = await takeFirst(stale, MIN_EDITIONS_FOR_THREADS)
  if (first.length === 0) return
  const { signal, jobs = 1 } = run.options
  const stop = () => void pool.close()
  signal?.addEventListener('abort', stop)
  try {
    const printer = await pool.choose(
      first.map(({ edition }) => edition),
      jobs,
    )
    await runConcurrently(concatenate(first, stale), printer.concurrency, edition =>
      run.print(edition, printer),
    )
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

async function takeFirst<T>(from: AsyncIterator<T>, count: number): Promise<T[]> {
  const taken: T[] = []
  while (taken.length < count) {
    const next = await from.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

async function* concatenate(first: readonly StaleEdition[], rest: AsyncGenerator<StaleEdition>) {
  yield* first
  yield* rest
}

/** Does the work for all items, for `concurrency` of them at a time, and takes each item only when it is its turn. */
async function runConcurrently<T>(
  items: AsyncIterator<T>,
  concurrency: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const lane = async () => {
    for (let next = await items.next(); !next.done; next = await items.next()) await work(next.value)
  }
  const lanes = await Promise.allSettled(Array.from({ length: concurrency }, lane))
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason
}

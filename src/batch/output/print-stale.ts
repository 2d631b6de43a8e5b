import { MIN_EDITIONS_FOR_THREADS, PrinterPool } from '../print/printer-pool.js'
import type { BuildRun, StaleEdition } from './build-run.js'

/** Prints all that a run finds stale, on a press that suits how much that is. */
export async function printStale(run: BuildRun, given?: PrinterPool): Promise<void> {
  const stale = run.stale()
  const first = await takeFirst(stale, MIN_EDITIONS_FOR_THREADS)
  if (first.length === 0) return
  const presses = given ?? new PrinterPool()
  const { signal, jobs = 1 } = run.options
  const stop = () => void presses.close()
  signal?.addEventListener('abort', stop)
  try {
    const press = await presses.choose(first, jobs)
    await runConcurrently(concatenate(first, stale), press.width, edition => run.print(edition, press))
  } finally {
    signal?.removeEventListener('abort', stop)
    if (!given) await presses.close()
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

/** Does the work for all items, for `width` of them at a time, and takes each item only when it is its turn. */
async function runConcurrently<T>(
  items: AsyncIterator<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const lane = async () => {
    for (let next = await items.next(); !next.done; next = await items.next()) await work(next.value)
  }
  const lanes = await Promise.allSettled(Array.from({ length: width }, lane))
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason
}

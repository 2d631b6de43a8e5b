import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Job } from '../jobs/job.js'
import { linkSignals, unlessAborted } from '../jobs/linked-signal.js'
import { waitAtMost } from '../jobs/within-time.js'
import type { JobEnd, JobQueue, Lease } from '../queue/job-queue.js'
import { StoredInputs } from '../store/inputs.js'
import type { ObjectStore } from '../store/object-store.js'
import { StoreError } from '../store/store-error.js'
import { type JobMeans, keepResult, performJob } from './do-job.js'
import type { JobThread } from './job-thread.js'
import { JobThreads, type ThreadSettings } from './job-threads.js'
import type { WorkerEvent } from './worker-event.js'

export interface WorkersOptions extends ThreadSettings {
  /** Stays open when the workers are closed, and so does the store. */
  readonly queue: JobQueue
  readonly store: ObjectStore
  readonly threads: number
  /** What takes longer is ended. */
  readonly secondsPerJob: number
  readonly onEvent: (event: WorkerEvent) => void
}

/** Those who do the jobs of a queue in this process. */
export interface Workers {
  /** Takes no more jobs, lets those that run come to their end for so many milliseconds, and gives the others back. */
  close(graceMs: number): Promise<void>
}

/** Takes jobs from a queue, does each in a thread, and puts what comes of it into the store, until it is closed. */
export function openWorkers(options: WorkersOptions): Workers {
  const { queue, store, threads: number, secondsPerJob, onEvent } = options
  const means: JobMeans = { queue, store, secondsPerJob, inputs: new StoredInputs(store) }
  const threads = new JobThreads(number, options)
  const closing = new AbortController()
  const ending = new AbortController()
  const running = new Set<Promise<void>>()
  // Each job that runs hears of it.
  setMaxListeners(0, ending.signal)

  const takeAll = async () => {
    while (!closing.signal.aborted) {
      // What has been done and cannot be stored yet is held in memory.
      while (running.size >= HELD_PER_THREAD * number) await Promise.race(running)
      const thread = await threads.take()
      const lease = await takeOne(queue, closing.signal, onEvent)
      if (!lease) {
        threads.giveBack(thread)
        // The queue fails, or was closed before its workers.
        await pause(AFTER_TROUBLE_MS, undefined, { signal: closing.signal }).catch(() => {})
        continue
      }
      const work = workOn(lease, thread, threads, means, ending.signal).then(event => onEvent(event))
      const settled = work
        .catch(error => onEvent({ event: 'trouble', message: messageOf(error) }))
        .finally(() => running.delete(settled))
      running.add(settled)
    }
  }
  const taking = takeAll()
  void watchVersions(queue, closing.signal, onEvent)

  return {
    async close(graceMs) {
      closing.abort()
      const done = taking.then(() => Promise.all(running))
      await waitAtMost(graceMs, done)
      ending.abort(new Error('the worker ends'))
      // A queue that does not answer gets nothing back: it takes its jobs back by itself.
      await waitAtMost(GIVE_BACK_MS, done)
      await threads.close()
    },
  }
}

/** Milliseconds that giving back may take. */
const GIVE_BACK_MS = 3000

/** Results that are on their way to the store, with jobs that run. */
const HELD_PER_THREAD = 4

async function takeOne(
  queue: JobQueue,
  signal: AbortSignal,
  onEvent: WorkersOptions['onEvent'],
): Promise<Lease | undefined> {
  try {
    return await queue.take(signal)
  } catch (error) {
    onEvent({ event: 'trouble', message: messageOf(error) })
    return undefined
  }
}

const AFTER_TROUBLE_MS = 1000

async function workOn(
  lease: Lease,
  thread: JobThread,
  threads: JobThreads,
  means: JobMeans,
  ending: AbortSignal,
): Promise<WorkerEvent> {
  const { job } = lease
  const { signal, release } = linkSignals([lease.signal, ending])
  let end: JobEnd | 'given back' | 'died'
  let known = false
  try {
    const outcome = await performJob(job, thread, means, signal).finally(() => threads.giveBack(thread))
    if ('end' in outcome) end = outcome.end
    else {
      known = outcome.isStored
      end = await unlessAborted(keepResult(job, outcome, means), signal)
    }
  } catch (error) {
    end = endOf(error, lease.signal, ending)
  } finally {
    release()
  }
  await means.queue.complete(lease, end)
  return eventOf(job, end, known)
}

/** How a job ends of which nothing came. */
function endOf(error: unknown, lost: AbortSignal, ending: AbortSignal): JobEnd | 'given back' {
  if (lost.aborted) return { state: 'failed', reason: 'cancelled', message: messageOf(lost.reason) }
  if (ending.aborted) return 'given back'
  return {
    state: 'failed',
    reason: error instanceof StoreError ? 'store' : 'error',
    message: messageOf(error),
  }
}

function eventOf(job: Job, end: JobEnd | 'given back' | 'died', known: boolean): WorkerEvent {
  return { event: 'job', id: job.id, batch: job.batch, task: job.task.kind, end, known }
}

/** Tells of jobs that wait for other versions: each number once. */
async function watchVersions(
  queue: JobQueue,
  signal: AbortSignal,
  onEvent: WorkersOptions['onEvent'],
): Promise<void> {
  let told = '{}'
  while (!signal.aborted) {
    const waiting = await queue.state().then(
      state => state.otherVersions,
      () => undefined,
    )
    const now = JSON.stringify(waiting ?? {})
    if (waiting && now !== told && now !== '{}') onEvent({ event: 'other versions', waiting })
    if (waiting) told = now
    await pause(LOOK_MS, undefined, { signal, ref: false }).catch(() => {})
  }
}

const LOOK_MS = 30_000

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

import { packageVersion, stopwatch } from '../../batch/index.js'
import type { Job } from '../jobs/job.js'
import { linkSignals } from '../jobs/linked-signal.js'
import type { JobEnd, JobQueue } from '../queue/job-queue.js'
import type { StoredInputs } from '../store/inputs.js'
import type { ObjectStore } from '../store/object-store.js'
import { encodeResult } from '../store/result.js'
import { readResult, resultName } from '../store/stored-results.js'
import { type JobThread, ThreadDeath } from './job-thread.js'
import { performManifest } from './perform-manifest.js'
import { jobsOfPlan } from './perform-plan.js'
import type { Performed } from './performed.js'

/** What jobs are done with. */
export interface JobMeans {
  readonly queue: JobQueue
  readonly store: ObjectStore
  readonly inputs: StoredInputs
  /** How long a thread may take over a job. */
  readonly secondsPerJob: number
}

/** A job of which there is a result, or how it ended without one. */
export type JobOutcome = Failure | (Performed & { readonly ms: number; readonly isStored: boolean })

type Failure = { readonly end: Extract<JobEnd, { readonly state: 'failed' }> | 'died' }

/** Does a job in a thread, unless its result is in the store already. Rejects if the store fails, and with the reason of `signal` once that is aborted. */
export async function performJob(
  job: Job,
  thread: JobThread,
  means: JobMeans,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const own = packageVersion()
  if (job.version !== own) return failure('error', `it is for version ${job.version}, and this is ${own}`)
  const elapsed = stopwatch()
  const { task } = job
  if (task.kind === 'manifest') {
    const performed = await performManifest(job, task, means)
    return { ...performed, ms: elapsed(), isStored: false }
  }
  const stored = await storedResult(job, means.store)
  if (stored) return { ...stored, ms: 0, isStored: true }
  const outcome = await performInThread(job, thread, means, signal)
  return 'end' in outcome ? outcome : { ...outcome, ms: elapsed(), isStored: false }
}

/** Puts what came of a job where whoever asked for it looks; of a plan, its jobs on the queue. */
export async function keepResult(
  job: Job,
  { head, files, ms, isStored }: Exclude<JobOutcome, Failure>,
  { store, queue }: JobMeans,
): Promise<JobEnd> {
  if (!isStored) await store.put(resultName(job.id), encodeResult(head, files))
  if (job.task.kind === 'plan') {
    const { jobs, closing } = jobsOfPlan(job, files)
    await queue.enqueue(jobs, { closing })
  }
  return { state: 'done', ok: head.ok, ms }
}

async function storedResult({ id, task }: Job, store: ObjectStore): Promise<Performed | undefined> {
  return (await store.has(resultName(id))) ? readResult(store, task.kind, id) : undefined
}

async function performInThread(
  job: Job,
  thread: JobThread,
  { inputs, secondsPerJob }: JobMeans,
  signal: AbortSignal,
): Promise<Performed | Failure> {
  const ask = async (given?: ReadonlyMap<string, Uint8Array>) => {
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(new Error('it took too long')), secondsPerJob * 1000)
    const either = linkSignals([signal, limit.signal])
    try {
      return await thread.ask({ job, inputs: given }, either.signal)
    } catch (error) {
      if (error instanceof ThreadDeath) return { end: 'died' } as const
      if (!limit.signal.aborted || signal.aborted) throw error
      return failure('timeout', `it took more than ${secondsPerJob} seconds`)
    } finally {
      clearTimeout(timer)
      either.release()
    }
  }
  const first = await ask()
  const answer =
    'end' in first || first.kind !== 'needs inputs' ? first : await ask(await inputs.get(job.inputs))
  if ('end' in answer) return answer
  if (answer.kind === 'performed') return answer.performed
  return failure('error', answer.kind === 'failed' ? `internal error: ${answer.message}` : 'it has no inputs')
}

function failure(reason: 'error' | 'timeout', message: string): Failure {
  return { end: { state: 'failed', reason, message } }
}

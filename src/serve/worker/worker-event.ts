import type { Task } from '../jobs/job.js'
import type { JobEnd } from '../queue/job-queue.js'

/** What those who keep a log of workers hear. Nothing of what briefs or recipients say is in it. */
export type WorkerEvent =
  | JobEvent
  /** The queue or the store fails; what was asked of it is tried again. */
  | { readonly event: 'trouble'; readonly message: string }
  /** Jobs wait for workers of other versions, which this one cannot do; by version. */
  | { readonly event: 'other versions'; readonly waiting: Readonly<Record<string, number>> }

/** A job is in the hands of these workers no more. */
export interface JobEvent {
  readonly event: 'job'
  readonly id: string
  readonly batch: string
  readonly task: Task['kind']
  readonly end: JobEnd | 'given back' | 'died'
  /** Whether its result was in the store already. */
  readonly known: boolean
}

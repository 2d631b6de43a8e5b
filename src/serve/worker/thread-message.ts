import type { Job } from '../jobs/job.js'
import type { Performed } from './performed.js'

/** What a thread is asked: to do a job, with its inputs where it said that it needs them. */
export interface ThreadQuestion {
  readonly job: Job
  readonly inputs?: ReadonlyMap<string, Uint8Array> | undefined
}

/** What a thread answers. */
export type ThreadAnswer =
  | { readonly kind: 'needs inputs' }
  | { readonly kind: 'performed'; readonly performed: Performed }
  | { readonly kind: 'failed'; readonly message: string }

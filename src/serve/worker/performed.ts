import type { ResultHeads } from '../jobs/job.js'

/** What came of a task: its result as it goes to the store. */
export interface Performed<K extends keyof ResultHeads = keyof ResultHeads> {
  readonly head: ResultHeads[K]
  readonly files: readonly Uint8Array[]
}

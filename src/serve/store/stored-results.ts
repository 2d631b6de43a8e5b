import type { ResultHeads } from '../jobs/job.js'
import type { ObjectStore } from './object-store.js'
import { decodeResult } from './result.js'

/** What came of a job. */
export interface JobResult<K extends keyof ResultHeads> {
  readonly head: ResultHeads[K]
  readonly files: readonly Buffer[]
}

/** Where the result of a job lies, by its id. */
export const resultName = (id: string) => `results/${id}`

/** The result of a job of a kind; undefined if there is none in the store, or it is damaged. */
export async function readResult<K extends keyof ResultHeads>(
  store: ObjectStore,
  _kind: K,
  id: string,
): Promise<JobResult<K> | undefined> {
  const bytes = await store.get(resultName(id))
  const result = bytes && decodeResult(bytes)
  return result && { head: result.head as ResultHeads[K], files: result.files }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageVersion } from '../../../src/batch/index.js'
import type { Job, ResultHeads, Task } from '../../../src/serve/jobs/job.js'
import { jobId } from '../../../src/serve/jobs/job-id.js'
import type { JobEnd } from '../../../src/serve/queue/job-queue.js'
import { MemoryQueue } from '../../../src/serve/queue/memory-queue.js'
import { openFolderStore } from '../../../src/serve/store/folder-store.js'
import { StoredInputs } from '../../../src/serve/store/inputs.js'
import type { ObjectStore } from '../../../src/serve/store/object-store.js'
import { decodeResult } from '../../../src/serve/store/result.js'
import { openWorkers, type WorkersOptions } from '../../../src/serve/worker/open-workers.js'
import type { WorkerEvent } from '../../../src/serve/worker/worker-event.js'

export const VERSION = packageVersion()

const made: string[] = []
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder of a test's own, removed when the tests end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-store-'))
  made.push(folder)
  return folder
}

/** A queue in memory, a store in a folder, and workers between them. */
export async function site(options: Partial<WorkersOptions> = {}) {
  const store = options.store ?? (await openFolderStore(temporaryFolder()))
  const queue = options.queue ?? new MemoryQueue(VERSION)
  const inputs = new StoredInputs(store)
  const events: WorkerEvent[] = []
  const onEvent = (event: WorkerEvent) => void events.push(event)
  const workers = openWorkers({ threads: 1, secondsPerJob: 100, onEvent, ...options, queue, store })
  return {
    store,
    queue,
    inputs,
    events,
    workers,
    /** How jobs ended, each with its task. */
    get ends() {
      return events.flatMap(event =>
        event.event === 'job'
          ? [[event.task, typeof event.end === 'string' ? event.end : event.end.state]]
          : [],
      )
    },
    async job(task: Task, files: Files, more: Partial<Job> = {}): Promise<Job> {
      const bytes = Object.entries(files).map(([path, file]) => [path, Buffer.from(file)] as const)
      const named = { version: VERSION, client: '', inputs: await inputs.put(new Map(bytes)), task }
      return { batch: 'batch', ...named, id: jobId(named), ...more }
    },
    /** Asks for a job and waits for its end. */
    async ask(job: Job): Promise<JobEnd> {
      await queue.enqueue([job])
      const end = await queue.ended(job, new AbortController().signal)
      if (!end) throw new Error('the queue was closed')
      return end
    },
    async close() {
      await workers.close(60_000)
      await queue.close()
      await store.close()
    },
  }
}

export type Files = Readonly<Record<string, string | Uint8Array>>

export async function resultOf<K extends keyof ResultHeads>(
  store: ObjectStore,
  { id }: { readonly id: string },
) {
  const bytes = await store.get(`results/${id}`)
  const result = bytes && decodeResult(bytes)
  if (!result) throw new Error(`there is no result ${id}`)
  return { head: result.head as ResultHeads[K], files: result.files }
}

import type { Job } from '../../jobs/job.js'
import type { ObjectStore } from '../../store/object-store.js'

/** What a service remembers of a job that a client can ask for, whichever service is asked. */
export interface JobRecord {
  readonly client: string
  /** RFC 3339. */
  readonly created: string
  /** The edition, or the plan of the batch. Its `batch` tells one attempt from another. */
  readonly job: Job
}

/** The records of jobs in the store. */
export class JobRecords {
  constructor(readonly store: ObjectStore) {}

  /** Undefined if there is none, or it is another client's. */
  async get(id: string, client: string): Promise<JobRecord | undefined> {
    const bytes = /^[0-9a-f]{64}$/.test(id) ? await this.store.get(nameOf(id)) : undefined
    const record = bytes && parseRecord(bytes)
    return record?.client === client && record.job.id === id ? record : undefined
  }

  async put(record: JobRecord): Promise<void> {
    await this.store.put(nameOf(record.job.id), Buffer.from(JSON.stringify(record)))
  }

  async delete(id: string): Promise<void> {
    await this.store.delete(nameOf(id))
  }
}

const nameOf = (id: string) => `jobs/${id}.json`

function parseRecord(bytes: Buffer): JobRecord | undefined {
  try {
    return JSON.parse(bytes.toString()) as JobRecord
  } catch {
    return undefined
  }
}

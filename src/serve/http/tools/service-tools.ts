import type { Context } from 'hono'
import type { JobQueue } from '../../queue/job-queue.js'
import type { StoredInputs } from '../../store/inputs.js'
import type { ObjectStore } from '../../store/object-store.js'
import type { Client } from '../clients/client.js'
import type { JobRecords } from '../jobs/job-record.js'
import type { RunningJobs } from '../jobs/running-jobs.js'
import type { ServiceLimits } from '../protocol/limits.js'
import type { Log } from '../protocol/request-log.js'
import type { ByteBudget } from '../requests/byte-budget.js'
import type { ServiceMetrics } from './metrics.js'

/** What the routes of a service work with. */
export interface ServiceTools {
  readonly store: ObjectStore
  readonly queue: JobQueue
  readonly inputs: StoredInputs
  readonly records: JobRecords
  readonly running: RunningJobs
  readonly budget: ByteBudget
  readonly limits: ServiceLimits
  readonly metrics: ServiceMetrics
  readonly log: Log
  /** Of the package: results of another are not the same bytes. */
  readonly version: string
  /** Whether the service takes no more work. */
  isClosing(): boolean
}

/** What each request has beside what it brings. */
export interface ServiceEnv {
  Variables: {
    requestId: string
    client: Client
    /** The job that the request is about. */
    job: string | undefined
    bytesIn: number
  }
}

export type ServiceContext = Context<ServiceEnv>

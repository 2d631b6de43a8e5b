import { now } from '../../batch/index.js'
import type { Job } from '../jobs/job.js'
import { JobLine } from './job-line.js'
import {
  CANCELLED,
  type EnqueueOptions,
  type JobEnd,
  type JobName,
  type JobQueue,
  type JobStanding,
  type Lease,
  LOST,
  MOST_DEATHS,
  POISON,
  type QueueState,
  REMEMBERED_MS,
} from './job-queue.js'
import { onAbort } from './on-abort.js'

/** What a queue in this process knows of a job. */
interface JobRecord {
  /** Undefined once it has ended: what is remembered is how. */
  job: Job | undefined
  readonly rank: Rank
  /** Whether it stands in line: not if it runs, has ended, or closes what has not. */
  waits: boolean
  deaths: number
  end: JobEnd | undefined
  endedAt: number
  holder: AbortController | undefined
  lease: Lease | undefined
  readonly waiters: Set<(end: JobEnd | undefined) => void>
  /** What waits for its end. */
  readonly closings: JobRecord[]
  /** For whose ends it waits. */
  readonly pending: Set<JobRecord>
}

/** The order in which jobs are taken. */
type Rank = 'urgent' | 'closing' | 'batch'

/** The queue of one process, for those who ask and print on one machine and need no other. */
export class MemoryQueue implements JobQueue {
  readonly #version: string
  readonly #records = new Map<string, JobRecord>()
  /** In the order of their ends. */
  readonly #ended = new Map<string, JobRecord>()
  readonly #lines: Readonly<Record<Rank, JobLine<JobRecord>>> = {
    urgent: new JobLine(),
    closing: new JobLine(),
    batch: new JobLine(),
  }
  readonly #takers = new JobLine<(lease: Lease | undefined) => void>()
  readonly #leases = new Map<Lease, JobRecord>()
  #closed = false

  constructor(version: string) {
    this.#version = version
  }

  async enqueue(jobs: readonly Job[], { urgent = false, closing }: EnqueueOptions = {}): Promise<void> {
    this.#prune()
    const records = jobs.map(job => this.#record(job, urgent ? 'urgent' : 'batch'))
    if (closing === undefined) return
    const record = this.#records.get(keyOf(closing)) ?? newRecord(closing, 'closing')
    if (record.end !== undefined || record.waits || record.lease !== undefined) return
    this.#records.set(keyOf(closing), record)
    for (const one of records) {
      if (one.end !== undefined || record.pending.has(one)) continue
      record.pending.add(one)
      one.closings.push(record)
    }
    if (record.pending.size === 0) this.#wait(record)
  }

  take(signal: AbortSignal): Promise<Lease | undefined> {
    if (signal.aborted || this.#closed) return Promise.resolve(undefined)
    return new Promise(resolve => {
      const taker = (lease: Lease | undefined) => {
        stay()
        resolve(lease)
      }
      const leave = () => {
        this.#takers.remove(taker)
        resolve(undefined)
      }
      const stay = onAbort(signal, leave)
      this.#takers.add(taker)
      this.#hand()
    })
  }

  async complete(lease: Lease, end: JobEnd | 'given back' | 'died'): Promise<void> {
    const record = this.#leases.get(lease)
    if (record === undefined) return
    this.#leases.delete(lease)
    record.lease = undefined
    record.holder = undefined
    if (end === 'died') record.deaths++
    if (typeof end !== 'string') this.#end(record, end)
    else if (record.deaths >= MOST_DEATHS) this.#end(record, POISON)
    else this.#wait(record, true)
  }

  async list(jobs: readonly JobName[]): Promise<JobStanding[]> {
    return jobs.map(job => {
      const record = this.#records.get(keyOf(job))
      if (record === undefined) return { state: 'unknown' }
      if (record.end !== undefined) return { state: 'ended', end: record.end }
      return { state: record.lease === undefined ? 'waiting' : 'running' }
    })
  }

  async ended(job: JobName, signal: AbortSignal): Promise<JobEnd | undefined> {
    const record = this.#records.get(keyOf(job))
    if (record === undefined) return LOST
    if (record.end !== undefined || signal.aborted || this.#closed) return record.end
    return new Promise(resolve => {
      const leave = () => {
        record.waiters.delete(waiter)
        resolve(undefined)
      }
      const waiter = (end: JobEnd | undefined) => {
        stay()
        resolve(end)
      }
      const stay = onAbort(signal, leave)
      record.waiters.add(waiter)
    })
  }

  async cancel(jobs: readonly JobName[]): Promise<void> {
    for (const job of jobs) {
      const record = this.#records.get(keyOf(job))
      if (record === undefined || record.end !== undefined) continue
      if (record.holder !== undefined) record.holder.abort(new Error('the job was cancelled'))
      else {
        if (record.waits) this.#lines[record.rank].remove(record)
        this.#end(record, CANCELLED)
      }
    }
  }

  async forget(jobs: readonly JobName[]): Promise<void> {
    for (const job of jobs) {
      if (this.#ended.delete(keyOf(job))) this.#records.delete(keyOf(job))
    }
  }

  async state(): Promise<QueueState> {
    const waiting = Object.values(this.#lines).reduce((sum, line) => sum + line.size, 0)
    return {
      waiting,
      running: this.#leases.size,
      workers: this.#takers.size + this.#leases.size === 0 ? {} : { [this.#version]: 1 },
      otherVersions: {},
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    for (let taker = this.#takers.next(); taker !== undefined; taker = this.#takers.next()) taker(undefined)
    for (const [lease, record] of [...this.#leases]) {
      record.holder?.abort(new Error('the queue was closed'))
      await this.complete(lease, 'given back')
    }
    for (const { waiters } of this.#records.values()) for (const waiter of waiters) waiter(undefined)
  }

  /** What is known of a job, which waits from now on if that was nothing. */
  #record(job: Job, rank: Rank): JobRecord {
    const known = this.#records.get(keyOf(job))
    if (known !== undefined) return known
    const record = newRecord(job, rank)
    this.#records.set(keyOf(job), record)
    this.#wait(record)
    return record
  }

  #wait(record: JobRecord, first = false): void {
    record.waits = true
    this.#lines[record.rank].add(record, first)
    this.#hand()
  }

  /** Hands the next jobs to those who wait for one. */
  #hand(): void {
    while (!this.#closed && this.#takers.size > 0) {
      const record = this.#lines.urgent.next() ?? this.#lines.closing.next() ?? this.#lines.batch.next()
      if (record?.job === undefined) return
      record.waits = false
      const holder = new AbortController()
      const lease: Lease = { job: record.job, deaths: record.deaths, signal: holder.signal }
      record.holder = holder
      record.lease = lease
      this.#leases.set(lease, record)
      this.#takers.next()?.(lease)
    }
  }

  #end(record: JobRecord, end: JobEnd): void {
    if (record.job === undefined) return
    const key = keyOf(record.job)
    record.job = undefined
    record.end = end
    record.endedAt = now()
    this.#ended.set(key, record)
    for (const waiter of record.waiters) waiter(end)
    record.waiters.clear()
    for (const closing of record.closings.splice(0)) {
      closing.pending.delete(record)
      if (closing.pending.size === 0 && closing.end === undefined) this.#wait(closing)
    }
  }

  /** Forgets what ended too long ago. */
  #prune(): void {
    for (const [key, { endedAt }] of this.#ended) {
      if (now() - endedAt < REMEMBERED_MS) return
      this.#ended.delete(key)
      this.#records.delete(key)
    }
  }
}

function newRecord(job: Job, rank: Rank): JobRecord {
  return {
    job,
    rank,
    waits: false,
    deaths: 0,
    end: undefined,
    endedAt: 0,
    holder: undefined,
    lease: undefined,
    waiters: new Set(),
    closings: [],
    pending: new Set(),
  }
}

const keyOf = ({ batch, id }: JobName) => JSON.stringify([batch, id])

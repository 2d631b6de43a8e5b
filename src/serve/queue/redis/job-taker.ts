import { setTimeout as delay } from 'node:timers/promises'
import type { Job as BullJob, Worker } from 'bullmq'
import { uniqueName } from '../../../batch/index.js'
import { JobLine } from '../job-line.js'
import type { Lease } from '../job-queue.js'
import { onAbort } from '../on-abort.js'

/** What is done with a job that was taken. */
export interface TakenJobs {
  /** Undefined if it is not to be done any more. */
  accept(bullJob: BullJob, token: string): Promise<Lease | undefined>
  /** Nobody waits for a job any more. */
  giveBack(lease: Lease): Promise<void>
}

/** Fetches jobs for all who wait for one in this process, one at a time: BullMQ blocks one connection for it. */
export class JobTaker {
  readonly #openWorker: () => Worker
  readonly #onError: (error: unknown) => void
  readonly #taken: TakenJobs
  readonly #takers = new JobLine<(lease: Lease | undefined) => void>()
  readonly #name = uniqueName()
  #count = 0
  #fetching: Promise<void> | undefined
  #isClosed = false
  #isMissing = false

  constructor(openWorker: () => Worker, onError: (error: unknown) => void, taken: TakenJobs) {
    this.#openWorker = openWorker
    this.#onError = onError
    this.#taken = taken
  }

  take(signal: AbortSignal): Promise<Lease | undefined> {
    return new Promise(resolve => {
      const leave = () => {
        this.#takers.remove(taker)
        resolve(undefined)
      }
      const taker = (lease: Lease | undefined) => {
        stay()
        resolve(lease)
      }
      const stay = onAbort(signal, leave)
      this.#takers.add(taker)
      this.#fetching ??= this.#fetchAll()
    })
  }

  /** Waits until what is being fetched has come, and was given back. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (let taker = this.#takers.next(); taker !== undefined; taker = this.#takers.next()) taker(undefined)
    await this.#fetching
  }

  async #fetchAll(): Promise<void> {
    this.#missTheDead()
    while (this.#takers.size > 0 && !this.#isClosed) {
      const lease = await this.#fetchNext()
      if (lease === undefined) continue
      const taker = this.#takers.next()
      if (taker === undefined) await this.#taken.giveBack(lease).catch(this.#onError)
      else taker(lease)
    }
    this.#fetching = undefined
  }

  /** Has jobs taken from those who are not heard of any more, from now on. */
  #missTheDead(): void {
    if (this.#isMissing) return
    this.#isMissing = true
    void this.#openWorker().startStalledCheckTimer()
  }

  async #fetchNext(): Promise<Lease | undefined> {
    try {
      const token = `${this.#name}:${this.#count++}`
      const worker = this.#openWorker()
      // Asked for before it is waited for: what wakes those who wait may have got lost with a connection.
      const bullJob = (await worker.getNextJob(token, { block: false })) ?? (await worker.getNextJob(token))
      return bullJob && (await this.#taken.accept(bullJob, token))
    } catch (error) {
      this.#onError(error)
      if (!this.#isClosed) await delay(AFTER_ERROR_MS)
      return undefined
    }
  }
}

/** Milliseconds until the next try. */
const AFTER_ERROR_MS = 500

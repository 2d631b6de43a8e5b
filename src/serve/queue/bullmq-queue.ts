import { now } from '../../batch/index.js'
import type { Job } from '../jobs/job.js'
import { waitAtMost } from '../jobs/within-time.js'
import {
  type EnqueueOptions,
  type JobEnd,
  type JobName,
  type JobQueue,
  type JobStanding,
  type Lease,
  MOST_DEATHS,
  POISON,
  type QueueState,
} from './job-queue.js'
import { LEASE_SECONDS, type QueueOptions } from './queue-options.js'
import { addBatch, addJobs } from './redis/add-jobs.js'
import { connectRedis, isFull, isOutage, type RedisLink } from './redis/connect.js'
import { EndedWatch } from './redis/ended-watch.js'
import { type HeldLease, HeldLeases } from './redis/held-leases.js'
import { inParts, redisJobId } from './redis/job-keys.js'
import { JobTaker } from './redis/job-taker.js'
import { openParts } from './redis/open-parts.js'
import { OutageRetries } from './redis/outage-retries.js'
import { Registry } from './redis/registry.js'
import { Standings } from './redis/standings.js'

/** A queue on a Redis or Valkey server, which BullMQ keeps. */
export async function openBullmqQueue(url: URL, options: QueueOptions): Promise<JobQueue> {
  const onWarning = tellSeldom(options.onWarning ?? (() => undefined))
  return new BullmqQueue(await connectRedis(url, onWarning), { ...options, onWarning })
}

/** BullMQ takes jobs without a priority first, then those with the lowest number. */
const CLOSING_PRIORITY = 1
const BATCH_PRIORITY = 2

class BullmqQueue implements JobQueue {
  readonly #link: RedisLink
  readonly #parts: ReturnType<typeof openParts>
  readonly #retries = new OutageRetries()
  readonly #standings: Standings
  readonly #registry: Registry
  readonly #leases: HeldLeases
  readonly #taker: JobTaker
  readonly #watch: EndedWatch
  readonly #leaseMs: number
  #presence: NodeJS.Timeout | undefined

  constructor(link: RedisLink, options: QueueOptions & { readonly onWarning: (message: string) => void }) {
    const { version, prefix = 'briefwright', leaseMs = LEASE_SECONDS * 1000, onWarning } = options
    // Outages are told by the connection; what comes after the end, to nobody.
    const onError = (error: unknown) => {
      if (!this.#retries.signal.aborted && !isOutage(error)) onWarning(`the queue: ${String(error)}`)
    }
    this.#link = link
    this.#leaseMs = leaseMs
    this.#parts = openParts(link, { version, prefix, leaseMs, onError })
    const { queue, openWorker, openEvents } = this.#parts
    this.#standings = new Standings(link.client, id => queue.toKey(id))
    this.#registry = new Registry(link.client, prefix, version)
    const renew = (held: readonly HeldLease[]) =>
      openWorker().extendJobLocks(
        held.map(({ id }) => id),
        held.map(({ token }) => token),
        leaseMs,
      )
    this.#leases = new HeldLeases(leaseMs, this.#standings, renew, onError)
    this.#taker = new JobTaker(openWorker, onError, {
      accept: (bullJob, token) => this.#accept(bullJob.data, { bullJob, token }),
      giveBack: lease => this.complete(lease, 'given back'),
    })
    this.#watch = new EndedWatch(openEvents, this.#standings, this.#retries, onError)
  }

  async enqueue(jobs: readonly Job[], { urgent = false, closing }: EnqueueOptions = {}): Promise<void> {
    const options = urgent ? {} : { priority: BATCH_PRIORITY }
    await this.#retries.do(async () => {
      await this.#registry.addVersion()
      const wanted = await this.#withoutCancelled(jobs)
      const [last] = closing === undefined ? [] : await this.#withoutCancelled([closing])
      if (last === undefined) return addJobs(this.#parts, wanted, options)
      await addBatch(this.#parts, wanted, last, { ...options, closingPriority: CLOSING_PRIORITY })
    })
  }

  async take(signal: AbortSignal): Promise<Lease | undefined> {
    if (signal.aborted || this.#retries.signal.aborted) return undefined
    this.#bePresent()
    return this.#taker.take(signal)
  }

  async complete(lease: Lease, end: JobEnd | 'given back' | 'died'): Promise<void> {
    const held = this.#leases.get(lease)
    if (held === undefined || held.isEnding) return
    held.isEnding = true
    try {
      // Of a server that is full: whoever gave up now would count as dead.
      await this.#retries.do(() => this.#tryToEnd(held, end), isFull)
    } finally {
      this.#leases.remove(lease)
    }
  }

  async list(jobs: readonly JobName[]): Promise<JobStanding[]> {
    return this.#retries.do(() => this.#standings.of(jobs.map(redisJobId)))
  }

  ended(job: JobName, signal: AbortSignal): Promise<JobEnd | undefined> {
    return this.#watch.wait(redisJobId(job), signal)
  }

  async cancel(jobs: readonly JobName[]): Promise<void> {
    for (const part of inParts(jobs.map(redisJobId)))
      await this.#retries.do(async () => {
        const standings = await this.#standings.of(part)
        const wanted = part.filter((_, index) => /waiting|running/.test(standings[index]?.state ?? ''))
        // The mark first: whoever takes one of them meanwhile sees it.
        await this.#standings.markCancelled(wanted)
        await Promise.all(wanted.map(id => this.#parts.queue.remove(id, { removeChildren: false })))
      })
  }

  async forget(jobs: readonly JobName[]): Promise<void> {
    for (const part of inParts(jobs.map(redisJobId)))
      await this.#retries.do(async () => {
        const standings = await this.#standings.of(part)
        const ended = part.filter((_, index) => standings[index]?.state === 'ended')
        await this.#standings.forgetCancelled(ended)
        await Promise.all(ended.map(id => this.#parts.queue.remove(id, { removeChildren: false })))
      })
  }

  async state(): Promise<QueueState> {
    return this.#retries.do(async () => {
      const [counts, workers, otherVersions] = await Promise.all([
        this.#parts.queue.getJobCounts('wait', 'prioritized', 'active'),
        this.#registry.workers(),
        this.#registry.otherVersions(),
      ])
      const { wait = 0, prioritized = 0, active = 0 } = counts
      return { waiting: wait + prioritized, running: active, workers, otherVersions }
    })
  }

  async close(): Promise<void> {
    if (this.#retries.signal.aborted) return
    clearInterval(this.#presence)
    const ms = this.#link.client.status === 'ready' ? LEAVING_MS : 0
    // Nothing is taken from now on, also not by who waits for the server just now.
    const taken = this.#taker.close()
    await waitAtMost(
      ms,
      this.#parts.closeWorker().then(() => taken),
    )
    await waitAtMost(ms, this.#leave())
    this.#retries.end()
    this.#leases.close()
    await waitAtMost(ms, this.#watch.close())
    await waitAtMost(ms, this.#parts.close())
    this.#link.close()
  }

  /** Gives back what is still held. */
  async #leave(): Promise<void> {
    const leases = this.#leases.all
    for (const lease of leases) this.#leases.get(lease)?.holder.abort(new Error('the queue was closed'))
    await Promise.all(leases.map(lease => this.complete(lease, 'given back')))
    if (this.#presence !== undefined) await this.#registry.removeWorker()
  }

  /** The lease of a job that was taken; none if it is not to be done any more. */
  async #accept(
    job: Job,
    { bullJob, token }: Pick<HeldLease, 'bullJob' | 'token'>,
  ): Promise<Lease | undefined> {
    const holder = new AbortController()
    const held = { bullJob, token, id: redisJobId(job), holder, isEnding: false }
    const lease: Lease = { job, deaths: bullJob.stalledCounter, signal: holder.signal }
    this.#leases.add(lease, held)
    if (lease.deaths < MOST_DEATHS) return lease
    await this.complete(lease, POISON)
    return undefined
  }

  async #tryToEnd(held: HeldLease, end: JobEnd | 'given back' | 'died'): Promise<void> {
    const { bullJob, token } = held
    try {
      if (end === 'died') held.deaths ??= await this.#countDeath(held)
      const isOver = typeof end !== 'string' || (held.deaths !== undefined && held.deaths >= MOST_DEATHS)
      if (!isOver) return await this.#giveBack(held)
      await bullJob.moveToCompleted(typeof end === 'string' ? POISON : end, token, false)
      // How it ended is remembered; what it was, which may name a person, is not.
      await bullJob.updateData({})
    } catch (error) {
      if (!isLoss(error)) throw error
    }
  }

  #countDeath({ id }: HeldLease): Promise<number> {
    return this.#link.client.hincrby(this.#parts.queue.toKey(id), STALLED_COUNT, 1)
  }

  async #giveBack({ bullJob, token }: HeldLease): Promise<void> {
    await bullJob.moveToWait(token)
    // BullMQ wakes nobody for a job with a priority.
    await this.#link.client.zadd(this.#parts.queue.toKey('marker'), 0, '0')
  }

  async #withoutCancelled(jobs: readonly Job[]): Promise<Job[]> {
    const wanted: Job[] = []
    for (const part of inParts(jobs)) {
      const cancelled = await this.#standings.cancelled(part.map(redisJobId))
      wanted.push(...part.filter(job => !cancelled.has(redisJobId(job))))
    }
    return wanted
  }

  /** Says that somebody takes from the queue, again and again. */
  #bePresent(): void {
    if (this.#presence !== undefined) return
    const say = () => this.#registry.addWorker(this.#leaseMs).catch(() => undefined)
    this.#presence = setInterval(say, this.#leaseMs / 3)
    void say()
  }
}

/** Where BullMQ counts how often the holder of a job was missed. */
const STALLED_COUNT = 'stc'

/** BullMQ's codes for a job that is gone, or that somebody else has by now. */
const LOSSES = [-1, -2, -3, -6]
const isLoss = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' && LOSSES.includes(error.code)

/** Milliseconds: a server that does not answer keeps nobody from leaving. */
const LEAVING_MS = 2000

/** Tells the same once in so many milliseconds. */
function tellSeldom(tell: (message: string) => void): (message: string) => void {
  const told = new Map<string, number>()
  return message => {
    if (now() - (told.get(message) ?? Number.NEGATIVE_INFINITY) < SELDOM_MS) return
    told.set(message, now())
    tell(message)
  }
}

const SELDOM_MS = 60_000

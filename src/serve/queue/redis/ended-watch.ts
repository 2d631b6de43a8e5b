import type { QueueEvents } from 'bullmq'
import { type JobEnd, LOST } from '../job-queue.js'
import { onAbort } from '../on-abort.js'
import type { OutageRetries } from './outage-retries.js'
import type { Standings } from './standings.js'

/**
 * Tells those who wait for jobs how they ended. The server's events say so at once; as they get lost with a connection, all
 * that is waited for is looked up now and then as well.
 */
export class EndedWatch {
  readonly #openEvents: () => Promise<QueueEvents>
  readonly #standings: Standings
  readonly #retries: OutageRetries
  readonly #onError: (error: unknown) => void
  readonly #waiters = new Map<string, Set<(end: JobEnd | undefined) => void>>()
  #fresh: string[] = []
  #events: Promise<QueueEvents | undefined> | undefined
  #timer: NodeJS.Timeout | undefined
  #isAsking = false

  constructor(
    openEvents: () => Promise<QueueEvents>,
    standings: Standings,
    retries: OutageRetries,
    onError: (error: unknown) => void,
  ) {
    this.#onError = onError
    this.#openEvents = openEvents
    this.#standings = standings
    this.#retries = retries
  }

  wait(id: string, signal: AbortSignal): Promise<JobEnd | undefined> {
    if (signal.aborted || this.#retries.signal.aborted) return Promise.resolve(undefined)
    return new Promise(resolve => {
      const waiters = this.#waiters.get(id) ?? new Set()
      this.#waiters.set(id, waiters)
      const leave = () => {
        waiters.delete(waiter)
        if (waiters.size === 0 && this.#waiters.get(id) === waiters) this.#waiters.delete(id)
        resolve(undefined)
      }
      const waiter = (end: JobEnd | undefined) => {
        stay()
        resolve(end)
      }
      const stay = onAbort(signal, leave)
      waiters.add(waiter)
      this.#askSoon(id)
    })
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    for (const waiters of this.#waiters.values()) for (const waiter of waiters) waiter(undefined)
    this.#waiters.clear()
    await (await this.#events)?.close()
  }

  /** It may have ended before anybody listened. */
  #askSoon(id: string): void {
    this.#fresh.push(id)
    if (this.#fresh.length > 1) return
    this.#events ??= this.#listen()
    const ask = () => this.#ask(this.#fresh.splice(0))
    setTimeout(() => this.#events?.then(ask), SOON_MS)
  }

  /** Without events there are the looks at all that is waited for. */
  async #listen(): Promise<QueueEvents | undefined> {
    this.#timer = setInterval(() => this.#askAll(), POLL_MS)
    try {
      const events = await this.#retries.do(this.#openEvents)
      events.on('completed', ({ jobId, returnvalue }) => this.#tell(jobId, returnvalue as unknown as JobEnd))
      events.on('removed', ({ jobId }) => {
        if (this.#waiters.has(jobId)) void this.#ask([jobId])
      })
      return events
    } catch (error) {
      this.#onError(error)
      return undefined
    }
  }

  async #askAll(): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    await this.#ask([...this.#waiters.keys()])
    this.#isAsking = false
  }

  async #ask(ids: readonly string[]): Promise<void> {
    try {
      const standings = await this.#retries.do(() => this.#standings.of(ids))
      for (const [index, id] of ids.entries()) {
        const standing = standings[index]
        if (standing?.state === 'ended') this.#tell(id, standing.end)
        if (standing?.state === 'unknown') this.#tell(id, LOST)
      }
    } catch (error) {
      this.#onError(error)
    }
  }

  #tell(id: string, end: JobEnd): void {
    const waiters = this.#waiters.get(id)
    this.#waiters.delete(id)
    for (const waiter of waiters ?? []) waiter(end)
  }
}

/** Milliseconds that many who begin to wait are gathered for, so as to ask once for all. */
const SOON_MS = 10
/** Milliseconds between two looks at all that is waited for. */
const POLL_MS = 3000

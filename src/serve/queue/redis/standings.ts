import type { Redis } from 'ioredis'
import { CANCELLED, type JobEnd, type JobStanding, REMEMBERED_MS } from '../job-queue.js'
import { inParts } from './job-keys.js'

/**
 * How jobs stand on the server. BullMQ removes what is taken off a queue: that it was cancelled stands beside it, as long as
 * ends are remembered. A job runs while its lock is there.
 */
export class Standings {
  readonly #client: Redis
  readonly #keyOf: (id: string) => string

  constructor(client: Redis, keyOf: (id: string) => string) {
    this.#client = client
    this.#keyOf = keyOf
  }

  async of(ids: readonly string[]): Promise<JobStanding[]> {
    const standings: JobStanding[] = []
    for (const part of inParts(ids)) {
      const asked = this.#client.pipeline()
      for (const id of part) {
        asked.hmget(this.#keyOf(id), 'timestamp', 'finishedOn', 'returnvalue')
        asked.exists(`${this.#keyOf(id)}:lock`)
        asked.exists(this.#markOf(id))
      }
      const answers = valuesOf(await asked.exec())
      for (const index of part.keys()) {
        const [fields, lock, mark] = answers.slice(3 * index, 3 * index + 3)
        standings.push(standingOf(fields as Fields, lock === 1, mark === 1))
      }
    }
    return standings
  }

  async markCancelled(ids: readonly string[]): Promise<void> {
    const asked = this.#client.pipeline()
    for (const id of ids) asked.set(this.#markOf(id), '1', 'PX', REMEMBERED_MS)
    valuesOf(await asked.exec())
  }

  /** Those of the jobs that were cancelled. */
  async cancelled(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set()
    const marks = await this.#client.mget(ids.map(id => this.#markOf(id)))
    return new Set(ids.filter((_, index) => marks[index] !== null))
  }

  async forgetCancelled(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#client.del(ids.map(id => this.#markOf(id)))
  }

  readonly #markOf = (id: string) => this.#keyOf(`cancelled:${id}`)
}

type Fields = readonly [timestamp: string | null, finishedOn: string | null, returnvalue: string | null]

function standingOf(
  [timestamp, finishedOn, returnvalue]: Fields,
  isLocked: boolean,
  isCancelled: boolean,
): JobStanding {
  if (timestamp === null) return isCancelled ? { state: 'ended', end: CANCELLED } : { state: 'unknown' }
  if (finishedOn !== null && returnvalue !== null)
    return { state: 'ended', end: JSON.parse(returnvalue) as JobEnd }
  return { state: isLocked ? 'running' : 'waiting' }
}

/** The answers to a list of commands; throws the first that is an error. */
export function valuesOf(answers: readonly [Error | null, unknown][] | null): unknown[] {
  return (answers ?? []).map(([error, value]) => {
    if (error !== null) throw error
    return value
  })
}

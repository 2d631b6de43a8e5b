import type { Redis } from 'ioredis'
import { uniqueName } from '../../../batch/index.js'
import type { QueueState } from '../job-queue.js'
import { valuesOf } from './standings.js'

/** Who takes from the queues of one server, and for which versions jobs were put there: each version has a queue of its own, which others do not see. */
export class Registry {
  readonly #client: Redis
  readonly #prefix: string
  readonly #version: string
  readonly #member: string

  constructor(client: Redis, prefix: string, version: string) {
    this.#client = client
    this.#prefix = prefix
    this.#version = version
    this.#member = `${version}/${uniqueName()}`
  }

  async addVersion(): Promise<void> {
    await this.#client.sadd(this.#versions, this.#version)
  }

  /** Says that whoever asks takes from the queue; true for so many milliseconds. */
  async addWorker(ms: number): Promise<void> {
    await this.#client.eval(ADD_WORKER, 1, this.#workers, this.#member, ms)
  }

  async removeWorker(): Promise<void> {
    await this.#client.zrem(this.#workers, this.#member)
  }

  async workers(): Promise<QueueState['workers']> {
    const members = await this.#client.eval(WORKERS, 1, this.#workers)
    const counts: Record<string, number> = {}
    for (const member of members as string[]) {
      const version = member.slice(0, member.lastIndexOf('/'))
      counts[version] = (counts[version] ?? 0) + 1
    }
    return counts
  }

  async otherVersions(): Promise<QueueState['otherVersions']> {
    const others = (await this.#client.smembers(this.#versions)).filter(one => one !== this.#version)
    const asked = this.#client.pipeline()
    for (const other of others)
      asked.llen(`${this.#prefix}:${other}:wait`).zcard(`${this.#prefix}:${other}:prioritized`)
    const counts = valuesOf(await asked.exec()).map(Number)
    const waiting = others.map(
      (other, index) => [other, (counts[2 * index] ?? 0) + (counts[2 * index + 1] ?? 0)] as const,
    )
    return Object.fromEntries(waiting.filter(([, count]) => count > 0))
  }

  get #versions(): string {
    return `${this.#prefix}:versions`
  }

  get #workers(): string {
    return `${this.#prefix}:workers`
  }
}

/** By the clock of the server, as those of the machines may differ. */
const CLOCK = `local time = redis.call('TIME') local ms = time[1] * 1000 + math.floor(time[2] / 1000)`
const ADD_WORKER = `${CLOCK}
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, ms)
return redis.call('ZADD', KEYS[1], ms + ARGV[2], ARGV[1])`
const WORKERS = `${CLOCK} return redis.call('ZRANGEBYSCORE', KEYS[1], ms, '+inf')`

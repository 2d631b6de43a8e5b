import type { FlowProducer, Queue, QueueEvents, Worker } from 'bullmq'
import { MOST_DEATHS, REMEMBERED_MS } from '../job-queue.js'
import type { RedisLink } from './connect.js'

/** What BullMQ has for one queue. Those that need connections of their own are opened when they are first asked for. */
export interface BullmqParts {
  readonly client: RedisLink['client']
  readonly queue: Queue
  /** Nobody takes from it: see `addBatch`. */
  readonly holds: Queue
  readonly flows: FlowProducer
  readonly openWorker: () => Worker
  readonly openEvents: () => Promise<QueueEvents>
  closeWorker(): Promise<void>
  close(): Promise<void>
}

export interface PartsOptions {
  readonly version: string
  readonly prefix: string
  readonly leaseMs: number
  readonly onError: (error: unknown) => void
}

/** Opens the queue of one version. */
export function openParts({ bullmq, client }: RedisLink, options: PartsOptions): BullmqParts {
  const { version, prefix, leaseMs, onError } = options
  // What BullMQ would ask about the server was asked when it was connected to; it would write its warnings to the console itself
  const shared = { connection: client, prefix, skipVersionCheck: true }
  const queue = new bullmq.Queue(version, shared).on('error', onError)
  const holds = new bullmq.Queue(`${version}-held`, shared).on('error', onError)
  const flows = new bullmq.FlowProducer(shared)
  flows.on('error', onError)
  let worker: Worker | undefined
  const openWorker = () => {
    worker ??= new bullmq.Worker(version, null, {
      ...shared,
      autorun: false,
      lockDuration: leaseMs,
      stalledInterval: leaseMs / 2,
      maxStalledCount: MOST_DEATHS - 1,
      removeOnComplete: { age: REMEMBERED_MS / 1000, count: MOST_REMEMBERED },
    }).on('error', onError)
    return worker
  }
  return {
    client,
    queue,
    holds,
    flows,
    openWorker,
    async openEvents() {
      const [last] = await client.xrevrange(queue.toKey('events'), '+', '-', 'COUNT', 1)
      const events = new bullmq.QueueEvents(version, { ...shared, lastEventId: last?.[0] ?? '0-0' })
      return events.on('error', onError)
    },
    closeWorker: async () => worker?.close(true),
    async close() {
      await Promise.all([flows.close(), holds.close(), queue.close()])
    },
  }
}

/** Ended jobs that are remembered, whatever their age: each takes the server some 400 bytes. */
const MOST_REMEMBERED = 1_000_000

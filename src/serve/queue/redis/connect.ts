import { setTimeout as delay } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { SetupError } from '../../jobs/setup-error.js'

/** A server, and what speaks to it. */
export interface RedisLink {
  readonly bullmq: typeof import('bullmq')
  readonly client: Redis
  /** The address, without a password. */
  readonly address: string
  /** Ends this and all connections that were made after it. */
  close(): void
}

/**
 * Connects to a Redis or Valkey server, and says what about it may cost jobs. From then on lost connections are made anew, however long that takes;
 * `onWarning` is told once of each.
 */
export async function connectRedis(url: URL, onWarning: (message: string) => void): Promise<RedisLink> {
  const { bullmq, ioredis } = await load()
  const address = `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`
  let isOver = false
  const client = new ioredis.Redis(url.href, {
    lazyConnect: true,
    // Else commands fail after some attempts, and jobs with them.
    maxRetriesPerRequest: null,
    retryStrategy: times => (isOver ? null : Math.min(50 * 2 ** Math.min(times, 6), MOST_PAUSE_MS)),
    // A replica that was the main server until now refuses to write.
    reconnectOnError: error => (error.message.startsWith('READONLY') ? 2 : false),
    keepAlive: KEEP_ALIVE_MS,
  })
  const close = () => {
    isOver = true
    client.disconnect()
  }
  try {
    await reach(client, address)
    await checkServer(client, onWarning)
  } catch (error) {
    close()
    throw error
  }
  tellOutages(client, address, onWarning)
  return { bullmq, client, address, close }
}

/** Milliseconds between two attempts to connect, at most. */
const MOST_PAUSE_MS = 2000
/** Milliseconds without traffic after which it is asked whether the other side is there. */
const KEEP_ALIVE_MS = 15_000
/** Milliseconds within which a server must answer at the start. */
const FIRST_ANSWER_MS = 10_000

/** BullMQ and its client, which an installation has if it wants queues: `--help` and builds on one machine do without. */
async function load() {
  try {
    const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')])
    return { bullmq, ioredis }
  } catch (error) {
    if (!isCoded(error, 'ERR_MODULE_NOT_FOUND') && !isCoded(error, 'MODULE_NOT_FOUND')) throw error
    throw new SetupError(
      'a queue on Redis needs the packages bullmq and ioredis',
      'run `npm install bullmq ioredis`',
    )
  }
}

const isCoded = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code

/** Waits for the first connection; what will not mend itself ends that at once. */
async function reach(client: Redis, address: string): Promise<void> {
  const patience = new AbortController()
  let last = 'no answer'
  let refused: ((reason: Error) => void) | undefined
  const onError = (error: Error) => {
    last = messageOf(error)
    if (REFUSALS.test(last)) refused?.(error)
  }
  client.on('error', onError)
  const ready = new Promise<void>((resolve, reject) => {
    refused = reject
    client.once('ready', resolve)
  })
  client.connect().catch(() => undefined)
  try {
    const late = delay(FIRST_ANSWER_MS, undefined, { signal: patience.signal }).then(() => {
      throw new Error(last)
    })
    late.catch(() => undefined)
    await Promise.race([ready, late])
  } catch (error) {
    const said = error instanceof Error ? messageOf(error) : last
    throw new SetupError(
      `the queue at ${address} cannot be reached: ${said}`,
      'start it, or mend `--queue`',
      !REFUSALS.test(said),
    )
  } finally {
    patience.abort()
    client.off('error', onError)
    // What is said between this and the next listener must not end the process.
    client.on('error', () => undefined)
  }
}

const REFUSALS =
  /WRONGPASS|NOAUTH|NOPERM|ERR (AUTH|DB index|invalid DB)|DB index is out of range|ENOTFOUND|certificate/

/** As Node says it; of several addresses that were tried, it has no message but theirs. */
function messageOf(error: Error): string {
  if (error instanceof AggregateError && error.message === '')
    return error.errors.map(one => (one instanceof Error ? one.message : String(one))).join(', ')
  return error.message
}

function tellOutages(client: Redis, address: string, onWarning: (message: string) => void): void {
  let isOut = false
  client.on('error', (error: Error) => {
    if (!isOut)
      onWarning(`the queue at ${address} cannot be reached, and is tried again: ${messageOf(error)}`)
    isOut = true
  })
  client.on('ready', () => {
    if (isOut) onWarning(`the queue at ${address} can be reached again`)
    isOut = false
  })
}

async function checkServer(client: Redis, onWarning: (message: string) => void): Promise<void> {
  const info = await client.info()
  const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim()
  const policy = field('maxmemory_policy')
  if (policy !== undefined && policy !== 'noeviction')
    onWarning(
      `the server of the queue throws jobs away when it is full: set maxmemory-policy noeviction, it is ${policy}`,
    )
  const [major = 0, minor = 0] = (field('redis_version') ?? '').split('.').map(Number)
  if (major * 100 + minor < OLDEST_REDIS)
    throw new SetupError(
      `the server of the queue is Redis ${major}.${minor}`,
      'use Redis 6.2, Valkey 7.2, or later',
    )
}

/** 6.2, the oldest that BullMQ recommends. */
const OLDEST_REDIS = 602

/** Whether a command failed since the connection was lost, or the server is not yet or no longer the one to ask: it is to be tried again. */
export function isOutage(error: unknown): boolean {
  return (
    error instanceof Error && OUTAGES.test(`${error.message} ${'code' in error ? String(error.code) : ''}`)
  )
}

const OUTAGES =
  /Connection is closed|connection close|Stream isn't writeable|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|UNBLOCKED|NOREPLICAS|BUSY /

/** Whether the server has no memory left, which passes as jobs end, or when whoever runs it mends that. */
export const isFull = (error: unknown) => error instanceof Error && error.message.startsWith('OOM')

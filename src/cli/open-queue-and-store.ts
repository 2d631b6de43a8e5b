import { packageVersion } from '../batch/workspace/package.js'
import type { JobQueue } from '../serve/queue/job-queue.js'
import type { ObjectStore } from '../serve/store/object-store.js'
import type { Io } from './io.js'
import { queueAddress, storeAddress } from './queue-address.js'
import { storeSettings } from './store-settings.js'
import { UsageError } from './usage-error.js'

/** What work on many machines goes through. */
export interface QueueAndStore {
  readonly queue: JobQueue
  readonly store: ObjectStore
}

/** The addresses of a queue and a store. */
export interface QueueAndStoreAddresses {
  readonly queue: string
  readonly store: string
}

/** The addresses that a command was given, or its surroundings name: of both, or of none. */
export async function queueAndStoreAsked(
  args: { readonly queue?: string | undefined; readonly store?: string | undefined },
  io: Io,
): Promise<QueueAndStoreAddresses | undefined> {
  const queue = await queueAddress(args.queue, io)
  const store = storeAddress(args.store, io)
  if (queue === undefined && store === undefined) return undefined
  if (store === undefined)
    throw new UsageError(
      '`--queue` needs `--store`',
      'name a folder that all machines have mounted, or a bucket: `--store s3://BUCKET/PREFIX`',
    )
  if (queue === undefined)
    throw new UsageError('`--store` needs `--queue`', 'name the queue: `--queue redis://HOST:6379`')
  return { queue, store }
}

/** Opens both; what keeps them from that is wrong usage, but that a worker waits for a queue that is not there yet. `onWarning` hears what somebody should know of them, then and later. */
export async function openQueueAndStore(
  addresses: QueueAndStoreAddresses,
  io: Io,
  onWarning: (message: string) => void,
  worker?: { readonly leaseMs: number },
): Promise<QueueAndStore> {
  const [{ openQueue }, { openStore }, { SetupError }] = await Promise.all([
    import('../serve/queue/open-queue.js'),
    import('../serve/store/open-store.js'),
    import('../serve/jobs/setup-error.js'),
  ])
  const usage = (error: unknown): never => {
    throw error instanceof SetupError ? new UsageError(error.message, error.hint) : error
  }
  const onRetry = ({ message }: Error) => onWarning(message)
  const store = await openStore(addresses.store, { ...storeSettings(io), onRetry }).catch(usage)
  const open = async (): Promise<JobQueue> => {
    try {
      return await openQueue(addresses.queue, {
        version: packageVersion(),
        leaseMs: worker?.leaseMs,
        onWarning,
      })
    } catch (error) {
      if (!worker || !(error instanceof SetupError) || !error.isPassing) return usage(error)
      onWarning(`${error.message}; waiting for it`)
      return open()
    }
  }
  try {
    return { queue: await open(), store }
  } catch (error) {
    await store.close()
    throw error
  }
}

import { SetupError } from '../jobs/setup-error.js'
import type { JobQueue } from './job-queue.js'
import { MemoryQueue } from './memory-queue.js'
import type { QueueOptions } from './queue-options.js'

/** Opens the queue at an address, `redis://` or `rediss://`; without one, a queue for this process alone. Throws `SetupError` where that cannot be. */
export async function openQueue(address: string | undefined, options: QueueOptions): Promise<JobQueue> {
  if (address === undefined) return new MemoryQueue(options.version)
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === '')
    throw new SetupError(
      'the address of a queue is none of Redis',
      'write `redis://host:6379`, `redis://user:password@host:6379/0`, or `rediss://…` for TLS',
    )
  if (!/^(\/\d*)?$/.test(url.pathname))
    throw new SetupError(
      `\`${url.pathname.slice(1)}\` is no number of a Redis database`,
      'write `redis://host:6379/0`, or leave it out',
    )
  const { openBullmqQueue } = await import('./bullmq-queue.js')
  return openBullmqQueue(url, options)
}

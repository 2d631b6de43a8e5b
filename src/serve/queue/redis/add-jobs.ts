import type { FlowProducer, JobsOptions, Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Job } from '../../jobs/job.js'
import { inParts, redisJobId } from './job-keys.js'

/** Where jobs are added. */
export interface JobAdder {
  readonly client: Redis
  readonly queue: Queue
  /** Nobody takes from it. */
  readonly holds: Queue
  readonly flows: FlowProducer
}

/** Adds jobs for which somebody waits, or that nothing closes. */
export async function addJobs(
  { queue }: JobAdder,
  jobs: readonly Job[],
  options: JobsOptions,
): Promise<void> {
  for (const part of inParts(jobs)) {
    const added = await queue.addBulk(
      part.map(job => ({ name: job.task.kind, data: job, opts: { ...options, jobId: redisJobId(job) } })),
    )
    const refused = added.find(({ id }) => typeof id !== 'string' && Number(id) !== OTHER_PARENT)
    if (refused !== undefined) throw new Error(`the queue did not take a job (code ${refused.id})`)
  }
}

/** BullMQ's code for a job that belongs to another flow already. */
const OTHER_PARENT = -7

/**
 * Adds the jobs of a batch and the one that closes it, as a flow: the parent waits for its children. As large flows are added in parts, the parent waits
 * for one more, which is removed at the end: else it might begin once the first part is done.
 */
export async function addBatch(
  adder: JobAdder,
  jobs: readonly Job[],
  closing: Job,
  options: JobsOptions & { readonly closingPriority: number },
): Promise<void> {
  const { closingPriority, ...each } = options
  const id = redisJobId(closing)
  if (await hasBegun(adder, id)) return addJobs(adder, jobs, each)
  await adder.flows.add({
    name: closing.task.kind,
    queueName: adder.queue.name,
    data: closing,
    opts: { jobId: id, priority: closingPriority },
    children: [{ name: 'hold', queueName: adder.holds.name, data: {}, opts: { jobId: id } }],
  })
  await addJobs(adder, jobs, { ...each, parent: { id, queue: adder.queue.qualifiedName } })
  await adder.holds.remove(id)
}

/** Whether all of its jobs have ended already, so that it waits for no more. */
async function hasBegun({ client, queue }: JobAdder, id: string): Promise<boolean> {
  const [known, waits] = await Promise.all([
    client.exists(queue.toKey(id)),
    client.zscore(queue.toKey('waiting-children'), id),
  ])
  return known === 1 && waits === null
}

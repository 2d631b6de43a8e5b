import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import type { Job } from '../../src/serve/jobs/job.js'
import { openQueue } from '../../src/serve/queue/open-queue.js'
import type { WorkersOrder, WorkersReport } from './simulated-workers.js'

export interface QueueRun {
  readonly jobs: number
  /** Milliseconds from the first job on the queue to the last end. */
  readonly wall: number
  /** Milliseconds of processor time a job. */
  readonly cpu: { readonly coordinator: number; readonly worker: number; readonly redis: number }
  /** Megabytes that Redis held at the end. */
  readonly redisMemory: number
}

export interface QueueRunOptions {
  readonly url: string
  readonly processes: number
  /** In each process. */
  readonly workers: number
  readonly printMs: number
  /** The run ends after so many jobs, or once so many milliseconds are over. */
  readonly jobs: number
  readonly limitMs?: number
  /** Nobody takes the jobs, and nobody waits for them. */
  readonly isAddedOnly?: boolean
}

/** Jobs that a coordinator has on the queue at a time: enough for all workers, and little to hold in memory. */
const ON_QUEUE = 4000
const PART = 500

/** Puts jobs on a queue as the coordinator of a batch does, has simulated workers do them, and says what that costs. */
export async function runQueue(options: QueueRunOptions): Promise<QueueRun> {
  const { url, processes, workers, printMs } = options
  const version = `bench-${processes}-${workers}-${printMs}-${process.hrtime.bigint()}`
  const order: WorkersOrder = { url, version, workers, printMs }
  const children = Array.from({ length: processes }, () => fork(SIMULATED, [JSON.stringify(order)]))
  await Promise.all(children.map(child => once(child, 'message')))
  const client = new Redis(url)
  const queue = await openQueue(url, { version })
  const redisBefore = await redisCpu(client)
  const before = process.cpuUsage()
  const start = performance.now()

  const forever = new AbortController().signal
  let next = 0
  let done = 0
  let open = 0
  const ended: Job[] = []
  const collect = (job: Job) => {
    open--
    done++
    if (ended.push(job) >= PART) void queue.forget(ended.splice(0))
    wake()
  }
  let wake: () => void = () => undefined
  const isOver = () => next >= options.jobs || performance.now() - start > (options.limitMs ?? Infinity)
  while (!isOver() || open > 0) {
    if (!isOver() && open <= ON_QUEUE - PART) {
      const part = Array.from({ length: Math.min(PART, options.jobs - next) }, () => jobOf(next++, version))
      await queue.enqueue(part)
      if (options.isAddedOnly) {
        done += part.length
        continue
      }
      open += part.length
      for (const job of part) void queue.ended(job, forever).then(() => collect(job))
    } else
      await new Promise<void>(resolve => {
        wake = resolve
      })
  }
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  const redis = (await redisCpu(client)) - redisBefore
  const memory = Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1]) / 2 ** 20
  const reports = await Promise.all(
    children.map(async child => {
      const said = once(child, 'message')
      child.send('leave')
      const [report] = (await said) as [WorkersReport]
      await once(child, 'exit')
      return report
    }),
  )
  await queue.close()
  client.disconnect()
  const each = (cpu: number) => cpu / done
  return {
    jobs: done,
    wall,
    cpu: {
      coordinator: each((user + system) / 1000),
      worker: each(reports.reduce((sum, { cpu }) => sum + cpu, 0)),
      redis: each(redis),
    },
    redisMemory: memory,
  }
}

const SIMULATED = fileURLToPath(new URL('simulated-workers.ts', import.meta.url))

/** Of the size that a job of a mail merge has. */
const jobOf = (index: number, version: string): Job => ({
  id: `${index}`.padStart(64, '0'),
  version,
  batch: 'bench',
  client: '',
  inputs: 'f'.repeat(64),
  task: { kind: 'check', path: `out/${'x'.repeat(JOB_BYTES)}.pdf` },
})
const JOB_BYTES = 1500

/** Milliseconds of processor time that a server has taken so far. */
async function redisCpu(client: Redis): Promise<number> {
  const info = await client.info('cpu')
  const field = (name: string) => Number(new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1])
  return (field('used_cpu_user') + field('used_cpu_sys')) * 1000
}

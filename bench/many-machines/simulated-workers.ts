import { setTimeout as delay } from 'node:timers/promises'
import { openQueue } from '../../src/serve/queue/open-queue.js'

/** What a process with simulated workers is told at its start. */
export interface WorkersOrder {
  readonly url: string
  readonly version: string
  readonly workers: number
  /** Milliseconds that a job is waited for instead of being printed. */
  readonly printMs: number
}

/** What such a process says at its end, when its parent leaves. */
export interface WorkersReport {
  readonly done: number
  /** Milliseconds of processor time from the first job on. */
  readonly cpu: number
}

/** Workers that wait instead of printing, each with connections of its own, as if it were on a machine of its own. */
async function simulate({ url, version, workers, printMs }: WorkersOrder): Promise<void> {
  const queues = await Promise.all(Array.from({ length: workers }, () => openQueue(url, { version })))
  const leaving = new AbortController()
  process.once('message', () => leaving.abort())
  process.send?.('ready')
  let done = 0
  let before = process.cpuUsage()
  await Promise.all(
    queues.map(async queue => {
      for (;;) {
        const lease = await queue.take(leaving.signal)
        if (lease === undefined) return
        if (done === 0) before = process.cpuUsage()
        if (printMs > 0) await delay(printMs)
        await queue.complete(lease, { state: 'done', ok: true, ms: printMs })
        done++
      }
    }),
  )
  const { user, system } = process.cpuUsage(before)
  const report: WorkersReport = { done, cpu: (user + system) / 1000 }
  process.send?.(report)
  await Promise.all(queues.map(queue => queue.close()))
  process.disconnect()
}

if (process.argv[2] !== undefined) await simulate(JSON.parse(process.argv[2]))

import { setMaxListeners } from 'node:events'
import { stopwatch, uniqueName } from '../../../batch/index.js'
import type { Job } from '../../jobs/job.js'
import type { JobEnd, JobQueue } from '../../queue/job-queue.js'
import { HttpProblem } from '../protocol/http-problem.js'
import { QUEUE_MS, within } from '../protocol/within.js'

type UnnamedJob = Omit<Job, 'batch'>

interface RunningJob {
  readonly job: Job
  readonly ended: Promise<JobEnd | undefined>
  /** Clients that wait for its end. */
  waiting: number
  /** Whether it goes on when nobody waits any more. */
  isKept: boolean
}

/** The jobs that clients of this service wait for: those who ask for the same at the same time share one. */
export class RunningJobs {
  readonly #running = new Map<string, RunningJob>()
  readonly #closing = new AbortController()
  /** Of the last jobs, in milliseconds, each counting for less than the next. */
  #usualMs = 2000

  constructor(
    readonly queue: JobQueue,
    readonly most: number,
    readonly onEnd: (job: Job, end: JobEnd, ms: number) => void,
  ) {
    // Each job that is waited for listens to it.
    setMaxListeners(0, this.#closing.signal)
  }

  get size(): number {
    return this.#running.size
  }

  /** Puts a job on the queue, unless somebody waits for the same. */
  async begin(job: UnnamedJob): Promise<RunningJob> {
    const known = this.#running.get(job.id)
    if (known) return known
    await this.refuseIfFull()
    const meanwhile = this.#running.get(job.id)
    if (meanwhile) return meanwhile
    const named = attemptOf(job)
    const ended = this.#ended(named).finally(() => this.#leave(running))
    // Whoever waits hears of it.
    ended.catch(() => {})
    const running: RunningJob = { job: named, ended, waiting: 0, isKept: false }
    this.#running.set(job.id, running)
    return running
  }

  /** The end of a job; undefined once `signal` is aborted. If nobody else waits for it then, it is cancelled. */
  async wait(running: RunningJob, signal: AbortSignal): Promise<JobEnd | undefined> {
    running.waiting += 1
    try {
      return await Promise.race([running.ended, aborted(signal)])
    } finally {
      running.waiting -= 1
      if (running.waiting === 0 && !running.isKept) await this.#cancel(running)
    }
  }

  /** Refuses more work than the service takes on. */
  async refuseIfFull(): Promise<void> {
    const { waiting, running, workers } = await within(QUEUE_MS, this.queue.state())
    const asked = Math.max(this.#running.size, waiting + running)
    if (asked < this.most) return
    const parallel = Math.max(1, running, Object.keys(workers).length)
    const seconds = Math.ceil((asked * this.#usualMs) / parallel / 2000)
    throw new HttpProblem(
      429,
      'too-many-jobs',
      `${asked} jobs wait or run, as many as the service takes on`,
      {
        headers: { 'Retry-After': String(Math.min(60, Math.max(1, seconds))) },
      },
    )
  }

  /** Lets go of jobs that nobody waits for any more. */
  close(): void {
    this.#closing.abort()
  }

  /** The end of a job, which is put on the queue again where that has lost it. */
  async #ended(job: Job): Promise<JobEnd | undefined> {
    const since = stopwatch()
    for (let attempt = 1; ; attempt += 1) {
      await this.queue.enqueue([job], { urgent: true })
      const end = await this.queue.ended(job, this.#closing.signal)
      const isLost = end?.state === 'failed' && end.reason === 'lost'
      if (isLost && attempt < MOST_ATTEMPTS) continue
      if (end) this.#note(job, end, since())
      return end
    }
  }

  #note(job: Job, end: JobEnd, ms: number): void {
    this.#usualMs = this.#usualMs * 0.9 + ms * 0.1
    this.onEnd(job, end, ms)
  }

  #leave(running: RunningJob): void {
    if (this.#running.get(running.job.id) === running) this.#running.delete(running.job.id)
  }

  async #cancel(running: RunningJob): Promise<void> {
    if (this.#running.get(running.job.id) !== running) return
    this.#leave(running)
    await this.queue.cancel([running.job])
  }
}

const MOST_ATTEMPTS = 3

/** A job under a name of its own: of one that failed or was cancelled the queue would remember that. */
export function attemptOf(job: UnnamedJob): Job {
  return { ...job, batch: `${job.id}.${uniqueName()}` }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise(resolve => {
    if (signal.aborted) resolve(undefined)
    else signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Job } from '../../jobs/job.js'
import type { JobEnd, JobQueue } from '../../queue/job-queue.js'
import { within } from '../protocol/within.js'
import type { ByteBudget } from '../requests/byte-budget.js'

/** Milliseconds. */
const STATE_MS = 2000
const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

/** What a service counts, for Prometheus. No label tells one client from another. */
export class ServiceMetrics {
  readonly #registry = new Registry()
  readonly #requests = new Counter({
    name: 'briefwright_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [this.#registry],
  })
  readonly #seconds = new Histogram({
    name: 'briefwright_http_request_duration_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route'],
    buckets: SECONDS,
    registers: [this.#registry],
  })
  readonly #jobs = new Counter({
    name: 'briefwright_jobs_total',
    help: 'Jobs that clients waited for, by how they ended',
    labelNames: ['kind', 'end'],
    registers: [this.#registry],
  })
  readonly #jobSeconds = new Histogram({
    name: 'briefwright_job_duration_seconds',
    help: 'Time from a job that a client waited for being queued to its end',
    labelNames: ['kind'],
    buckets: SECONDS,
    registers: [this.#registry],
  })
  readonly #cached = new Counter({
    name: 'briefwright_cached_answers_total',
    help: 'Editions and checks that were answered from the store',
    registers: [this.#registry],
  })

  constructor(queue: JobQueue, budget: ByteBudget) {
    collectDefaultMetrics({ register: this.#registry })
    new Gauge({
      name: 'briefwright_queue_jobs',
      help: 'Jobs on the queue',
      labelNames: ['state'],
      registers: [this.#registry],
      async collect() {
        const { waiting, running } = await within(STATE_MS, queue.state())
        this.set({ state: 'waiting' }, waiting)
        this.set({ state: 'running' }, running)
      },
    })
    new Gauge({
      name: 'briefwright_workers',
      help: 'Those who take jobs from the queue, by version',
      labelNames: ['version'],
      registers: [this.#registry],
      async collect() {
        this.reset()
        const { workers } = await within(STATE_MS, queue.state())
        for (const [version, count] of Object.entries(workers)) this.set({ version }, count)
      },
    })
    new Gauge({
      name: 'briefwright_request_bytes',
      help: 'Bytes that bodies of requests hold or have reserved',
      registers: [this.#registry],
      collect() {
        this.set(budget.reserved)
      },
    })
  }

  request(method: string, route: string, status: number, ms: number): void {
    this.#requests.inc({ method, route, status })
    this.#seconds.observe({ method, route }, ms / 1000)
  }

  job({ task: { kind } }: Job, end: JobEnd, ms: number): void {
    this.#jobs.inc({ kind, end: end.state === 'done' ? 'done' : end.reason })
    this.#jobSeconds.observe({ kind }, ms / 1000)
  }

  cachedAnswer(): void {
    this.#cached.inc()
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }
}

import { withinTime } from '../../jobs/within-time.js'
import { HttpProblem } from './http-problem.js'

/** What is asked of a queue or a store, which wait for their servers; who asked over HTTP is told after a while that they cannot be reached. */
export const within = <T>(ms: number, work: Promise<T>): Promise<T> => withinTime(ms, work, unreachable)

export const unreachable = () =>
  new HttpProblem(503, 'unreachable', 'the service cannot reach its store or its queue', {
    headers: { 'Retry-After': '5' },
  })

/** Milliseconds that a request waits for the queue. */
export const QUEUE_MS = 10_000

import type { FailureReason, JobEnd } from '../../queue/job-queue.js'
import { HttpProblem } from '../protocol/http-problem.js'
import type { JobAnswer } from './answer-schema.js'

/** What is said of a job that has ended and has no result; undefined where nobody knows of it any more. */
export function endedAnswer(end: JobEnd | undefined): Pick<JobAnswer, 'state' | 'ok' | 'error'> {
  const reason = end?.state === 'failed' ? end.reason : 'lost'
  const state = reason === 'cancelled' ? 'cancelled' : 'failed'
  return { state, ok: false, error: { reason, message: MESSAGES[reason] } }
}

/** What the queue says of a failure is for those who run the service. */
const MESSAGES = {
  timeout: 'it took longer than a job may',
  poison: 'whatever printed it died, again and again',
  cancelled: 'it was cancelled',
  store: 'its inputs could not be read, or what came of it not be kept',
  lost: 'the service has lost the job: ask for it again',
  error: 'the service failed',
} as const satisfies Record<FailureReason, string>

/** Says why there is no answer, to somebody who waited for it. */
export function problemOfEnd(end: JobEnd): HttpProblem {
  const reason = end.state === 'failed' ? end.reason : 'error'
  const detail = MESSAGES[reason]
  if (reason === 'timeout')
    return new HttpProblem(422, 'job-timeout', detail, {
      hint: 'ask for less: a shorter brief, smaller pictures, a simpler template',
    })
  if (reason === 'poison') return new HttpProblem(422, 'job-poison', detail)
  if (reason !== 'error')
    return new HttpProblem(503, `job-${reason}`, detail, { headers: { 'Retry-After': '1' } })
  return new HttpProblem(500, 'internal', detail)
}

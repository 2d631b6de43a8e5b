import { HttpProblem } from '../protocol/http-problem.js'
import { traceOf } from '../protocol/request-log.js'
import { unreachable, within } from '../protocol/within.js'
import type { ServiceTools } from '../tools/service-tools.js'

/** `GET /readyz`: whether work can be taken. */
export async function readinessResponse({ store, queue, isClosing, log }: ServiceTools): Promise<Response> {
  if (isClosing()) throw new HttpProblem(503, 'closing', 'the service is being stopped')
  try {
    await within(READY_MS, Promise.all([queue.state(), store.has('jobs/ready.json')]))
  } catch (error) {
    log({ level: 'error', event: 'not-ready', error: traceOf(error) })
    throw unreachable()
  }
  return new Response('ready\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

/** Milliseconds: who asks whether a service is ready does not wait for long. */
const READY_MS = 2000

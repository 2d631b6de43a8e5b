import { ClientGone } from '../protocol/client-gone.js'
import { HttpProblem, problemResponse } from '../protocol/http-problem.js'
import { traceOf } from '../protocol/request-log.js'
import { unreachable } from '../protocol/within.js'
import type { ServiceContext, ServiceTools } from '../tools/service-tools.js'

/** What is answered when a handler throws: a problem is one, anything else a fault of the service or of its store. */
export function errorResponse(error: unknown, c: ServiceContext, { log }: ServiceTools): Response {
  const requestId = c.get('requestId')
  if (error instanceof HttpProblem) return problemResponse(error, requestId)
  if (error instanceof ClientGone || c.req.raw.signal.aborted) return problemResponse(GONE, requestId)
  const isOfStore = error instanceof Error && error.name === 'StoreError'
  log({ level: 'error', event: 'failure', request_id: requestId, error: traceOf(error) })
  return problemResponse(isOfStore ? unreachable() : FAULT, requestId)
}

const GONE = new HttpProblem(408, 'client-gone', 'the client went away')
const FAULT = new HttpProblem(500, 'internal', 'the service failed')

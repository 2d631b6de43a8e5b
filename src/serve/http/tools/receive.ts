import type * as v from 'valibot'
import { HttpProblem } from '../protocol/http-problem.js'
import { readBody } from '../requests/read-body.js'
import { type ReadRequest, readRequest } from '../requests/read-request.js'
import type { ServiceContext, ServiceTools } from './service-tools.js'

/** Reads a request that asks for work, and has its bytes reserved until `use` has put them where they are needed. */
export async function receive<S extends v.GenericSchema, T>(
  c: ServiceContext,
  { limits, budget, isClosing }: ServiceTools,
  schema: S,
  use: (request: ReadRequest<v.InferInput<S>>) => Promise<T>,
): Promise<T> {
  if (isClosing())
    throw new HttpProblem(503, 'closing', 'the service is being stopped', {
      headers: { 'Retry-After': '5', Connection: 'close' },
    })
  const { bytes, reservation } = await readBody(c.req.raw, limits, budget)
  c.set('bytesIn', bytes.length)
  try {
    return await use(await readRequest(schema, c.req.header('content-type'), bytes, limits))
  } finally {
    reservation.release()
  }
}

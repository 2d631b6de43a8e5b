import { HttpProblem } from '../protocol/http-problem.js'
import { MEBIBYTE, type ServiceLimits } from '../protocol/limits.js'
import type { ByteBudget, Reservation } from './byte-budget.js'

/** The body of a request, whose bytes stay reserved until they are released. */
export interface ReceivedBody {
  readonly bytes: Buffer
  readonly reservation: Reservation
}

/** Reads a body that is no larger than a request may be, once there is room for it. */
export async function readBody(
  request: Request,
  limits: ServiceLimits,
  budget: ByteBudget,
): Promise<ReceivedBody> {
  refuseEncoded(request.headers)
  const declared = declaredLength(request.headers)
  if (declared !== undefined && declared > limits.requestBytes) throw tooLarge(limits)
  const reservation = await budget.reserve(declared ?? limits.requestBytes, request.signal)
  try {
    const bytes = await inTime(request, limits)
    reservation.shrink(bytes.length)
    return { bytes, reservation }
  } catch (error) {
    reservation.release()
    throw error
  }
}

function refuseEncoded(headers: Headers): void {
  const encoding = headers.get('content-encoding')
  if (encoding !== null && encoding !== 'identity')
    throw new HttpProblem(415, 'content-encoding', 'the body is compressed', {
      hint: 'send it as it is, without `Content-Encoding`',
      headers: { 'Accept-Encoding': 'identity' },
    })
}

function declaredLength(headers: Headers): number | undefined {
  const text = headers.get('content-length')
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

async function inTime(request: Request, limits: ServiceLimits): Promise<Buffer> {
  const reader = request.body?.getReader()
  if (!reader) return Buffer.alloc(0)
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    reader.cancel().catch(() => {})
  }, limits.bodySeconds * 1000)
  try {
    const chunks: Uint8Array[] = []
    for (let size = 0; ; ) {
      const { done, value } = await reader.read()
      if (isLate) throw tooSlow(limits)
      if (done) return Buffer.concat(chunks, size)
      size += value.length
      if (size > limits.requestBytes) throw tooLarge(limits)
      chunks.push(value)
    }
  } catch (error) {
    if (isLate) throw tooSlow(limits)
    if (error instanceof HttpProblem || request.signal.aborted) throw error
    throw new HttpProblem(400, 'body-broken', 'the body of the request broke off')
  } finally {
    clearTimeout(timer)
    reader.cancel().catch(() => {})
  }
}

const tooSlow = ({ bodySeconds }: ServiceLimits) =>
  new HttpProblem(408, 'request-timeout', `the body did not come in within ${bodySeconds} seconds`, {
    headers: { Connection: 'close' },
  })

const tooLarge = ({ requestBytes }: ServiceLimits) =>
  new HttpProblem(
    413,
    'request-too-large',
    `the request is larger than ${Math.round((requestBytes / MEBIBYTE) * 100) / 100} MiB`,
    { hint: 'send less, or have the service started with a larger `--max-request`' },
  )

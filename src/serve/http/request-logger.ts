import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { stopwatch } from '../../batch/index.js'
import type { OpenRequests } from './open-requests.js'
import { requestIdOf } from './protocol/request-log.js'
import type { ServiceEnv, ServiceTools } from './tools/service-tools.js'

/** Gives each request its name, and writes a line for it once it is answered. */
export function logRequests(
  { log, metrics }: ServiceTools,
  requests: OpenRequests,
): MiddlewareHandler<ServiceEnv> {
  return async (c, next) => {
    const since = stopwatch()
    const requestId = requestIdOf(c.req.header('x-request-id'))
    c.set('requestId', requestId)
    c.set('bytesIn', 0)
    requests.begin()
    try {
      await next()
    } finally {
      requests.end()
    }
    c.header('X-Request-Id', requestId)
    const { method } = c.req
    const route = routeNamed(matchedRoutes(c).map(({ path }) => path))
    const ms = since()
    const { status } = c.res
    metrics.request(KNOWN_METHODS.has(method) ? method : 'other', route ?? 'none', status, ms)
    log({
      level: status >= 500 ? 'error' : status >= 400 ? 'warning' : 'info',
      event: 'request',
      request_id: requestId,
      client: c.get('client')?.name,
      method: method.slice(0, 16),
      route,
      status,
      ms,
      bytes_in: c.get('bytesIn'),
      bytes_out: numberOf(c.res.headers.get('content-length')),
      job: c.get('job'),
      warnings: numberOf(c.res.headers.get('briefwright-warnings')),
      gone: c.req.raw.signal.aborted || undefined,
    })
  }
}

const KNOWN_METHODS: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'DELETE',
  'PUT',
  'PATCH',
  'OPTIONS',
])

/** The pattern of the route, and never the address itself, which may name a recipient; undefined where there is none. */
function routeNamed(patterns: readonly string[]): string | undefined {
  return patterns.findLast(pattern => !pattern.includes('*'))?.replace(/\{.*\}$/, '')
}

const numberOf = (text: string | null) => (text === null ? undefined : Number(text))

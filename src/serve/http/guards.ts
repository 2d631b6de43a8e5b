import type { MiddlewareHandler } from 'hono'
import type { Clients } from './clients/clients.js'
import { HttpProblem } from './protocol/http-problem.js'
import type { ServiceEnv } from './tools/service-tools.js'

/**
 * Where there are no tokens, refuses what a page in somebody's browser asks for: under another name of this machine (DNS rebinding), or from another
 * origin.
 */
export function refuseForeign(): MiddlewareHandler<ServiceEnv> {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    if (!isLocal(host))
      throw new HttpProblem(403, 'foreign-host', 'the request names another host than this machine')
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== `http://${host}`)
      throw new HttpProblem(403, 'foreign-origin', 'the request comes from a page of another origin')
    await next()
  }
}

const isLocal = (host: string) => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host)

/** Tells whose request it is, or refuses it. */
export function authenticate(clients: Clients): MiddlewareHandler<ServiceEnv> {
  return async (c, next) => {
    const client = clients.identify(c.req.header('authorization'))
    if (!client)
      throw new HttpProblem(401, 'token', 'the request has no token, or one that the service does not know', {
        hint: 'send `Authorization: Bearer TOKEN`',
        headers: { 'WWW-Authenticate': 'Bearer' },
      })
    c.set('client', client)
    await next()
  }
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'

/** Passes requests on to a server, but while it is told to fail: with 503, or without any answer. */
export interface FailingProxy {
  readonly port: number
  /** Requests that failed so far. */
  readonly failed: number
  /** From now on; what has got no answer until then never does. */
  set(mode: ProxyMode): void
  close(): Promise<void>
}

export type ProxyMode = 'passes' | 'refuses' | 'hangs'

/** Starts one; `host` is where it listens. */
export async function startFailingProxy(target: number, host = '127.0.0.1'): Promise<FailingProxy> {
  const hanging = new Set<ServerResponse>()
  let mode: ProxyMode = 'passes'
  const proxy = {
    port: 0,
    failed: 0,
    set(next: ProxyMode) {
      mode = next
      for (const one of hanging) one.destroy()
      hanging.clear()
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const server: Server = createServer((asked, answer) => {
    if (mode === 'passes') return pass(asked, answer, target)
    proxy.failed++
    if (mode === 'hangs') hanging.add(answer)
    else answer.writeHead(503, { connection: 'close' }).end()
  })
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  if (typeof address === 'object' && address !== null) proxy.port = address.port
  return proxy
}

function pass(asked: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url, headers } = asked
  const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, given => {
    answer.writeHead(given.statusCode ?? 502, given.rawHeaders)
    given.pipe(answer)
  })
  passed.on('error', () => answer.destroy())
  asked.pipe(passed)
}

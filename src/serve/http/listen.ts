import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { systemErrorCode, uniqueName } from '../../batch/index.js'
import { SetupError } from '../jobs/setup-error.js'
import { HttpProblem, type ProblemStatus, problemResponse } from './protocol/http-problem.js'
import type { ServiceLimits } from './protocol/limits.js'
import type { Log } from './protocol/request-log.js'
import type { RenderService } from './service.js'

/** A service that listens. */
export interface ListeningServer {
  readonly url: string
  /** Ends all connections; whatever was asked for is to be answered before. */
  close(): Promise<void>
}

interface ListenOptions {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  readonly limits: ServiceLimits
  readonly log: Log
}

/** Has a service listen on a port of Node's own server, which cuts off clients that are too slow. */
export async function listen(service: RenderService, options: ListenOptions): Promise<ListeningServer> {
  const { host, port, limits, log } = options
  const listener = getRequestListener(request => service.answer(request), {
    overrideGlobalObjects: false,
    // What the address or the headers of a request are wrong in, before there is one.
    errorHandler: () => problemResponse(MALFORMED, uniqueName()),
  })
  const server = createServer(
    {
      headersTimeout: limits.headersSeconds * 1000,
      // A body is read by its own clock, once there is room for it.
      requestTimeout: (limits.headersSeconds + 4 * limits.bodySeconds) * 1000,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: 16_384,
    },
    (incoming, outgoing) => void (isOfOneHost(incoming) ? listener : refuseRequest)(incoming, outgoing),
  )
  server.maxConnections = MOST_CONNECTIONS
  server.on('clientError', (error: Error, socket: Socket) => refuse(error, socket, log))
  await listening(server, host, port)
  const { address, port: bound, family } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    close: () => closed(server),
  }
}

/** Milliseconds. */
const KEEP_ALIVE_MS = 5_000
const MOST_CONNECTIONS = 2_000

const MALFORMED = new HttpProblem(400, 'malformed', 'the request is not HTTP as RFC 9110 has it')

/** Node takes the first of several; whoever stands before the service may take another (RFC 9112, 3.2). */
const isOfOneHost = ({ headersDistinct }: IncomingMessage) => (headersDistinct.host ?? []).length <= 1

function refuseRequest(_: IncomingMessage, outgoing: ServerResponse): void {
  const response = problemResponse(MALFORMED, uniqueName())
  const headers = { ...Object.fromEntries(response.headers), Connection: 'close' }
  void response.text().then(body => outgoing.writeHead(response.status, headers).end(body))
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(listenError(error, host, port)))
    server.listen({ host, port }, resolve)
  })
}

function listenError(error: Error, host: string, port: number): Error {
  const code = systemErrorCode(error)
  if (code === 'EADDRINUSE')
    return new SetupError(`port ${port} of ${host} is in use`, 'name another with `--port`')
  if (code === 'EACCES')
    return new SetupError(`port ${port} of ${host} is not allowed`, 'name one above 1023 with `--port`')
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new SetupError(`\`${host}\` is no address of this machine`, 'name one with `--host`')
  return error
}

const CLIENT_ERRORS: Readonly<Record<string, readonly [ProblemStatus, string, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request-timeout', 'the request did not come in in time'],
  HPE_HEADER_OVERFLOW: [413, 'headers-too-large', 'the headers of the request are too large'],
}

/** Answers what is no request, as far as the connection still takes an answer. */
function refuse(error: Error, socket: Socket, log: Log): void {
  const code = systemErrorCode(error) ?? ''
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, kind, detail] = CLIENT_ERRORS[code] ?? [400, 'malformed', MALFORMED.detail]
  const requestId = uniqueName()
  log({ level: 'warning', event: 'refused', request_id: requestId, status, code })
  const response = problemResponse(new HttpProblem(status, kind, detail), requestId)
  void response.text().then(body => {
    const head = [
      `HTTP/1.1 ${status} ${status}`,
      `Content-Type: ${response.headers.get('content-type')}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

/** Connections that nothing goes over any more are closed, the others when their answers are sent. */
function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    const late = setTimeout(() => server.closeAllConnections(), LINGER_MS)
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS)
    server.close(() => {
      clearTimeout(late)
      clearInterval(idle)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** Milliseconds: how long a client may take over the last bytes of its answer. */
const LINGER_MS = 10_000
const IDLE_MS = 50

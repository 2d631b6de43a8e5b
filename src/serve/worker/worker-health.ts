import { createServer } from 'node:http'
import { SetupError } from '../jobs/setup-error.js'
import { withinTime } from '../jobs/within-time.js'
import type { QueueState } from '../queue/job-queue.js'

/** What tells an orchestrator how a worker is. */
export interface WorkerHealth {
  readonly port: number
  close(): Promise<void>
}

/**
 * Answers the probes of an orchestrator, from whatever machine: `/healthz` as long as the process hears anything, which is no reason to end it while Redis is
 * away, and `/readyz` if the queue answers.
 */
export async function openWorkerHealth(
  port: number,
  queue: { state(): Promise<QueueState> },
): Promise<WorkerHealth> {
  const server = createServer((request, response) => {
    const answer = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
    if (request.url === '/healthz') answer(200, 'alive')
    else if (request.url !== '/readyz') answer(404, 'there is /healthz and /readyz')
    else
      void withinTime(READY_MS, queue.state(), () => new Error('too late')).then(
        () => answer(200, 'ready'),
        () => answer(503, 'the queue does not answer'),
      )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', error =>
      reject(new SetupError(`cannot listen on port ${port}: ${error.message}`, 'name a port that is free')),
    )
    server.listen(port, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Milliseconds: probes wait for a few seconds. */
const READY_MS = 2000

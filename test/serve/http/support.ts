import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import { packageVersion } from '../../../src/batch/index.js'
import type { JobAnswer } from '../../../src/serve/http/answers/answer-schema.js'
import type { ClientFiles } from '../../../src/serve/http/clients/client.js'
import { type Clients, soleClient } from '../../../src/serve/http/clients/clients.js'
import { OPERATIONS, type Operation } from '../../../src/serve/http/operations.js'
import { PROBLEM_TYPE } from '../../../src/serve/http/protocol/http-problem.js'
import { DEFAULT_LIMITS, type ServiceLimits } from '../../../src/serve/http/protocol/limits.js'
import type { LogLine } from '../../../src/serve/http/protocol/request-log.js'
import { createService, type RenderService } from '../../../src/serve/http/service.js'
import type { JobQueue } from '../../../src/serve/queue/job-queue.js'
import { MemoryQueue } from '../../../src/serve/queue/memory-queue.js'
import { openFolderStore } from '../../../src/serve/store/folder-store.js'
import type { ObjectStore } from '../../../src/serve/store/object-store.js'
import { openWorkers, type Workers } from '../../../src/serve/worker/open-workers.js'

export const BRIEF = `title: Night trams
as_of: 2025-03-10
bottom_line: The trams run if the state pays half.
key_facts:
  - fact: The depot has cars for six lines.
quotes:
  - text: We will run them if the state pays half
    speaker: vela
    source: courier
actors:
  - id: vela
    name: Ines Vela
    role: Mayor
sources:
  - id: courier
    title: Mayor wants night trams
    type: article-newspaper
    text: sources/courier.txt
`
export const COURIER =
  'Mayor wants night trams\n\n“We will run them if the state pays half,” said Ines Vela, the mayor.\n'

/** A request for one edition of that brief. */
export const REQUEST = { brief: BRIEF, audience: 'press', sources: { 'sources/courier.txt': COURIER } }

export interface TestService {
  readonly service: RenderService
  readonly queue: JobQueue
  readonly store: ObjectStore
  readonly log: LogLine[]
  /** What is asked of the service. */
  ask(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Response>
  close(): Promise<void>
}

interface TestServiceOptions {
  readonly limits?: Partial<ServiceLimits>
  readonly clients?: Clients
  /** None if nothing is to be done. */
  readonly threads?: number
  readonly queue?: JobQueue
  readonly folder?: string
}

const NO_CONTENT: ReadonlyMap<string, Buffer> = new Map()
const NO_FILES: ClientFiles = { read: async () => NO_CONTENT }

const made: string[] = []
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-http-'))
  made.push(folder)
  return folder
}

/** Opens a service in this process, with workers in this thread. */
export async function openTestService({
  limits = {},
  clients,
  threads = 1,
  queue = new MemoryQueue(packageVersion()),
  folder = temporaryFolder(),
}: TestServiceOptions = {}): Promise<TestService> {
  const log: LogLine[] = []
  const store = await openFolderStore(folder)
  const service = createService({
    ...{ store, queue },
    clients: clients ?? soleClient(NO_FILES),
    hasTokens: clients !== undefined,
    limits: { ...DEFAULT_LIMITS, ...limits },
    version: packageVersion(),
    log: line => void log.push(line),
  })
  let workers: Workers | undefined
  if (threads > 0) workers = openWorkers({ queue, store, threads, secondsPerJob: 60, onEvent: () => {} })
  const ask: TestService['ask'] = async (path, init) => {
    const request = new Request(`http://127.0.0.1:8080${path}`, init)
    const response = await service.answer(request)
    assertDescribed(request, response)
    return response
  }
  return {
    ...{ service, queue, store, log, ask },
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    async close() {
      await service.close()
      await workers?.close(0)
      await queue.close()
      await store.close()
    },
  }
}

/** Whatever a test meets stands in the description of the service. */
function assertDescribed({ url, method }: Request, { status, headers }: Response): void {
  const { pathname } = new URL(url)
  const operations: Operation[] = Object.values(OPERATIONS)
  const isAt = ({ path }: Operation) =>
    new RegExp(`^${path.replace('{id}', '[^/]+').replace('{file}', '.+')}$`).test(pathname)
  const here = operations.filter(isAt)
  const type = headers.get('content-type')?.split(';')[0] ?? ''
  if (here.length === 0 || status === 405) {
    assert.is(status, here.length === 0 && !pathname.startsWith('/v1/') ? 404 : status)
    assert.is(type, PROBLEM_TYPE)
    return
  }
  const operation = here.find(each => each.method === (method === 'HEAD' ? 'get' : method.toLowerCase()))
  const answer = operation?.answers[status]
  if (answer) {
    assert.ok(
      status === 204 || status === 304 || type in (answer.content ?? {}),
      `${method} ${pathname}: ${status} ${type}`,
    )
    return
  }
  assert.ok(
    operation?.problems.some(problem => problem === status),
    `${method} ${pathname}: ${status}`,
  )
  assert.is(type, PROBLEM_TYPE)
}

/** How a job stands once it has ended. */
export async function endedJob(
  { ask }: TestService,
  location: string,
  headers: Readonly<Record<string, string>> = {},
) {
  for (;;) {
    const job = (await (await ask(location, { headers })).json()) as JobAnswer
    if (job.state !== 'waiting' && job.state !== 'running') return job
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

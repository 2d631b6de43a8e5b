import { Hono } from 'hono'
import { loadJsonSchemas } from '../../brief/index.js'
import type { JobQueue } from '../queue/job-queue.js'
import { StoredInputs } from '../store/inputs.js'
import type { ObjectStore } from '../store/object-store.js'
import { answerAudiences } from './answers/answer-audiences.js'
import { answerCheck } from './answers/answer-check.js'
import { answerDeletion, answerJob, answerJobFile } from './answers/answer-job.js'
import { answerRender } from './answers/answer-render.js'
import { errorResponse } from './answers/error-response.js'
import { readinessResponse } from './answers/readiness.js'
import type { Clients } from './clients/clients.js'
import { authenticate, refuseForeign } from './guards.js'
import { JobRecords } from './jobs/job-record.js'
import { RunningJobs } from './jobs/running-jobs.js'
import { OpenRequests } from './open-requests.js'
import { openApiDocument } from './openapi.js'
import { OPERATIONS, type Operation, type OperationName } from './operations.js'
import { HttpProblem } from './protocol/http-problem.js'
import { bodyBudget, type ServiceLimits } from './protocol/limits.js'
import type { Log } from './protocol/request-log.js'
import { logRequests } from './request-logger.js'
import { ByteBudget } from './requests/byte-budget.js'
import { ServiceMetrics } from './tools/metrics.js'
import type { ServiceContext, ServiceEnv, ServiceTools } from './tools/service-tools.js'

/** What a service is made of. */
export interface ServiceParts {
  readonly store: ObjectStore
  readonly queue: JobQueue
  readonly clients: Clients
  /** Whether clients are told apart by tokens; if not, only this machine is served. */
  readonly hasTokens: boolean
  readonly limits: ServiceLimits
  readonly version: string
  readonly log: Log
}

/** A render service, whatever listens for it. */
export interface RenderService {
  readonly answer: (request: Request) => Promise<Response>
  /** Takes no new work from now on, and resolves once what is asked for is answered. */
  close(): Promise<void>
}

/** Puts a service together: what is asked of all requests, then a handler for each route. */
export function createService(parts: ServiceParts): RenderService {
  const { store, queue, clients, hasTokens, limits, version, log } = parts
  const budget = new ByteBudget(bodyBudget(limits))
  const metrics = new ServiceMetrics(queue, budget)
  const running = new RunningJobs(queue, limits.jobs, (job, end, ms) => metrics.job(job, end, ms))
  const requests = new OpenRequests()
  const tools: ServiceTools = {
    ...{ store, queue, running, budget, limits, metrics, log, version },
    inputs: new StoredInputs(store),
    records: new JobRecords(store),
    isClosing: () => requests.isClosing,
  }
  const app = new Hono<ServiceEnv>()
  app.use(logRequests(tools, requests))
  if (!hasTokens) app.use(refuseForeign())
  app.use('/v1/*', authenticate(clients))
  for (const [name, operation] of Object.entries(OPERATIONS) as [OperationName, Operation][])
    app.on(operation.method.toUpperCase(), routeOf(operation), c => HANDLERS[name](c, tools))
  for (const path of new Set(Object.values(OPERATIONS).map(routeOf)))
    app.all(path, () => {
      throw methodProblem(path)
    })
  app.notFound(() => {
    throw new HttpProblem(404, 'no-route', 'there is nothing at this address', {
      hint: 'see `/openapi.json`',
    })
  })
  app.onError((error, c) => errorResponse(error, c, tools))
  const { fetch: answer } = app
  return {
    answer: async request => answer(request),
    async close() {
      await requests.close()
      running.close()
    },
  }
}

const HANDLERS: Readonly<
  Record<OperationName, (c: ServiceContext, tools: ServiceTools) => Response | Promise<Response>>
> = {
  render: answerRender,
  check: answerCheck,
  job: answerJob,
  deletion: answerDeletion,
  file: answerJobFile,
  audiences: answerAudiences,
  schema: async c => {
    const { briefJsonSchema } = await loadJsonSchemas()
    return c.body(JSON.stringify(briefJsonSchema()), 200, { 'Content-Type': 'application/schema+json' })
  },
  health: c => c.text('ok\n'),
  readiness: (_, tools) => readinessResponse(tools),
  metrics: async (c, { metrics }) =>
    c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
  openapi: async (c, { version }) => c.json(await openApiDocument(version)),
}

/** Of OpenAPI's path, the pattern of the router; files have slashes. */
function routeOf({ path }: Operation): string {
  return path.replace('{file}', ':file{.+}').replace(/\{(\w+)\}/g, ':$1')
}

function methodProblem(path: string): HttpProblem {
  const allowed = Object.values(OPERATIONS)
    .filter(operation => routeOf(operation) === path)
    .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
  const names = [...new Set(allowed)].join(', ')
  return new HttpProblem(405, 'method', `the address takes ${names}`, { headers: { Allow: names } })
}

import { severalAtATime } from '../../store/at-a-time.js'
import { resultName } from '../../store/stored-results.js'
import type { JobRecord } from '../jobs/job-record.js'
import { readPlan } from '../jobs/recent-plans.js'
import { HttpProblem } from '../protocol/http-problem.js'
import type { ServiceContext, ServiceTools } from '../tools/service-tools.js'
import { fileResponse } from './answer-file.js'
import { closingId, jobAnswer } from './job-answer.js'

/** `GET /v1/jobs/{id}`: how a job stands. */
export async function answerJob(c: ServiceContext, tools: ServiceTools): Promise<Response> {
  const answer = await jobAnswer(await recordAsked(c, tools), tools)
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
}

/** `GET /v1/jobs/{id}/files/…`: a file that the job printed, or its manifest. */
export async function answerJobFile(c: ServiceContext, tools: ServiceTools): Promise<Response> {
  const record = await recordAsked(c, tools)
  const [, encoded = ''] = /^\/v1\/jobs\/[^/]+\/files\/(.+)$/.exec(new URL(c.req.url).pathname) ?? []
  return fileResponse(record, decodedPath(encoded), tools, c.req.header('if-none-match'))
}

/** `DELETE /v1/jobs/{id}`: cancels what still waits or runs, and removes what was printed. */
export async function answerDeletion(c: ServiceContext, tools: ServiceTools): Promise<Response> {
  const { store, queue, records } = tools
  const { job } = await recordAsked(c, tools)
  const { batch, id } = job
  const plan = job.task.kind === 'plan' ? await readPlan(store, id) : undefined
  const closing = closingId(job)
  const editions = plan?.editions.map(edition => edition.id) ?? []
  const ids = job.task.kind === 'plan' ? [closing, ...editions, id] : [id]
  const names = ids.map(each => ({ batch, id: each }))
  // What closes a batch first, so that it does not begin when the editions end.
  await queue.cancel(names)
  await queue.forget(names)
  await records.delete(id)
  await severalAtATime(ids, DELETED_AT_A_TIME, each => store.delete(resultName(each)))
  return new Response(null, { status: 204 })
}

const DELETED_AT_A_TIME = 16

/** The job that the address names, if it is the client's own: of others nobody learns whether they are. */
async function recordAsked(c: ServiceContext, { records }: ServiceTools): Promise<JobRecord> {
  const id = c.req.param('id') ?? ''
  const record = await records.get(id, c.get('client').name)
  if (!record) throw new HttpProblem(404, 'no-job', 'there is no such job')
  c.set('job', id)
  return record
}

function decodedPath(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw new HttpProblem(400, 'malformed', 'the address is not percent-encoded UTF-8')
  }
}

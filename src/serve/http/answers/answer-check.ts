import { Findings, hasErrors } from '../../../diagnostics/index.js'
import type { CheckTask } from '../../jobs/job.js'
import { jobId } from '../../jobs/job-id.js'
import { type JobResult, readResult } from '../../store/stored-results.js'
import { ClientGone } from '../protocol/client-gone.js'
import { refuseUnaccepted } from '../protocol/negotiation.js'
import { requestFiles } from '../requests/request-files.js'
import { checkRequest } from '../requests/request-schema.js'
import { receive } from '../tools/receive.js'
import type { ServiceContext, ServiceTools } from '../tools/service-tools.js'
import { problemOfEnd } from './ended-answer.js'
import { findingsProblem } from './findings-problem.js'
import { jsonFindings } from './job-answer.js'

/** `POST /v1/check`: what `check --json` says of the brief. */
export async function answerCheck(c: ServiceContext, tools: ServiceTools): Promise<Response> {
  refuseUnaccepted(c.req.header('accept'), 'application/json')
  const client = c.get('client')
  const job = await receive(c, tools, checkRequest, async ({ fields, parts }) => {
    const findings = new Findings()
    const beneath = await client.workspace.read()
    const { path, files } = requestFiles(fields, parts, beneath, tools.limits, findings.report)
    if (hasErrors(findings.all)) throw findingsProblem(findings.all)
    const inputs = await tools.inputs.put(files)
    const task: CheckTask = { kind: 'check', path }
    const named = { version: tools.version, client: client.name, inputs, task }
    return { ...named, id: jobId(named) }
  })
  c.set('job', job.id)
  const known = await readResult(tools.store, 'check', job.id)
  if (known) {
    tools.metrics.cachedAnswer()
    return checkResponse(known)
  }
  const running = await tools.running.begin(job)
  const end = await tools.running.wait(running, c.req.raw.signal)
  if (!end) throw new ClientGone()
  const result = end.state === 'done' ? await readResult(tools.store, 'check', job.id) : undefined
  if (!result) throw problemOfEnd(end)
  return checkResponse(result)
}

function checkResponse({ head: { ok, findings, proofs } }: JobResult<'check'>): Response {
  const answer = { ok, diagnostics: jsonFindings(findings), proofs }
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
}

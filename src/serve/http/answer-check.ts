import { Findings, hasErrors } from '../../diagnostics/index.js'
import type { CheckTask } from '../jobs/job.js'
import { jobId } from '../jobs/job-id.js'
import { ClientGone } from './client-gone.js'
import { problemOfEnd } from './ended-answer.js'
import { findingsProblem } from './findings-problem.js'
import { jsonFindings } from './job-answer.js'
import { refuseUnaccepted } from './negotiation.js'
import { receive } from './receive.js'
import { requestFiles } from './request-files.js'
import { checkRequest } from './request-schema.js'
import { type JobResult, readResult } from './results.js'
import type { ServiceContext, ServiceTools } from './service-tools.js'

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

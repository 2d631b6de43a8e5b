import { setTimeout as sleep } from 'node:timers/promises'
import { Findings, hasErrors } from '../../../diagnostics/index.js'
import type { Job, RenderTask } from '../../jobs/job.js'
import { jobId } from '../../jobs/job-id.js'
import { type JobResult, readResult } from '../../store/stored-results.js'
import { editionOf, filesOf, MEDIA_TYPES, plainType } from '../jobs/edition-files.js'
import type { JobRecord } from '../jobs/job-record.js'
import { attemptOf } from '../jobs/running-jobs.js'
import { ClientGone } from '../protocol/client-gone.js'
import { matchesTag, refuseUnaccepted } from '../protocol/negotiation.js'
import { appliedPreferences, type Preferences, readPreferences } from '../protocol/preferences.js'
import { isoTime } from '../protocol/request-log.js'
import { QUEUE_MS, within } from '../protocol/within.js'
import { askedWork } from '../requests/asked-work.js'
import { requestFiles } from '../requests/request-files.js'
import { renderRequest } from '../requests/request-schema.js'
import { receive } from '../tools/receive.js'
import type { ServiceContext, ServiceTools } from '../tools/service-tools.js'
import { disposition, FILE_HEADERS } from './answer-file.js'
import { problemOfEnd } from './ended-answer.js'
import { findingsProblem } from './findings-problem.js'
import { fileAddress, jobAddress, jobAnswer, jsonFindings } from './job-answer.js'

/** `POST /v1/render`: the bytes of one edition, or where a job can be followed. */
export async function answerRender(c: ServiceContext, tools: ServiceTools): Promise<Response> {
  const client = c.get('client')
  const { job, task } = await receive(c, tools, renderRequest, async ({ fields, parts }) => {
    const findings = new Findings()
    const beneath = await client.workspace.read()
    const files = requestFiles(fields, parts, beneath, tools.limits, findings.report)
    if (hasErrors(findings.all)) throw findingsProblem(findings.all)
    const work = askedWork(fields, files, tools.limits.editions)
    if (work.task.kind === 'render')
      refuseUnaccepted(c.req.header('accept'), plainType(MEDIA_TYPES[work.task.options.format ?? 'pdf']))
    const inputs = await tools.inputs.put(work.files)
    const named = { version: tools.version, client: client.name, inputs, task: work.task }
    return { job: { ...named, id: jobId(named) }, task: work.task }
  })
  c.set('job', job.id)
  const preferences = readPreferences(c.req.header('prefer') ?? null)
  if (task.kind === 'plan') return followed(c, tools, job, preferences)
  const known = await readResult(tools.store, 'render', job.id)
  if (known) {
    tools.metrics.cachedAnswer()
    return editionResponse(c, tools, job, task, known)
  }
  if (preferences.respondAsync && preferences.wait === undefined) return followed(c, tools, job, preferences)
  return waited(c, tools, job, task, preferences)
}

type UnnamedJob = Omit<Job, 'batch'>

/** Waits for an edition, as long as the client does or likes. */
async function waited(
  c: ServiceContext,
  tools: ServiceTools,
  job: UnnamedJob,
  task: RenderTask,
  preferences: Preferences,
): Promise<Response> {
  const running = await tools.running.begin(job)
  const { wait } = preferences
  const { signal } = c.req.raw
  const patience = wait === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(wait * 1000)])
  if (wait !== undefined) {
    running.isKept = true
    await tools.records.put(recordOf(running.job))
  }
  const end = await tools.running.wait(running, patience)
  if (!end && wait !== undefined) return jobResponse(202, recordOf(running.job), tools, preferences)
  if (!end) throw new ClientGone()
  const result = end.state === 'done' ? await readResult(tools.store, 'render', job.id) : undefined
  if (!result) throw problemOfEnd(end)
  return editionResponse(c, tools, job, task, result, appliedPreferences({ respondAsync: false, wait }))
}

const recordOf = (job: Job): JobRecord => ({ client: job.client, created: isoTime(), job })

/** The bytes of an edition, or what is wrong with its brief. */
async function editionResponse(
  c: ServiceContext,
  tools: ServiceTools,
  job: UnnamedJob,
  task: RenderTask,
  { head, files }: JobResult<'render'>,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  if (!head.ok) throw findingsProblem(head.findings)
  const headers = { ...FILE_HEADERS, ...more, ETag: `"${job.id}"` }
  if (matchesTag(c.req.header('if-none-match'), job.id)) return new Response(null, { status: 304, headers })
  if (!(await tools.records.get(job.id, job.client))) await tools.records.put(recordOf(attemptOf(job)))
  const names = filesOf(editionOf(task), head.format, files.length)
  const [name = ''] = names
  const warnings = jsonFindings(head.findings).filter(({ severity }) => severity === 'warning')
  const links = [
    `<${jobAddress(job.id)}>; rel="describedby"`,
    ...names.slice(1).map(next => `<${fileAddress(job.id, next)}>; rel="next"`),
  ]
  const [bytes = Buffer.alloc(0)] = files
  return new Response(bytes, {
    headers: {
      ...headers,
      'Content-Length': String(bytes.length),
      'Content-Type': MEDIA_TYPES[head.format],
      'Content-Disposition': disposition(name.replaceAll('/', '-')),
      'Briefwright-Warnings': String(warnings.length),
      Link: links.join(', '),
    },
  })
}

/** Begins a job that nobody need wait for; one that is there already stays as it is, unless it came to nothing. */
async function followed(
  c: ServiceContext,
  tools: ServiceTools,
  job: UnnamedJob,
  preferences: Preferences,
): Promise<Response> {
  const known = await tools.records.get(job.id, job.client)
  const standing = known && (await jobAnswer(known, tools))
  const isLost = standing === undefined || standing.state === 'failed' || standing.state === 'cancelled'
  if (known && !isLost) return awaited(c, known, tools, preferences)
  await tools.running.refuseIfFull()
  const record = recordOf(attemptOf(job))
  await tools.records.put(record)
  await within(QUEUE_MS, tools.queue.enqueue([record.job]))
  return awaited(c, record, tools, preferences)
}

/** How the job stands, after the time that the client would wait for its end. */
async function awaited(
  c: ServiceContext,
  record: JobRecord,
  tools: ServiceTools,
  preferences: Preferences,
): Promise<Response> {
  if (preferences.wait === undefined) return jobResponse(202, record, tools, preferences)
  const until = AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(preferences.wait * 1000)])
  for (let pause = 50; !until.aborted && !tools.isClosing(); pause = Math.min(1000, pause * 2)) {
    const { state } = await jobAnswer(record, tools)
    if (state !== 'waiting' && state !== 'running') return jobResponse(200, record, tools, preferences)
    await sleep(pause, undefined, { signal: until }).catch(() => {})
  }
  return jobResponse(202, record, tools, preferences)
}

async function jobResponse(
  status: 200 | 202,
  record: JobRecord,
  tools: ServiceTools,
  preferences: Preferences,
): Promise<Response> {
  const answer = await jobAnswer(record, tools)
  return Response.json(answer, {
    status,
    headers: {
      Location: jobAddress(answer.id),
      'Cache-Control': 'no-store',
      ...appliedPreferences(preferences),
    },
  })
}

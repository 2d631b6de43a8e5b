import { type ManifestEntry, outputFile } from '../../../batch/index.js'
import {
  deserializeDiagnostic,
  diagnosticToJson,
  type JsonDiagnostic,
  type SerializedDiagnostic,
  sha256,
  sortDiagnostics,
} from '../../../diagnostics/index.js'
import type { Job, PlanHead, RenderTask } from '../../jobs/job.js'
import { jobId } from '../../jobs/job-id.js'
import type { JobQueue, JobStanding } from '../../queue/job-queue.js'
import type { ObjectStore } from '../../store/object-store.js'
import { type JobResult, readResult, resultName } from '../../store/stored-results.js'
import { editionOf, filesOf } from '../jobs/edition-files.js'
import type { JobRecord } from '../jobs/job-record.js'
import { readPlan } from '../jobs/recent-plans.js'
import { QUEUE_MS, within } from '../protocol/within.js'
import type { FileAnswer, JobAnswer } from './answer-schema.js'
import { endedAnswer } from './ended-answer.js'

/** Where jobs stand and what came of them. */
export interface JobSources {
  readonly store: ObjectStore
  readonly queue: JobQueue
}

/** Findings as the command line has them with `--json`. */
export function jsonFindings(findings: readonly SerializedDiagnostic[]): JsonDiagnostic[] {
  return sortDiagnostics(findings.map(deserializeDiagnostic)).map(diagnosticToJson)
}

/** Says how a job stands. */
export async function jobAnswer(record: JobRecord, sources: JobSources): Promise<JobAnswer> {
  const { job, created } = record
  const kind = job.task.kind === 'plan' ? ('batch' as const) : ('render' as const)
  const known = { id: job.id, kind, created, ...NOTHING_YET }
  return job.task.kind === 'render'
    ? renderAnswer(known, job, job.task, sources)
    : batchAnswer(known, job, sources)
}

const NOTHING_YET = {
  state: 'waiting',
  ok: null,
  progress: { done: 0, total: null },
  diagnostics: [],
  files: [],
  missing: [],
  manifest: null,
  error: null,
} as const satisfies Omit<JobAnswer, 'id' | 'kind' | 'created'>

async function renderAnswer(
  known: JobAnswer,
  job: Job,
  task: RenderTask,
  { store, queue }: JobSources,
): Promise<JobAnswer> {
  // Before the store, which has the result of whatever has ended.
  const [standing] = await within(QUEUE_MS, queue.list([job]))
  const result = await readResult(store, 'render', job.id)
  if (result) return { ...known, ...renderedAnswer(job.id, task, result) }
  return { ...known, progress: { done: 0, total: 1 }, ...standingAnswer(standing) }
}

/** What came of one edition. */
export function renderedAnswer(
  id: string,
  task: RenderTask,
  { head, files }: JobResult<'render'>,
): Pick<JobAnswer, 'state' | 'ok' | 'progress' | 'diagnostics' | 'files'> {
  const name = editionOf(task)
  const { brief, audience, lang = null } = name
  const { format, pages } = head
  const names = filesOf(name, format, files.length)
  return {
    state: 'done',
    ok: head.ok,
    progress: { done: 1, total: 1 },
    diagnostics: jsonFindings(head.findings),
    files: files.map((bytes, index) => {
      const file = names[index] ?? ''
      const facts = { format, brief, audience, recipient: null, lang, pages }
      return { file, href: fileAddress(id, file), sha256: sha256(bytes), ...facts }
    }),
  }
}

async function batchAnswer(known: JobAnswer, job: Job, sources: JobSources): Promise<JobAnswer> {
  const { store, queue } = sources
  const id = closingId(job)
  const [planning, closing] = await within(QUEUE_MS, queue.list([job, { batch: job.batch, id }]))
  const plan = await readPlan(store, job.id)
  if (!plan) return { ...known, ...standingAnswer(planning) }
  const { editions } = plan
  const summed = await readResult(store, 'manifest', id)
  if (summed) {
    const { ok, findings, missing } = summed.head
    return {
      ...known,
      ...{ state: 'done', ok },
      progress: { done: editions.length, total: editions.length },
      diagnostics: jsonFindings(findings),
      files: summed.head.editions.map(entry => fileAnswer(job.id, entry)),
      missing: missing.map(outputFile),
      manifest: fileAddress(job.id, MANIFEST),
    }
  }
  // A plan has ended once its jobs are on the queue.
  const isAtWork = [planning, closing].some(each => each?.state === 'waiting' || each?.state === 'running')
  const standing = isAtWork ? RUNNING : standingAnswer(closing)
  return { ...known, ...standing, ...(await progressOf(job, plan, sources)) }
}

const RUNNING = { state: 'running', ok: null, error: null } as const

/** How far a batch is: its editions are counted by the queue, and those that it has forgotten by their results. */
async function progressOf(
  { batch }: Job,
  { editions, findings }: PlanHead,
  { store, queue }: JobSources,
): Promise<Pick<JobAnswer, 'progress' | 'diagnostics'>> {
  const standings = await within(QUEUE_MS, queue.list(editions.map(({ id }) => ({ batch, id }))))
  let done = 0
  for (const [index, { state }] of standings.entries()) {
    const id = editions[index]?.id ?? ''
    if (state === 'ended' || (state === 'unknown' && (await store.has(resultName(id))))) done += 1
  }
  return { progress: { done, total: editions.length }, diagnostics: jsonFindings(findings) }
}

function standingAnswer(standing: JobStanding | undefined): Pick<JobAnswer, 'state' | 'ok' | 'error'> {
  if (standing?.state === 'waiting' || standing?.state === 'running')
    return { state: standing.state, ok: null, error: null }
  return endedAnswer(standing?.state === 'ended' ? standing.end : undefined)
}

const fileAnswer = (id: string, entry: ManifestEntry): FileAnswer => {
  const { file, sha256: hash, format, brief, audience, recipient, lang, pages } = entry
  return { file, href: fileAddress(id, file), sha256: hash, format, brief, audience, recipient, lang, pages }
}

/** The job that sums a batch up. */
export function closingId({ version, client, inputs, id }: Job): string {
  return jobId({ version, client, inputs, task: { kind: 'manifest', plan: id } })
}

export const MANIFEST = 'manifest.json'

export const jobAddress = (id: string) => `/v1/jobs/${id}`

/** Where a file of a job is. */
export function fileAddress(id: string, file: string): string {
  return `${jobAddress(id)}/files/${file.split('/').map(encodeURIComponent).join('/')}`
}

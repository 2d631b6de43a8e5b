import { type ManifestEntry, manifestText, parseOutputFile } from '../../../batch/index.js'
import { sha256 } from '../../../diagnostics/index.js'
import { readResult } from '../../store/stored-results.js'
import { bytesOf, editionOf, filesOf, findFile, MEDIA_TYPES } from '../jobs/edition-files.js'
import type { JobRecord } from '../jobs/job-record.js'
import { readPlan } from '../jobs/recent-plans.js'
import { HttpProblem } from '../protocol/http-problem.js'
import { matchesTag } from '../protocol/negotiation.js'
import { closingId, type JobSources, MANIFEST } from './job-answer.js'

/** A file of a job, as it is sent. */
interface JobFile {
  readonly bytes: Buffer
  readonly type: string
}

/** Answers with a file of a job. */
export async function fileResponse(
  record: JobRecord,
  file: string,
  sources: JobSources,
  ifNoneMatch: string | undefined,
): Promise<Response> {
  const found = await (record.job.task.kind === 'render' ? renderedFile : batchFile)(record, file, sources)
  if (!found) throw new HttpProblem(404, 'no-file', 'the job has no such file, or not yet')
  const tag = sha256(found.bytes)
  const headers = { ETag: `"${tag}"`, ...FILE_HEADERS }
  if (matchesTag(ifNoneMatch, tag)) return new Response(null, { status: 304, headers })
  const name = file.split('/').at(-1) ?? file
  return new Response(found.bytes, {
    headers: {
      ...headers,
      'Content-Type': found.type,
      'Content-Length': String(found.bytes.length),
      'Content-Disposition': disposition(name),
    },
  })
}

/** Whatever stands in a page, a browser is to run nothing of it in the name of the service. */
export const FILE_HEADERS = {
  'Cache-Control': 'private, no-cache',
  'Content-Security-Policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
  'X-Content-Type-Options': 'nosniff',
} as const

/** The name that a file is saved by (RFC 6266). */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, each => `%${each.charCodeAt(0).toString(16)}`)
  return `inline; filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${encoded}`}`
}

async function renderedFile(
  { job }: JobRecord,
  file: string,
  { store }: JobSources,
): Promise<JobFile | undefined> {
  const result = await readResult(store, 'render', job.id)
  if (!result || job.task.kind !== 'render') return undefined
  const { format } = result.head
  const index = filesOf(editionOf(job.task), format, result.files.length).indexOf(file)
  const bytes = result.files[index]
  return bytes && { bytes, type: MEDIA_TYPES[format] }
}

async function batchFile(
  { job }: JobRecord,
  file: string,
  { store }: JobSources,
): Promise<JobFile | undefined> {
  if (file === MANIFEST) {
    const summed = await readResult(store, 'manifest', closingId(job))
    return summed && manifestFile(summed.head.editions, summed.head.missing)
  }
  const plan = await readPlan(store, job.id)
  const found = plan && findFile(plan, file)
  const result = found && (await readResult(store, 'print', found.id))
  const bytes = result && bytesOf(result.head, result.files, found)
  return bytes && { bytes, type: MEDIA_TYPES[parseOutputFile(file).format] }
}

function manifestFile(
  editions: readonly ManifestEntry[],
  missing: Parameters<typeof manifestText>[1],
): JobFile {
  return { bytes: Buffer.from(manifestText(editions, missing)), type: 'application/json' }
}

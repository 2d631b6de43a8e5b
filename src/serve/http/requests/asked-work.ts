import type { EditionFormat } from '../../../edition/index.js'
import type { BatchOptions, PlanTask, RenderTask } from '../../jobs/job.js'
import { type FieldError, HttpProblem } from '../protocol/http-problem.js'
import type { RequestFiles } from './request-files.js'
import type { RenderRequest } from './request-schema.js'

/** What a request comes to: one edition, whose bytes are the answer, or a batch. */
export interface AskedWork {
  readonly task: RenderTask | PlanTask
  /** With recipients, where the request brings them. */
  readonly files: ReadonlyMap<string, Buffer>
}

/** Tells what a request asks for. */
export function askedWork(
  request: RenderRequest,
  { path, files }: RequestFiles,
  mostEditions: number,
): AskedWork {
  const { audience, format, lang, data } = request
  const isBatch = audience === 'all' || data !== undefined || [audience, format, lang].some(Array.isArray)
  const created = request.created === undefined ? undefined : milliseconds(request.created)
  if (!isBatch) {
    const { recipient, paper, theme } = request
    const options = {
      audience: one(audience),
      format: one(format ?? 'pdf'),
      whole: request.whole,
      ...{ recipient, paper, theme, created },
      lang: lang === undefined ? undefined : one(lang),
      allowUnverified: request.allow_unverified,
    }
    return { task: { kind: 'render', path, options }, files }
  }
  refuseForBatch(request)
  const recipients = data === undefined ? undefined : recipientsFile(data, files)
  if (Array.isArray(data) && data.length > mostEditions)
    throw new HttpProblem(413, 'too-many-editions', `there are more than ${mostEditions} recipients`)
  const options: BatchOptions = {
    briefs: [path],
    audiences: audience === 'all' ? [] : [audience].flat(),
    languages: lang === undefined ? [] : [lang].flat(),
    formats: [...new Set<EditionFormat>([format ?? 'pdf'].flat())],
    whole: request.whole === true,
    paper: request.paper,
    theme: request.theme,
    created,
    allowUnverified: request.allow_unverified === true,
    data: recipients?.path,
    mostEditions,
  }
  const withData = recipients ? new Map([...files, [recipients.path, recipients.bytes]]) : files
  return { task: { kind: 'plan', options }, files: withData }
}

function one<T>(value: T | T[]): T {
  const [first] = [value].flat()
  return first as T
}

/** Recipients as a file of the workspace, of a name that none there has. */
function recipientsFile(data: NonNullable<RenderRequest['data']>, files: ReadonlyMap<string, Buffer>) {
  const isText = typeof data === 'string'
  let path = isText ? 'data.csv' : 'data.jsonl'
  while (files.has(path)) path = `_${path}`
  const text = isText ? data : data.map(row => `${JSON.stringify(row)}\n`).join('')
  return { path, bytes: Buffer.from(text) }
}

function refuseForBatch({ recipient, data, lang }: RenderRequest): void {
  if (recipient !== undefined)
    throw wrongField('recipient', 'a batch has its recipients in `data`', 'send `data: [{…}]` in its place')
  if (data !== undefined && lang !== undefined)
    throw wrongField(
      'lang',
      '`lang` does not go with `data`',
      'give each row its language in a column `lang`',
    )
}

/** Of a date, the beginning of its day in UTC. */
function milliseconds(text: string): number {
  const time = Date.parse(text)
  if (DATE.test(text) && time >= 0 && time < Date.UTC(10_000, 0)) return time
  const hint = 'write `2025-01-20`, or `2025-01-20T08:00:00Z`, from 1970 to 9999'
  throw wrongField('created', '`created` is no date that a document can have', hint)
}

const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))?$/i

function wrongField(field: string, message: string, hint: string): HttpProblem {
  const error: FieldError = { field, message, hint }
  return new HttpProblem(400, 'fields', message, { hint, errors: [error] })
}

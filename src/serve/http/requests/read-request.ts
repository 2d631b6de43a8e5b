import * as v from 'valibot'
import { describeSchemaIssue, unknownKeys } from '../../../brief/index.js'
import { HttpProblem } from '../protocol/http-problem.js'
import { countJsonValues } from '../protocol/json-values.js'
import type { ServiceLimits } from '../protocol/limits.js'
import { parseJson, utf8 } from '../protocol/text-of-body.js'
import { type ParsedForm, parseForm } from './multipart.js'

/** A request as it was sent, checked by its schema: its fields, and files that came as parts of a form. */
export interface ReadRequest<T> {
  readonly fields: T
  /** By part and name. */
  readonly parts: ParsedForm['files']
}

/** Reads the body of a request, JSON or a form. */
export async function readRequest<S extends v.GenericSchema>(
  schema: S,
  contentType: string | undefined,
  body: Buffer,
  limits: ServiceLimits,
): Promise<ReadRequest<v.InferInput<S>>> {
  const [type = ''] = (contentType ?? '').split(';').map(text => text.trim().toLowerCase())
  if (type === 'application/json') {
    const count = countJsonValues(body, limits.values)
    if (count > limits.values)
      throw new HttpProblem(413, 'too-many-values', `the body has more than ${limits.values} values`)
    const fields = checkFields(schema, parseJson(utf8(body, 'the body')), count > MOST_TOLD)
    return { fields, parts: [] }
  }
  if (type === 'multipart/form-data') {
    const { fields, files } = await parseForm(contentType ?? '', body, limits)
    return { fields: checkFields(schema, fields, false), parts: files }
  }
  throw new HttpProblem(
    415,
    'media-type',
    type ? `the body is \`${type.slice(0, 60)}\`` : 'the request has no `Content-Type`',
    { hint: 'send `application/json` or `multipart/form-data`' },
  )
}

const MOST_ERRORS = 20
/** Values of which all errors are looked for: of more, the first. */
const MOST_TOLD = 5_000
/** Fields that are looked at: no request has so many. */
const MOST_FIELDS = 50

function checkFields<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  onlyFirst: boolean,
): v.InferInput<S> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpProblem(400, 'fields', `the body is ${kindOf(value)}, expected an object`, {
      hint: 'send `{"brief": "…", "audience": "…"}`',
      errors: [{ field: '', message: 'no object', hint: 'send `{"brief": "…", "audience": "…"}`' }],
    })
  if (Object.keys(value).length > MOST_FIELDS)
    throw new HttpProblem(400, 'fields', `the request has more than ${MOST_FIELDS} fields`)
  const unknown = unknownKeys(schema, value)
  const isUnknown = (path: readonly unknown[]) => unknown.some(other => other.path.join() === path.join())
  const { issues = [] } = v.safeParse(schema, value, { abortEarly: onlyFirst })
  const wrong = issues.map(describeIssue).filter(({ path }) => !isUnknown(path))
  const errors = [...unknown, ...wrong]
  // The values themselves: the schema changes none, and leaves out keys such as `constructor`.
  if (errors.length === 0) return value as v.InferInput<S>
  throw new HttpProblem(400, 'fields', cut(errors[0]?.message ?? 'wrong fields'), {
    hint: errors[0]?.hint,
    errors: errors.slice(0, MOST_ERRORS).map(({ path, message, hint }) => ({
      field: cut(path.join('.')),
      message: cut(message),
      hint,
    })),
  })
}

/** In the words of JSON; values themselves may be long. */
function describeIssue(issue: v.BaseIssue<unknown>): ReturnType<typeof describeSchemaIssue> {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  const name = `\`${path.join('.')}\``
  const { input, type } = issue
  if (type === 'min_length') return { path, message: `${name} is empty` }
  if (input === undefined) return { path, message: `${name} is missing` }
  const isShort = typeof input === 'string' && input.length <= MOST_SHOWN
  const choice = [issue, ...(issue.issues ?? [])].find(each => each.type === 'picklist')
  if (choice && isShort)
    return { ...describeSchemaIssue({ ...choice, path: issue.path } as typeof issue), path }
  const expected = EXPECTED[type]
  const message = `${name} is ${kindOf(input)}${expected ? `, expected ${expected}` : ''}`
  return { path, message, hint: expected ? undefined : 'see `/openapi.json` for what it can be' }
}

const MOST_SHOWN = 60

/** The names of files and columns are the client's. */
const cut = (text: string) => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text)
const MOST_CHARACTERS = 300

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  boolean: '`true` or `false`',
  record: 'an object',
  strict_object: 'an object',
  array: 'a list',
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return (
    { object: 'an object', string: 'a text', number: 'a number', boolean: 'true or false' }[
      typeof value as 'object'
    ] ?? 'something else'
  )
}

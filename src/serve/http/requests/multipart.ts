import { HttpProblem } from '../protocol/http-problem.js'
import { countJsonValues } from '../protocol/json-values.js'
import type { ServiceLimits } from '../protocol/limits.js'
import { parseJson, utf8 } from '../protocol/text-of-body.js'

/** The fields and files of a form. */
export interface ParsedForm {
  readonly fields: Record<string, unknown>
  readonly files: readonly FormFile[]
}

export interface FormFile {
  readonly part: FilePart
  /** As the client names it, with folders if it likes. */
  readonly name: string
  readonly bytes: Buffer
}

/** Parts that are files, any number of each. */
const FILE_PARTS = ['sources', 'pictures', 'templates', 'files'] as const
type FilePart = (typeof FILE_PARTS)[number]
/** Parts that are texts, sent as values or as files. */
const TEXT_PARTS = ['brief', 'data'] as const

/** Reads `multipart/form-data`: each field of a request as a part of its own, or all but files as JSON in `options`. */
export async function parseForm(
  contentType: string,
  body: Buffer,
  limits: ServiceLimits,
): Promise<ParsedForm> {
  refuseManyParts(contentType, body, limits.files + PLAIN_PARTS)
  const form = await formOf(contentType, body)
  const fields: Record<string, unknown> = {}
  const files: FormFile[] = []
  for (const [name, value] of form) {
    const part = FILE_PARTS.find(each => each === name)
    if (part) {
      if (typeof value === 'string') throw wrongPart(name, 'it is no file', 'send it with a `filename`')
      files.push({ part, name: value.name, bytes: Buffer.from(await value.arrayBuffer()) })
    } else if (name === 'options') Object.assign(fields, await optionsOf(value, limits))
    else if (TEXT_PARTS.some(each => each === name) && typeof value !== 'string') {
      add(fields, name, utf8(Buffer.from(await value.arrayBuffer()), `the part \`${name}\``))
      if (name === 'brief' && /\.ya?ml$/i.test(value.name)) fields.path ??= `briefs/${baseName(value.name)}`
    } else if (typeof value !== 'string') throw wrongPart(name, 'it is a file', PARTS)
    else add(fields, name, plainValue(name, value))
  }
  return { fields, files }
}

type FormValue = NonNullable<ReturnType<FormData['get']>>

const PARTS = `files are \`brief\`, \`data\`, ${FILE_PARTS.map(part => `\`${part}\``).join(', ')}`

/** Parts that are no files. */
const PLAIN_PARTS = 20

/** Each part costs memory beyond its bytes. */
function refuseManyParts(contentType: string, body: Buffer, most: number): void {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw new HttpProblem(400, 'malformed', '`Content-Type` names no boundary')
  let count = 0
  for (let at = body.indexOf(`--${boundary}`); at !== -1; at = body.indexOf(`--${boundary}`, at + 1)) {
    count += 1
    if (count > most) throw new HttpProblem(413, 'too-many-parts', `the form has more than ${most} parts`)
  }
}

async function formOf(contentType: string, body: Buffer): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'Content-Type': contentType } }).formData()
  } catch {
    throw new HttpProblem(400, 'malformed', 'the body is no form as its `Content-Type` says')
  }
}

async function optionsOf(value: FormValue, { values }: ServiceLimits): Promise<object> {
  const text = typeof value === 'string' ? value : utf8(Buffer.from(await value.arrayBuffer()), '`options`')
  if (countJsonValues(Buffer.from(text), values) > values)
    throw new HttpProblem(413, 'too-many-values', `\`options\` has more than ${values} values`)
  const options = parseJson(text)
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return options
  throw wrongPart('options', 'it is no object', 'send `{"audience": "press"}`')
}

/** A part that is there several times is a list. */
function add(fields: Record<string, unknown>, name: string, value: unknown): void {
  const before = fields[name]
  fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

function plainValue(name: string, value: string): unknown {
  if (name === 'allow_unverified' || name === 'whole') return BOOLEANS.get(value) ?? value
  return name === 'recipient' ? parseJson(value) : value
}

const baseName = (path: string) => path.split(/[/\\]/).at(-1) ?? path

const wrongPart = (name: string, what: string, hint: string) =>
  new HttpProblem(400, 'fields', `the part \`${name.slice(0, 60)}\`: ${what}`, {
    hint,
    errors: [{ field: name.slice(0, 60), message: what, hint }],
  })

import { posix } from 'node:path'
import { type DiagnosticCode, type Report, SourceFile, shorten } from '../../../diagnostics/index.js'
import { HttpProblem } from '../protocol/http-problem.js'
import { MEBIBYTE, type ServiceLimits } from '../protocol/limits.js'
import type { FormFile } from './multipart.js'
import type { CheckRequest, FileContent } from './request-schema.js'

/** What a request and the workspace of its client come to, by paths from the root of a workspace. */
export interface RequestFiles {
  readonly path: string
  readonly files: ReadonlyMap<string, Buffer>
}

export const DEFAULT_BRIEF_PATH = 'briefs/brief.yaml'

/**
 * Puts the files of a request over those of its client's workspace. A path that leads out of the workspace, or is there twice, is a finding, and
 * nothing is done then.
 */
export function requestFiles(
  { brief, path = DEFAULT_BRIEF_PATH, sources = {}, files = {} }: CheckRequest,
  parts: readonly FormFile[],
  beneath: ReadonlyMap<string, Buffer>,
  limits: ServiceLimits,
  report: Report,
): RequestFiles {
  const count = Object.keys(sources).length + Object.keys(files).length + parts.length
  if (count >= limits.files)
    throw new HttpProblem(413, 'too-many-files', `there are more than ${limits.files} files`)
  const own = new Map<string, Buffer>()
  const add = new FileAdder(own, report)
  const place = add.path('path', path)
  if (place !== undefined && !/[^/]\.ya?ml$/i.test(place))
    add.refuse('path', `\`${shorten(path)}\` names no brief`, `name a file such as \`${DEFAULT_BRIEF_PATH}\``)
  if (place !== undefined) own.set(place, Buffer.from(brief))
  const folder = posix.dirname(place ?? DEFAULT_BRIEF_PATH)
  const besides = (name: string) => (name.startsWith('briefs/') ? name : joined(folder, name))
  for (const [name, content] of Object.entries(sources)) add.file('sources', besides(name), content)
  for (const [name, content] of Object.entries(files)) add.file('files', name, content)
  for (const { part, name, bytes } of parts) add.bytes(part, placeOfPart(part, name, besides), bytes)
  refuseLarge(own, limits)
  return { path: place ?? path, files: new Map([...beneath, ...own]) }
}

/** Absolute ones stay so, to be refused. */
const joined = (folder: string, name: string) => (name.startsWith('/') ? name : `${folder}/${name}`)

/** A file of a form that is named without a folder stands where such files usually do. */
function placeOfPart(part: FormFile['part'], name: string, besides: (name: string) => string): string {
  if (part === 'files') return name
  if (part === 'templates') return /^\/|^templates\//.test(name) ? name : `templates/${name}`
  return besides(name.includes('/') ? name : `${part}/${name}`)
}

class FileAdder {
  constructor(
    readonly files: Map<string, Buffer>,
    readonly report: Report,
  ) {}

  /** A path from the root; undefined if it cannot be one. */
  path(field: string, name: string): string | undefined {
    const path = posix.normalize(name.normalize('NFC'))
    if (path.startsWith('/') || path === '..' || path.startsWith('../') || /^[a-z]:/i.test(path)) {
      const message = `\`${shorten(name)}\` in \`${field}\` leads out of the workspace`
      this.#report('path-outside-workspace', field, message, 'give a path such as `briefs/sources/a.txt`')
      return undefined
    }
    if (path === '.' || path.endsWith('/') || /[\\\p{Cc}\uFFFD]|\p{Cs}/u.test(path) || path.length > 500) {
      this.refuse(
        field,
        `\`${shorten(name)}\` cannot name a file`,
        'give a path such as `briefs/sources/a.txt`',
      )
      return undefined
    }
    if (/^\.briefwright(?:\/|$)/i.test(path)) {
      this.refuse(
        field,
        `\`${shorten(name)}\` stands where the program keeps its own files`,
        'give a path such as `briefs/sources/a.txt`',
      )
      return undefined
    }
    return path
  }

  file(field: string, name: string, content: FileContent): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : decoded(field, name, content.base64)
    this.bytes(field, name, bytes)
  }

  bytes(field: string, name: string, bytes: Buffer): void {
    const path = this.path(field, name)
    if (path === undefined) return
    if (this.files.has(path))
      this.refuse(field, `\`${shorten(path)}\` is given twice`, 'remove one of the two')
    else this.files.set(path, bytes)
  }

  refuse(field: string, message: string, hint: string): void {
    this.#report('invalid-value', field, message, hint)
  }

  #report(code: DiagnosticCode, field: string, message: string, hint: string): void {
    this.report(code, { file: new SourceFile(field, ''), range: { start: 0, end: 0 } }, message, hint)
  }
}

function decoded(field: string, name: string, text: unknown): Buffer {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : undefined
  const length = typeof text === 'string' ? text.replace(/=+$/, '').length : 0
  if (bytes && bytes.length === Math.floor((length * 3) / 4) && length % 4 !== 1) return bytes
  const message = `\`${shorten(name)}\` is not base64`
  throw new HttpProblem(400, 'fields', message, { errors: [{ field: `${field}.${shorten(name)}`, message }] })
}

function refuseLarge(files: ReadonlyMap<string, Buffer>, { fileBytes }: ServiceLimits): void {
  for (const [path, { length }] of files)
    if (length > fileBytes)
      throw new HttpProblem(
        413,
        'file-too-large',
        `\`${shorten(path)}\` is larger than ${Math.round((fileBytes / MEBIBYTE) * 100) / 100} MiB`,
      )
}

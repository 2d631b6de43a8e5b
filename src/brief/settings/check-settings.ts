import * as v from 'valibot'
import { closest, didYouMean, type Place } from '../../diagnostics/index.js'
import type { FieldPath } from '../yaml/tree.js'
import { describeSchemaIssue, type SettingsProblem } from './describe-issue.js'
import type { SettingsData, SettingsReport } from './read-settings.js'

type Schema = v.GenericSchema<unknown, unknown>

/** Checks settings against their schema: every wrong value and every unknown key is a finding at its place. */
export function checkSettings<S extends Schema>(
  schema: S,
  settings: SettingsData,
  report: SettingsReport,
): v.InferOutput<S> | undefined {
  const unknown = unknownKeys(schema, settings.data)
  for (const { path, message, hint } of unknown) report(settings.place(path, 'key'), message, hint)
  const result = v.safeParse(schema, settings.data)
  for (const problem of (result.issues ?? []).map(describeSchemaIssue))
    if (!isMisspelt(problem, unknown) && !unknown.some(({ path }) => isWithin(problem.path, path)))
      reportProblem(problem, settings.place(problem.path), report)
  return result.success && unknown.length === 0 ? result.output : undefined
}

/** What is missing in a list that stands in the place of settings is no further finding. */
const isWithin = (path: FieldPath, whole: FieldPath): boolean =>
  path.length >= whole.length && whole.every((key, index) => path[index] === key)

/** Reports what a schema finds wrong; a value that is empty because it is a comment was reported when it was read. */
export function reportProblem(
  { kind, message, hint }: SettingsProblem,
  { file, range }: Place,
  report: SettingsReport,
): void {
  const line = file.line(file.position(range.start).line)
  const isComment = kind === 'empty' && /:\s+#[^\s#]/.test(file.text.slice(line.start, line.end))
  if (!isComment) report({ file, range }, message, hint ?? (kind === 'empty' ? 'fill it in' : undefined))
}

/** What is missing because it stands there under another name was said already. */
function isMisspelt({ kind, path }: SettingsProblem, unknown: readonly SettingsProblem[]): boolean {
  return (
    kind === 'missing' &&
    unknown.some(
      other =>
        other.path.length === path.length &&
        other.path.slice(0, -1).join('.') === path.slice(0, -1).join('.') &&
        closest(String(other.path.at(-1)), [String(path.at(-1))]) !== undefined,
    )
  )
}

/** The keys that a schema does not have, at any depth. */
export function unknownKeys(schema: unknown, value: unknown, path: FieldPath = []): SettingsProblem[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && TAKES_KEYS.has(unwrapped(schema).type))
    return [{ path, message: `\`${path.join('.')}\` is a list`, hint: 'write each setting as `name: value`' }]
  if (Array.isArray(value))
    return value.flatMap((item, index) => unknownKeys(unwrapped(schema).item, item, [...path, index]))
  const known = entriesOf(schema)
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    if (!known) return unknownKeys(elementOf(schema), inner, here)
    if (Object.hasOwn(known, key)) return unknownKeys(known[key], inner, here)
    return [{ path: here, message: `unknown key \`${key}\``, hint: didYouMean(key, Object.keys(known)) }]
  })
}

/** Kinds of schemas that a list passes as settings with numbers for names. */
const TAKES_KEYS: ReadonlySet<unknown> = new Set(['record', 'object'])

interface SchemaParts {
  readonly type?: unknown
  readonly wrapped?: unknown
  readonly entries?: Readonly<Record<string, unknown>>
  readonly value?: unknown
  readonly item?: unknown
}

function entriesOf(schema: unknown): SchemaParts['entries'] {
  return unwrapped(schema).entries
}

/** The schema of the values of a record. */
function elementOf(schema: unknown): unknown {
  const { type, value } = unwrapped(schema)
  return type === 'record' ? value : undefined
}

/** What `optional` and its like are about. */
function unwrapped(schema: unknown): SchemaParts {
  const parts = (schema ?? {}) as SchemaParts
  return parts.wrapped === undefined ? parts : unwrapped(parts.wrapped)
}

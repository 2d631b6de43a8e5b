import * as v from 'valibot'
import { didYouMean } from '../../diagnostics/index.js'
import type { FieldPath } from '../yaml/tree.js'
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
  for (const { path, message, hint } of (result.issues ?? []).map(describeSchemaIssue))
    report(settings.place(path), message, hint)
  return result.success && unknown.length === 0 ? result.output : undefined
}

/** Something wrong in settings, and where. */
export interface SettingsProblem {
  readonly path: FieldPath
  readonly message: string
  readonly hint?: string | undefined
}

/** The keys that a schema does not have, at any depth. */
export function unknownKeys(schema: unknown, value: unknown, path: FieldPath = []): SettingsProblem[] {
  if (typeof value !== 'object' || value === null) return []
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

/** Describes in words what a schema finds wrong. */
export function describeSchemaIssue(issue: v.BaseIssue<unknown>): SettingsProblem {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  const name = path.length === 0 ? 'the file' : `\`${path.join('.')}\``
  if (issue.input === undefined) return { path, message: `${name} is missing` }
  if (issue.type === 'length')
    return { path, message: `${name} has ${issue.received} entries, expected ${issue.expected}` }
  if (issue.type === 'check' || issue.type === 'regex') return { path, message: `${name}: ${issue.message}` }
  const message = `${name} is \`${issue.received}\`, expected \`${issue.expected}\``
  const isWord = typeof issue.input === 'number' || typeof issue.input === 'boolean'
  return issue.expected === 'string' && isWord
    ? { path, message, hint: 'put it in quotes' }
    : { path, message }
}

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

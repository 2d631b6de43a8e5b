import * as v from 'valibot'
import { didYouMean } from '../../diagnostics/index.js'
import type { FieldPath } from '../brief.js'
import type { SettingsData, SettingsReport } from './read-settings.js'

type Schema = v.GenericSchema<unknown, unknown>

/** Holds settings against their schema: every fault and every unknown key is a finding where it stands. */
export function checkSettings<S extends Schema>(
  schema: S,
  settings: SettingsData,
  fault: SettingsReport,
): v.InferOutput<S> | undefined {
  const strangers = unknownKeys(schema, settings.data)
  for (const { path, message, hint } of strangers) fault(settings.place(path, 'key'), message, hint)
  const result = v.safeParse(schema, settings.data)
  for (const { path, message, hint } of (result.issues ?? []).map(describeSchemaIssue))
    fault(settings.place(path), message, hint)
  return result.success && strangers.length === 0 ? result.output : undefined
}

/** What is wrong with settings, and where in them. */
export interface SettingsProblem {
  readonly path: FieldPath
  readonly message: string
  readonly hint?: string | undefined
}

/** The keys that a schema does not have, at any depth. */
export function unknownKeys(schema: unknown, value: unknown, path: FieldPath = []): SettingsProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const known = entriesOf(schema)
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    if (!known) return unknownKeys(elementOf(schema), inner, here)
    if (Object.hasOwn(known, key)) return unknownKeys(known[key], inner, here)
    return [{ path: here, message: `unknown key \`${key}\``, hint: didYouMean(key, Object.keys(known)) }]
  })
}

/** Words what a schema finds wrong. */
export function describeSchemaIssue(issue: v.BaseIssue<unknown>): SettingsProblem {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  const name = path.length === 0 ? 'the file' : `\`${path.join('.')}\``
  if (issue.input === undefined) return { path, message: `${name} is missing` }
  if (issue.type === 'length')
    return { path, message: `${name} has ${issue.received} entries, expected ${issue.expected}` }
  if (issue.type === 'check' || issue.type === 'regex') return { path, message: `${name}: ${issue.message}` }
  return { path, message: `${name} is \`${issue.received}\`, expected \`${issue.expected}\`` }
}

interface SchemaParts {
  readonly type?: unknown
  readonly wrapped?: unknown
  readonly entries?: Readonly<Record<string, unknown>>
  readonly value?: unknown
}

function entriesOf(schema: unknown): SchemaParts['entries'] {
  const { entries, wrapped } = (schema ?? {}) as SchemaParts
  return entries ?? (wrapped === undefined ? undefined : entriesOf(wrapped))
}

/** Of a record, the schema of its values. */
function elementOf(schema: unknown): unknown {
  const { type, value, wrapped } = (schema ?? {}) as SchemaParts
  return type === 'record' ? value : wrapped === undefined ? undefined : elementOf(wrapped)
}

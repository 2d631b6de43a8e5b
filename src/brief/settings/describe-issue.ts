import type * as v from 'valibot'
import { didYouMean } from '../../diagnostics/index.js'
import type { FieldPath } from '../yaml/tree.js'

/** Something wrong in settings, and where. */
export interface SettingsProblem {
  readonly path: FieldPath
  readonly message: string
  readonly hint?: string | undefined
  readonly kind?: 'missing' | 'empty' | undefined
}

/** Describes in words what a schema finds wrong. */
export function describeSchemaIssue(issue: v.BaseIssue<unknown>): SettingsProblem {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  const name = path.length === 0 ? 'the file' : `\`${path.join('.')}\``
  const { input, type, received } = issue
  if (input === undefined) return { path, message: `${name} is missing`, kind: 'missing' }
  if (input === null) return { path, message: `${name} is empty`, kind: 'empty' }
  if (type === 'length')
    return { path, message: `${name} has ${received} entries, expected ${issue.expected}` }
  if (type === 'check' || type === 'regex') return { path, message: `${name}: ${issue.message}` }
  const found = typeof input === 'object' ? (Array.isArray(input) ? 'a list' : 'settings') : `\`${input}\``
  const choices = type === 'picklist' ? choicesIn(issue.expected) : undefined
  if (choices) return { path, message: `${name} is ${found}`, hint: didYouMean(String(input), choices) }
  const isWord = type === 'string' && (typeof input === 'number' || typeof input === 'boolean')
  const message = `${name} is ${found}, expected ${expectedOf(issue)}`
  return isWord ? { path, message, hint: 'put it in quotes' } : { path, message }
}

function choicesIn(expected: string | null): string[] {
  return [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(match => match[1] ?? '')
}

function expectedOf({ type, expected, requirement }: v.BaseIssue<unknown>): string {
  if (type === 'min_value') return `${requirement} or more`
  if (type === 'max_value') return `${requirement} or less`
  return EXPECTED[type] ?? `\`${expected}\``
}

const EXPECTED: Readonly<Record<string, string>> = {
  object: 'settings, each as `name: value`',
  record: 'settings, each as `name: value`',
  array: 'a list: `[one, two]`',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
}

import { Citation, Citations, Text, Verbatim } from '../edition/index.js'
import { Html } from './html.js'

/** A group of fields of an edition's data: an item of a list, an actor, a source. */
export type Fields = Readonly<Record<string, unknown>>

/** The words of a value that is one piece of text, of whatever kind. */
export function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Text) return String(value)
  if (value instanceof Verbatim || value instanceof Html) return value.text
  return undefined
}

/** Whether a value has something to print, as conditions of templates ask. */
export function holds(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (value instanceof Citations) return value.list.length > 0
  if (value instanceof Html) return value.html !== ''
  const words = typeof value === 'number' ? undefined : wordsOf(value)
  return words === undefined ? Boolean(value) : words.trim() !== ''
}

/** Whether two values read the same, whichever kind of text they are. */
export function isSame(a: unknown, b: unknown): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  return left === undefined || right === undefined ? a === b : left === right
}

/** A value as a group of fields; for all else, nothing. */
export function fieldsOf(value: unknown): Fields | undefined {
  const isGroup =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    wordsOf(value) === undefined &&
    !(value instanceof Citation) &&
    !(value instanceof Citations)
  return isGroup ? (value as Fields) : undefined
}

/** A field of a group that is the group's own, never one of its prototype. */
export function fieldOf(value: unknown, name: string): unknown {
  const fields = fieldsOf(value)
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** A value as a list, for helpers that take one; what is absent is an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value === undefined || value === null || value === false) return []
  throw new Error('the value is not a list')
}

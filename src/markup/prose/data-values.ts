import { PlainValue, ProseText, SourceCitation, SourceCitations, Verbatim } from '../../edition/index.js'
import { SafeHtml } from '../html/safe-html.js'

/** A group of fields in an edition's data: an item of a list, an actor, a source. */
export type DataFields = Readonly<Record<string, unknown>>

/** The text of a value that is text of any kind, or a number. */
export function valueText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof ProseText || value instanceof PlainValue) return String(value)
  if (value instanceof Verbatim || value instanceof SafeHtml) return value.text
  return undefined
}

/** Whether a value has something to print, as conditions of templates define it. */
export function hasValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (value instanceof SourceCitations) return value.list.length > 0
  if (value instanceof SafeHtml) return value.html !== ''
  if (value instanceof PlainValue) return hasValue(value.value)
  const words = typeof value === 'number' ? undefined : valueText(value)
  return words === undefined ? Boolean(value) : words.trim() !== ''
}

/** Whether two values read the same, whichever kind of text they are. */
export function readsTheSame(a: unknown, b: unknown): boolean {
  const [left, right] = [valueText(a), valueText(b)]
  return left === undefined || right === undefined ? a === b : left === right
}

/** A value as a group of fields; undefined for any other value. */
export function asDataFields(value: unknown): DataFields | undefined {
  const isGroup =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    valueText(value) === undefined &&
    !(value instanceof SourceCitation) &&
    !(value instanceof SourceCitations)
  return isGroup ? (value as DataFields) : undefined
}

/** A field of a group: one of its own, never of its prototype. */
export function ownField(value: unknown, name: string): unknown {
  const fields = asDataFields(value)
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** A value as a list, for helpers that take one; what is absent is an empty list. */
export function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (value === undefined || value === null || value === false) return []
  throw new Error('the value is not a list')
}

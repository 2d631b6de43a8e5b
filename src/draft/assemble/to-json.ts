import type { Range } from '../../diagnostics/index.js'
import { type DraftField, isDraftList } from './draft-field.js'

/** A draft as data. */
export interface DraftJson {
  /** The fields of the brief; an item of a list also has `at` and `review`. */
  readonly brief: Readonly<Record<string, unknown>>
  /** The same of the fields that are no lists. */
  readonly fields: Readonly<Record<string, DraftFieldInfo>>
}

interface DraftFieldInfo {
  /** What is left to do. */
  readonly review?: string
  /** Where the words stand: paragraphs count from 1, characters (UTF-16) from 0, `end` exclusive. */
  readonly at?: readonly { readonly paragraph: number; readonly start: number; readonly end: number }[]
}

/** Gives a draft as data, with the places of all its words in the article. */
export function draftToJson(
  parts: readonly DraftField[],
  paragraphAt: (offset: number) => number,
): DraftJson {
  const about = ({ review, at }: { review?: string; at?: readonly Range[] }): DraftFieldInfo => ({
    ...(review !== undefined && { review }),
    ...(at && { at: at.map(({ start, end }) => ({ paragraph: paragraphAt(start), start, end })) }),
  })
  const toValue = ({ value }: DraftField) =>
    isDraftList(value) ? value.map(item => ({ ...item.fields, ...about(item) })) : value
  return {
    brief: Object.fromEntries(parts.map(part => [part.key, toValue(part)])),
    fields: Object.fromEntries(
      parts.filter(({ review, at }) => review !== undefined || at).map(part => [part.key, about(part)]),
    ),
  }
}

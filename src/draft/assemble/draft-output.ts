import { writeYaml, type YamlComment } from '../../brief/index.js'
import type { Range } from '../../diagnostics/index.js'
import { type DraftField, isDraftList } from './draft-field.js'

/** Writes a draft for a person to edit: comments that begin with `review:` say what is left to do. */
export function draftToYaml(fields: readonly DraftField[], articlePath: string): string {
  const comments: YamlComment[] = []
  for (const { key, value, review } of fields) {
    if (review !== undefined) comments.push({ path: [key], text: `review: ${review}`, position: 'above' })
    if (!isDraftList(value)) continue
    for (const [index, item] of value.entries()) {
      if (item.review !== undefined)
        comments.push({ path: [key, index], text: `review: ${item.review}`, position: 'above' })
      for (const [field, text] of Object.entries(item.comments ?? {}))
        comments.push({ path: [key, index, field], text, position: 'beside' })
    }
  }
  const data = Object.fromEntries(
    fields.map(({ key, value }) => [key, isDraftList(value) ? value.map(({ fields }) => fields) : value]),
  )
  return writeYaml(data, comments, yamlHeader(articlePath))
}

function yamlHeader(articlePath: string): string {
  return `yaml-language-server: $schema=brief.schema.json

A first draft, made by rules from ${articlePath.replace(/[\p{Cc}\p{Cf}]/gu, ' ')}. Nobody has read it yet: all sentences
are the article's own, chosen by their form. Comments that begin with "review" say what is left to do;
\`briefwright check\` lists them until they are deleted.`
}

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
  /** Where the words are from: paragraphs count from 1, characters (UTF-16) from 0, `end` is exclusive. */
  readonly at?: readonly { readonly paragraph: number; readonly start: number; readonly end: number }[]
}

/** Gives a draft as data, with the ranges of the article that its words are from. */
export function draftToJson(
  fields: readonly DraftField[],
  paragraphAt: (offset: number) => number,
): DraftJson {
  const about = ({ review, at }: { review?: string; at?: readonly Range[] }): DraftFieldInfo => ({
    ...(review !== undefined && { review }),
    ...(at && { at: at.map(({ start, end }) => ({ paragraph: paragraphAt(start), start, end })) }),
  })
  const toValue = ({ value }: DraftField) =>
    isDraftList(value) ? value.map(item => ({ ...item.fields, ...about(item) })) : value
  return {
    brief: Object.fromEntries(fields.map(field => [field.key, toValue(field)])),
    fields: Object.fromEntries(
      fields.filter(({ review, at }) => review !== undefined || at).map(field => [field.key, about(field)]),
    ),
  }
}

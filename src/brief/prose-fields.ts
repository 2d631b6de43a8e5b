import type { Brief } from './brief.js'
import { parseWordingKey } from './notation/wording-key.js'
import { shapeOfBrief, type ValueShape } from './schema/shape.js'
import type { FieldPath } from './yaml/tree.js'

/** A prose text of a brief, in one of its wordings. */
export interface ProseField {
  /** Leads to the text itself: for wordings, its last segment is the key, such as `default` or `public.es`. */
  readonly path: FieldPath
  /** Inline Markdown with Pandoc citations. */
  readonly text: string
  /** The audience that a wording is for; undefined for what all read, or all that are not named. */
  readonly audience: string | undefined
  /** The language that a wording is in (BCP 47); undefined for that of the brief. */
  readonly lang: string | undefined
}

/** Every prose text of a brief, in every wording, found by the schema: for rules that apply to all prose. */
export function proseFields({ data, knownAudiences, customFields }: Brief): readonly ProseField[] {
  const fields: ProseField[] = []
  addProseFields(data, shapeOfBrief(customFields), [], knownAudiences, fields)
  return fields
}

function addProseFields(
  value: unknown,
  shape: ValueShape,
  path: FieldPath,
  audiences: readonly string[],
  fields: ProseField[],
): void {
  if (value === undefined) return
  if (shape.kind === 'prose') addWordings(value, path, audiences, fields)
  else if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries())
      addProseFields(item, shape.of, [...path, index], audiences, fields)
  } else if (shape.kind === 'fields' && isRecord(value)) {
    for (const [key, field] of shape.entries)
      if (value[key] !== undefined) addProseFields(value[key], field.shape, [...path, key], audiences, fields)
  }
}

function addWordings(
  value: unknown,
  path: FieldPath,
  audiences: readonly string[],
  fields: ProseField[],
): void {
  if (typeof value === 'string') fields.push({ path, text: value, audience: undefined, lang: undefined })
  else if (isRecord(value)) {
    for (const [name, text] of Object.entries(value)) {
      const key = parseWordingKey(name, audiences)
      if (key && typeof text === 'string') fields.push({ path: [...path, name], text, ...key })
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

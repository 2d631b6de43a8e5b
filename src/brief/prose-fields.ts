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
export function proseFields({ data, knownAudiences }: Brief): Iterable<ProseField> {
  return proseFieldsIn(data, shapeOfBrief(), [], knownAudiences)
}

function* proseFieldsIn(
  value: unknown,
  shape: ValueShape,
  path: FieldPath,
  audiences: readonly string[],
): Generator<ProseField> {
  if (value === undefined) return
  if (shape.kind === 'prose') yield* wordingsOf(value, path, audiences)
  else if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* proseFieldsIn(item, shape.of, [...path, index], audiences)
  } else if (shape.kind === 'fields' && isRecord(value)) {
    for (const [key, field] of shape.entries)
      yield* proseFieldsIn(value[key], field.shape, [...path, key], audiences)
  }
}

function* wordingsOf(value: unknown, path: FieldPath, audiences: readonly string[]): Generator<ProseField> {
  if (typeof value === 'string') yield { path, text: value, audience: undefined, lang: undefined }
  else if (isRecord(value)) {
    for (const [name, text] of Object.entries(value)) {
      const key = parseWordingKey(name, audiences)
      if (key && typeof text === 'string') yield { path: [...path, name], text, ...key }
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

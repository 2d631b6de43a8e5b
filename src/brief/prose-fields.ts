import type { Brief, Path } from './brief.js'
import { type Shape, shapeOfBrief } from './schema/shape.js'

export interface ProseField {
  /** Leads to the text itself: for wordings, its last segment is the audience's name or `default`. */
  readonly path: Path
  /** Inline Markdown with Pandoc citations. */
  readonly text: string
  /** The audience that a wording is for; undefined for what all read, or all that are not named. */
  readonly audience: string | undefined
}

/** Every prose text of a brief, in every wording, found by the schema: for rules that hold wherever prose stands. */
export function proseFields(brief: Pick<Brief, 'data'>): Iterable<ProseField> {
  return walk(brief.data, shapeOfBrief(), [])
}

function* walk(value: unknown, shape: Shape, path: Path): Generator<ProseField> {
  if (value === undefined) return
  if (shape.kind === 'prose') yield* wordingsOf(value, path)
  else if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, shape.of, [...path, index])
  } else if (shape.kind === 'fields' && isRecord(value)) {
    for (const [key, field] of shape.entries) yield* walk(value[key], field.shape, [...path, key])
  }
}

function* wordingsOf(value: unknown, path: Path): Generator<ProseField> {
  if (typeof value === 'string') yield { path, text: value, audience: undefined }
  else if (isRecord(value)) {
    for (const [name, text] of Object.entries(value)) {
      const audience = name === 'default' ? undefined : name
      if (typeof text === 'string') yield { path: [...path, name], text, audience }
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

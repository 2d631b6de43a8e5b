import type { Place, SourceFile } from '../diagnostics/index.js'
import type { BriefData } from './schema/schema.js'

/** Where a value stands in the YAML: keys and indices from the root, such as `['quotes', 0, 'text']`. */
export type FieldPath = readonly (string | number)[]

/** A brief that fits the schema and whose references all resolve. */
export interface Brief {
  readonly file: SourceFile
  readonly data: BriefData
  /** The names that keys of wordings may have, listed in the brief or not. */
  readonly knownAudiences: readonly string[]
  /** The place of a value, or of its key; for a path that the YAML lacks, of its nearest ancestor. */
  place(path: FieldPath, part?: 'key' | 'value'): Place
  /** The place of characters `start` to `end` (UTF-16) of a text value, through escapes, folding and indents. */
  placeWithin(path: FieldPath, start: number, end: number): Place
}

import type { SourceFile } from '../diagnostics/index.js'
import type { MarkingSchemes } from './markings/marking-schemes.js'
import type { CustomFields } from './schema/custom-fields.js'
import type { BriefData } from './schema/schema.js'
import type { DataFile } from './tables/data-file.js'
import type { YamlPlaces } from './yaml/places.js'

/** A brief that fits the schema and whose references all resolve. Places are found by paths in its data. */
export interface Brief extends YamlPlaces {
  readonly file: SourceFile
  readonly data: BriefData
  /** The audience names that keys of wordings may have, whether the brief lists them or not. */
  readonly knownAudiences: readonly string[]
  /** The marking schemes whose labels it bears. */
  readonly markings: MarkingSchemes
  /** The CSV files that its tables and charts take figures from, by their paths as written; those that could be read. */
  readonly dataFiles: ReadonlyMap<string, DataFile>
  /** The fields that its `custom` may have, as templates declare them. */
  readonly customFields: CustomFields
}

/** An entry of a brief's `audiences`, its short form written out. */
export interface AudienceEntry {
  readonly audience: string
  readonly title?: unknown
  readonly limit?: number | undefined
  readonly theme?: string | undefined
}

/** The editions that a brief asks for, in its order, with what it sets differently for each. */
export function listedAudiences({ audiences = [] }: BriefData): readonly AudienceEntry[] {
  return audiences.map(entry => (typeof entry === 'string' ? { audience: entry } : entry))
}

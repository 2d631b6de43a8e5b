import * as v from 'valibot'
import {
  CUSTOM_FIELD_TYPES,
  type CustomFields,
  type CustomFieldType,
  isSettingsTree,
  type SettingsData,
  type SettingsReport,
} from '../brief/index.js'
import type { Place } from '../diagnostics/index.js'

/** A field of `custom` of a brief that a template declares. */
export interface DeclaredField {
  readonly type: CustomFieldType
  /** Whether no edition for the audience is made without it. */
  readonly required: boolean
}

/** By name. */
export type DeclaredFields = ReadonlyMap<string, DeclaredField>

/** The key `fields` of front matter. */
export const fieldsSetting = v.optional(
  v.record(
    v.string(),
    v.object({ type: v.picklist(CUSTOM_FIELD_TYPES), required: v.optional(v.boolean(), false) }),
  ),
  {},
)

/** What a template can name in `custom.NAME` without brackets, and a brief as a key. */
const FIELD_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u

/** Reports fields that no template could print by their names. */
export function reportFieldNames(
  names: Iterable<string>,
  { place }: SettingsData,
  report: SettingsReport,
): void {
  for (const name of names)
    if (!FIELD_NAME.test(name))
      report(
        place(['fields', name], 'key'),
        `\`${name}\` is not a name of a field`,
        'use letters, digits, `_` and `-`, beginning with a letter',
      )
}

/** A declared field with the place of its name, however the rest of the front matter is. */
export interface DeclaredPlace {
  readonly name: string
  readonly place: Place
}

/** The fields that front matter declares, as far as it can be read: for checks of a template that is faulty elsewhere, too. */
export function declaredFieldsIn({ data, place }: SettingsData): {
  readonly types: CustomFields
  readonly places: readonly DeclaredPlace[]
} {
  const fields = isSettingsTree(data.fields) ? Object.entries(data.fields) : []
  const typeOf = (field: unknown): CustomFieldType => {
    const given = isSettingsTree(field) ? field.type : undefined
    return CUSTOM_FIELD_TYPES.find(type => type === given) ?? 'text'
  }
  return {
    types: new Map(fields.map(([name, field]) => [name, typeOf(field)])),
    places: fields.map(([name]) => ({ name, place: place(['fields', name], 'key') })),
  }
}

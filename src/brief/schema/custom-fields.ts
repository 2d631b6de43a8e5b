/** What a field of a house's own, which a template declares, may hold. */
export const CUSTOM_FIELD_TYPES = ['text', 'prose', 'date', 'number', 'list'] as const
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number]

/** The fields that `custom` of a brief may have, by their names. */
export type CustomFields = ReadonlyMap<string, CustomFieldType>

export const NO_CUSTOM_FIELDS: CustomFields = new Map()

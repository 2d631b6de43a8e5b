import type { CustomFields, CustomFieldType } from '../../brief/index.js'
import type { Report, SourceFile } from '../../diagnostics/index.js'
import { type Audience, declaredFieldsIn, readTemplateSettings } from '../../edition/index.js'

/** The fields of `custom` that the templates of a workspace declare. */
export interface FieldsOfTemplates {
  readonly types: CustomFields
  /** The first audience by name that declares a field, by the field. */
  readonly declaredBy: ReadonlyMap<string, string>
}

/** Collects what all templates declare; of a field that several do, the type is that of the first. */
export function fieldsOfTemplates(
  templates: readonly (readonly [audience: string, file: SourceFile | undefined])[],
): FieldsOfTemplates {
  const types = new Map<string, CustomFieldType>()
  const declaredBy = new Map<string, string>()
  for (const [audience, file] of templates) {
    const settings = file && readTemplateSettings(file, () => {})?.settings
    if (!settings) continue
    for (const [name, type] of declaredFieldsIn(settings).types) {
      if (types.has(name)) continue
      types.set(name, type)
      declaredBy.set(name, audience)
    }
  }
  return { types, declaredBy }
}

/** A brief is read once for all audiences: a field cannot be a number for one and a text for another. */
export function reportOtherTypes(
  { name: own, fields, template }: Audience,
  { types, declaredBy }: FieldsOfTemplates,
  report: Report,
): void {
  for (const [name, { type }] of fields) {
    const first = types.get(name)
    if (first === undefined || first === type) continue
    const settings = readTemplateSettings(template, () => {})?.settings
    const other = declaredBy.get(name) ?? own
    report(
      'audience-invalid',
      settings?.place(['fields', name, 'type']) ?? { file: template, range: { start: 0, end: 0 } },
      `\`custom.${name}\` is \`${type}\` here, and \`${first}\` in \`${other}\``,
      'give it the same type in both, or another name in one',
    )
  }
}

import type { Brief } from '../brief/index.js'
import type { Report } from '../diagnostics/index.js'
import type { Audience } from './edition.js'
import { withMarkOfPortion } from './portion-marks.js'

/** What a template sees of `custom`: each field is a portion of its own. */
export function customData(values: unknown, brief: Brief): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, withMarkOfPortion(value, brief)]),
  )
}

/** Reports what a template must have and a brief does not; true if there is any. */
export function lacksCustomFields({ data, place }: Brief, audience: Audience, report: Report): boolean {
  const held = data.custom ?? {}
  const missing = [...audience.fields].filter(
    ([name, { required }]) => required && !Object.hasOwn(held, name),
  )
  for (const [name] of missing)
    report(
      'custom-field-missing',
      place(['custom'], 'key'),
      `\`${audience.name}\` asks for \`custom.${name}\`, which the brief does not have`,
      data.custom === undefined ? `add \`custom: { ${name}: … }\`` : `add \`${name}: …\` to \`custom\``,
    )
  return missing.length > 0
}

/** Reports fields that no audience declares that a brief is printed for. */
export function reportUnservedCustomFields(
  { data, place }: Brief,
  audiences: readonly Audience[],
  report: Report,
): void {
  for (const name of Object.keys(data.custom ?? {}))
    if (!audiences.some(({ fields }) => fields.has(name)))
      report(
        'custom-field-unserved',
        place(['custom', name], 'key'),
        `no audience that the brief is for declares \`custom.${name}\``,
        'add an audience that does to `audiences`, or remove the field',
      )
}

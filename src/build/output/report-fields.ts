import type { Report } from '../../diagnostics/index.js'
import type { PlannedEdition } from '../plan/plan.js'

/** Reports what an edition prints of its recipient and the row does not have: the letter would have a hole. */
export function reportFields({ edition, recipient }: PlannedEdition, report: Report): void {
  if (!recipient) return
  const { fields, columns, place } = recipient
  for (const { field, by } of edition.required) {
    if (!Object.hasOwn(fields, field))
      report(
        'recipient-column',
        columns,
        `the column \`${field}\` is missing, and \`${by}\` prints it`,
        `add the column, or test for it in the template: \`{{#if recipient.${field}}}\``,
      )
    else if (fields[field] === '' || fields[field] === null)
      report('recipient-field-empty', place, `\`${field}\` is empty, and \`${by}\` prints it`)
  }
}

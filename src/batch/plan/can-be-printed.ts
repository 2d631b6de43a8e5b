import { ErrorTracker, type Report } from '../../diagnostics/index.js'
import type { PlannedEdition } from './planned-edition.js'

/** Whether nothing that is known before an edition is printed keeps it from that; what its row lacks is reported. */
export function canBePrinted(planned: PlannedEdition, report: Report): boolean {
  const watch = new ErrorTracker(report)
  reportMissingFields(planned, watch.report)
  const { broken, selection } = planned.audience
  return !planned.brief.failed && !broken && selection !== undefined && !watch.failed
}

/** Reports what an edition prints of its recipient and the row does not have: the letter would have a hole. */
function reportMissingFields({ audience, recipient }: PlannedEdition, report: Report): void {
  if (!recipient) return
  const { fields, columns, place } = recipient
  for (const { field, by } of audience.required) {
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

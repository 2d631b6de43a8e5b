import { type Report, SourceFile } from '../../diagnostics/index.js'
import { checkRequests } from '../recipients/check-row.js'
import { readObjectRow } from '../recipients/read-json-lines.js'
import type { Recipient, RowFields } from '../recipients/recipient.js'
import { placeOfOption } from '../workspace/known-names.js'

/** Reads a recipient as a mail merge reads a line of JSON, but that an `id`, which names a file there, may be missing. */
export function givenRecipient(
  fields: RowFields,
  audiences: readonly string[],
  report: Report,
): Recipient | undefined {
  const json = jsonOf(fields)
  if (json === undefined) {
    const hint = 'give an object of texts, numbers and yes or no'
    report('recipients-invalid', placeOfOption('recipient'), 'the recipient cannot be written as JSON', hint)
    return undefined
  }
  const row = readObjectRow(new SourceFile('recipient', json), report)
  const asked = row && checkRequests(row, { audiences, report })
  if (!asked) return undefined
  const { place, columns } = row
  return { id: String(row.fields.id ?? ''), fields: row.fields, ...asked, place, columns }
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

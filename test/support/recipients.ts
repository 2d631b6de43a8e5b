import { SourceFile } from '../../src/diagnostics/index.js'
import type { RecipientData } from '../../src/edition/index.js'

/** A row of a mail merge, in the second line of its file. */
export function recipientOf(
  fields: RecipientData['fields'],
  row = Object.values(fields).join(),
): RecipientData {
  const file = new SourceFile('people.csv', row, 2)
  return { fields, place: { file, range: { start: 0, end: row.length } } }
}

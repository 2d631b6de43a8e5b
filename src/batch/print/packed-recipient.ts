import { type Place, SourceFile } from '../../diagnostics/index.js'
import type { EditionReader } from '../../edition/index.js'
import { wholeRow } from '../csv/row-text.js'
import type { Recipient } from '../recipients/recipient.js'

/** A recipient as plain data, for another thread. */
export interface PackedRecipient {
  readonly fields: Recipient['fields']
  readonly row: PackedRow
  /** The row that names the columns. */
  readonly columns: PackedRow
}

interface PackedRow {
  readonly path: string
  readonly line: number
  readonly text: string
}

export function packRecipient({ fields, place, columns }: Recipient): PackedRecipient {
  return { fields, row: packRow(place), columns: packRow(columns) }
}

export function unpackRecipient({ fields, row, columns }: PackedRecipient): EditionReader['recipient'] {
  return { fields, place: unpackRow(row), columns: unpackRow(columns) }
}

function packRow({ file: { path, firstLine, text } }: Place): PackedRow {
  return { path, line: firstLine, text }
}

function unpackRow({ path, line, text }: PackedRow): Place {
  return wholeRow(new SourceFile(path, text, line))
}

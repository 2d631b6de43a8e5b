import type { Place, SourceFile } from '../../diagnostics/index.js'
import type { RowFields } from './recipient.js'

/** Bytes; what is longer is no row, but a file with a quotation mark or a line end missing. */
export const MAX_ROW_BYTES = 1024 * 1024

/** A row as its file has it, before its columns are asked what they mean. */
export interface DataRow {
  readonly fields: RowFields
  /** The number of its first line. */
  readonly line: number
  readonly place: Place
  readonly columns: Place
  /** Where the value of a column stands, or else the row. Searched for anew each time. */
  readonly placeOf: (column: string) => Place
}

/** The whole of a row's text, without its line end. */
export function wholeRow(file: SourceFile): Place {
  return { file, range: { start: 0, end: file.text.trimEnd().length } }
}

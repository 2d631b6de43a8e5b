import type { Place } from '../../diagnostics/index.js'
import type { RowFields } from './recipient.js'

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

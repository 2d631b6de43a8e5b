import type { Place } from '../../diagnostics/index.js'

/** One row of the data of a mail merge: whom a copy is for. */
export interface Recipient {
  /** Names the PDF: safe as a file name on every system. */
  readonly id: string
  /** All columns, `id` included, as templates and wordings see them. */
  readonly fields: RowFields
  /** The audiences that the row asks for; all if none. */
  readonly audiences: readonly string[]
  /** BCP 47, if the row asks for a language. */
  readonly lang: string | undefined
  /** The row. */
  readonly place: Place
  /** Where its columns are named: the header line of a CSV; of JSON Lines the row itself. */
  readonly columns: Place
}

/** By the names of the columns. A name may be any text: look one up with `Object.hasOwn`. */
export type RowFields = Readonly<Record<string, RowValue>>

export type RowValue = string | number | boolean | null

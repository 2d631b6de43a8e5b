import type { Place } from '../diagnostics/index.js'

/** Whom one copy of an edition is for, and in which language. */
export interface Reader {
  readonly recipient?: RecipientData | undefined
  /** BCP 47; the brief's own if left out. */
  readonly lang?: string | undefined
}

/** What a row of a mail merge says of a recipient. */
export interface RecipientData {
  readonly fields: Readonly<Record<string, string | number | boolean | null>>
  /** The row. */
  readonly place: Place
}

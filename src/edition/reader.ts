import type { Place } from '../diagnostics/index.js'

/** Whom one copy of an edition is for, and in which language. */
export interface EditionReader {
  readonly recipient?: RecipientData | undefined
  /** BCP 47; the brief's own if left out. */
  readonly lang?: string | undefined
}

/** A row of a mail merge: what templates and wordings know of the recipient, and its place in the data. */
export interface RecipientData {
  /** By column. A name may be any text: look one up with `Object.hasOwn`. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>
  readonly place: Place
}

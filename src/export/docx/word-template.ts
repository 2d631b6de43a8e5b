import type { Place } from '../../diagnostics/index.js'

/** A house's document or template of Word, and where its name is written. */
export interface WordTemplate {
  readonly bytes: Uint8Array
  readonly place: Place
}

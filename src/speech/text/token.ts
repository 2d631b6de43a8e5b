/** A word with the punctuation attached to it, or a dash, a quotation mark or an ellipsis. */
export interface Token {
  /** The normalised form: `—`, `"` or `…` for a mark that is a token of its own. */
  readonly form: string
  /** An alternative form: a word broken at a line end, with its hyphen. */
  readonly variant?: string
  /** The number of an abbreviation before it without a space: `5` in `No.5`. */
  readonly glued?: boolean
  /** Which of a pair of single quotation marks it is. */
  readonly single?: 'opening' | 'closing'
  /** Offsets in the original text (UTF-16), `end` exclusive. */
  readonly start: number
  readonly end: number
}

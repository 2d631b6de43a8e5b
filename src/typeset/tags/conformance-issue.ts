import type { Place } from '../../diagnostics/index.js'

/** Why a document cannot be read by everyone, or would not be kept as it is. */
export interface ConformanceIssue {
  /** None where a document has no blocks. */
  readonly place: Place | undefined
  readonly message: string
  readonly hint?: string
}

export const languageTagIssue = (lang: string, place: Place | undefined): ConformanceIssue => ({
  place,
  message: `\`${lang}\` is not a language tag`,
  hint: 'write it as in BCP 47, such as `en` or `pt-BR`',
})

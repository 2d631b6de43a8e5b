import type { Place } from '../../diagnostics/index.js'

/** Why a document cannot be read by everyone, or would not be kept as it is. */
export interface ConformanceIssue {
  /** None where a document has no blocks. */
  readonly place: Place | undefined
  readonly message: string
  readonly hint?: string
}

/** By the well-formedness of BCP 47, as far as the runtime knows it. */
export function isLanguageTag(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1
  } catch {
    return false
  }
}

export const languageTagIssue = (lang: string, place: Place | undefined): ConformanceIssue => ({
  place,
  message: `\`${lang}\` is not a language tag`,
  hint: 'write it as in BCP 47, such as `en` or `pt-BR`',
})

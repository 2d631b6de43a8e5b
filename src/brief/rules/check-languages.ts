import { fieldName, placeOf } from '../read/reading.js'
import { shorten } from '../shorten.js'
import type { Rule } from './rules.js'

/** A language that is no tag of BCP 47 would fail later, where dates are set in it. */
export const checkLanguages: Rule = reading => {
  for (const { role, text, path, scalar } of reading.leaves) {
    if (role !== 'language' || isLanguageTag(text)) continue
    const message = `\`${shorten(text)}\` in ${fieldName(path)} is not a language tag (BCP 47)`
    reading.report(
      'invalid-value',
      placeOf(scalar, reading),
      message,
      'write a code such as `en`, `es` or `pt-BR`',
    )
  }
}

/** Whether a text is a tag of BCP 47, as what sets dates and chooses words needs it. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

import { fieldLabel, nodePlace } from '../read/read-context.js'
import { shorten } from '../shorten.js'
import type { BriefRule } from './rules.js'

/** A language that is no tag of BCP 47 would fail later, where dates are set in it. */
export const checkLanguages: BriefRule = reading => {
  for (const { role, text, path, scalar } of reading.texts) {
    if (role !== 'language' || isLanguageTag(text)) continue
    const message = `\`${shorten(text)}\` in ${fieldLabel(path)} is not a language tag (BCP 47)`
    reading.report(
      'invalid-value',
      nodePlace(scalar, reading),
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

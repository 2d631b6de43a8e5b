/** Whether a text is a language tag (BCP 47), as formatting dates and choosing wordings require. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** The language of a tag without script and region: `en` of `en-GB`. */
export const primaryLanguage = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? ''

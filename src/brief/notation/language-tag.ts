/** Whether a text is a tag of BCP 47, as what sets dates and chooses words needs it. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

export type Direction = 'ltr' | 'rtl'

/** Scripts in use that are written from right to left, by their ISO 15924 codes. */
const RIGHT_TO_LEFT = new Set(
  'Adlm Arab Aran Gara Hebr Mand Mend Nkoo Rohg Samr Syrc Syre Syrj Syrn Thaa Yezi'.split(' '),
)

const known = new Map<string, Direction>()

/**
 * Which way a language is written: by the script in its tag, else by the script that it is mostly written in (BCP 47;
 * Unicode CLDR, likely subtags). What is no tag counts as written from left to right.
 */
export function directionOf(lang: string): Direction {
  const found = known.get(lang) ?? (RIGHT_TO_LEFT.has(scriptOf(lang) ?? '') ? 'rtl' : 'ltr')
  known.set(lang, found)
  return found
}

function scriptOf(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).maximize().script
  } catch {
    return undefined
  }
}

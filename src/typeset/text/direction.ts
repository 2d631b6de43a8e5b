export type TextDirection = 'ltr' | 'rtl'

/** Scripts in use that are written from right to left, by their ISO 15924 codes. */
const RIGHT_TO_LEFT = new Set(
  'Adlm Arab Aran Gara Hebr Mand Mend Nkoo Rohg Samr Syrc Syre Syrj Syrn Thaa Yezi'.split(' '),
)

/** By tag, on which alone the direction depends: there are few of them. */
/** Begins with the languages of most documents: what likely subtags are found in takes milliseconds to load. */
const knownDirections = new Map<string, TextDirection>(['en', 'de', 'fr', 'es'].map(lang => [lang, 'ltr']))

/**
 * The direction in which a language is written: by the script in its tag, else by its most likely script (BCP 47;
 * Unicode CLDR, likely subtags). An invalid tag counts as written from left to right.
 */
export function directionOf(lang: string): TextDirection {
  const found = knownDirections.get(lang) ?? (RIGHT_TO_LEFT.has(likelyScript(lang) ?? '') ? 'rtl' : 'ltr')
  knownDirections.set(lang, found)
  return found
}

function likelyScript(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).maximize().script
  } catch {
    return undefined
  }
}

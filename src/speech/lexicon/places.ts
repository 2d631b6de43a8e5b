import { lazyData, wordSets } from './data-file.js'

const places = lazyData(() => {
  const listed = wordSets('speech/lexicon/data/en/places.txt', ['states', 'regions-and-cities'])
  return new Set([...listed.states, ...listed['regions-and-cities'], ...countries(), ...cities()])
})

const words = lazyData(() => wordSets('speech/lexicon/data/en/affiliations.txt', ['affiliations']))

/** Whether a name is that of a country, a state or province, a continent or a large city. */
export function isPlaceName(name: string): boolean {
  return places().has(name.toLowerCase().replaceAll('’', "'"))
}

/** Whether a word says where somebody or something is from, or of which creed or party it is: `Mexican`, `Republican`. */
export function isAffiliation(word: string): boolean {
  const lower = word.toLowerCase()
  return words().affiliations.has(lower) || words().affiliations.has(lower.replace(/s$/, ''))
}

/** The names of all countries and territories (ISO 3166, as Unicode CLDR words them in English). */
function countries(): string[] {
  const shown = new Intl.DisplayNames('en', { type: 'region' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap(first => letters.map(second => first + second))
    .map(code => [code, shown.of(code) ?? code] as const)
    .flatMap(([code, name]) =>
      name === code ? [] : [name.toLowerCase(), name.toLowerCase().replace(' & ', ' and ')],
    )
}

/** The cities that the zones of the IANA time zone database are named after. */
function cities(): string[] {
  return Intl.supportedValuesOf('timeZone').flatMap(zone =>
    zone.includes('/')
      ? [
          zone
            .slice(zone.lastIndexOf('/') + 1)
            .replaceAll('_', ' ')
            .toLowerCase(),
        ]
      : [],
  )
}

import { type NoBreakWords, noBreakWords } from './no-break-lexicons.js'

/**
 * How firmly two words belong together: `tight` are read as one (`5 km`, `§ 4`, `3 March`), `close` are better not separated
 * (`19,4 Kilometer`, `millones de euros`), and `loose` only where it costs nothing (`March 2025`).
 */
export type Bond = 'tight' | 'close' | 'loose'

/** Units that are the same in all languages (Bureau International des Poids et Mesures, The International System of Units, 9th edition, tables 2, 4 and 7). */
const UNITS = new Set(
  '% ‰ ° °C °F K km m cm mm µm nm km² m² km2 m2 ha m³ m3 l L hl kg g mg t kt Mt Gt s min h d kWh MWh GWh TWh kW MW GW W V A Hz kHz MHz GHz J kJ MJ GJ TJ Pa hPa bar dB mg µg ml mL kWp MWp GWp ppm ppb bbl'.split(
    ' ',
  ),
)
const SIGNS_BEFORE_NUMBER = new Set('§ §§ ¶ ¶¶ № # ≥ ≤ < > ≈ ± ~ = + − × Δ'.split(' '))
/** The codes of ISO 4217. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))
/** A sign of a currency, with letters for whose it is: `€`, `US$`, `HK$`. */
const CURRENCY_SIGN = /^\p{Lu}{0,3}\p{Sc}$/u
const NUMBER =
  /^[([“"«‘'+−–-]?[<>≤≥≈~±]?(?:\p{Lu}{0,3}\p{Sc})?\d[\d.,:’'\u00A0\u202F/–-]*[½¼¾⅓⅔⅛]?$|^[½¼¾⅓⅔⅛]$/u
const NUMBER_FIRST = /^[([“"]?[+−–-]?(?:\p{Lu}{0,3}\p{Sc})?[\d½¼¾⅓⅔⅛]/u
const ROMAN = /^[IVXLC]+\b/
const DAY = /^(?:\d{1,2}\.?|1er)$/
const YEAR = /^\d{4}$/
const GROUP = /^\d{3}(?!\d)/
const INITIALS = /^[(“"]?(?:\p{Lu}\p{M}*\.-?)+$/u
const LETTER_WITH_STOP = /^\p{L}\.$/u
const CAPITAL_FIRST = /^\p{Lu}/u
/** Punctuation after a word. */
const TRAILING = /[.,;:!?)\]”"»’]+$/

/**
 * How firmly two words with a space between them belong together: a number and its unit, an abbreviation and its number, a day
 * and its month, an initial and a name, a guillemet and the quoted text; undefined if a line may end there. `previous` is the
 * word before the first. `lang` is BCP 47; in languages without a lexicon only units, signs, groups of digits, initials and
 * what most of them abbreviate alike are known.
 */
export function bondBetween(before: string, after: string, lang: string, previous = ''): Bond | undefined {
  if (before === '«' || after.charCodeAt(0) === GUILLEMET) return 'tight'
  const words = noBreakWords(lang)
  const bare = after.replace(TRAILING, '')
  if (endsInDigit(before.replace(/,$/, ''))) return bondAfterNumber(before, after, bare, words)
  const start = withoutOpeningMark(before)
  if (words.compounds.has(`${start}+${bare}`)) return 'tight'
  if (isSignBeforeNumber(start) || words.before.has(start))
    return NUMBER_FIRST.test(after) || ROMAN.test(after) ? 'tight' : undefined
  if (words.titles.has(start)) return CAPITAL_FIRST.test(after) ? 'tight' : undefined
  if (words.months.has(before)) return bondAfterMonth(bare, words)
  if (words.magnitudes.has(before)) return bondAfterMagnitude(bare, words)
  if (words.particles.has(before) || words.dateParticles.has(before))
    return bondAfterParticle(before, bare, previous, words)
  if (!before.endsWith('.')) return before === '1er' && words.months.has(bare) ? 'tight' : undefined
  return isAbbreviated(before, after, bare, words) ? 'tight' : undefined
}

const GUILLEMET = 0xbb

function bondAfterNumber(before: string, after: string, bare: string, words: NoBreakWords): Bond | undefined {
  if (!NUMBER.test(before)) return undefined
  if (words.subdivisions.has(after)) return 'close'
  if (before.endsWith(',')) return undefined
  if (isUnit(after, bare, words) || isGroup(before, after)) return 'tight'
  if (DAY.test(before) && (isMonth(after, bare, words) || words.dateParticles.has(after))) return 'tight'
  return words.units.has(bare) ? 'close' : undefined
}

/** After a month the day, the year, or the particle before the year. */
function bondAfterMonth(bare: string, words: NoBreakWords): Bond | undefined {
  if (DAY.test(bare)) return 'tight'
  return YEAR.test(bare) || words.dateParticles.has(bare) ? 'loose' : undefined
}

const bondAfterMagnitude = (
  bare: string,
  { units, magnitudes, particles }: NoBreakWords,
): Bond | undefined =>
  units.has(bare) || magnitudes.has(bare) || particles.has(bare) || isCurrency(bare) || isElided(bare, units)
    ? 'close'
    : undefined

/** `d’euros`. */
const isElided = (word: string, units: ReadonlySet<string>) => /^d[’']/.test(word) && units.has(word.slice(2))

function bondAfterParticle(
  particle: string,
  bare: string,
  previous: string,
  { months, magnitudes, units, particles, dateParticles }: NoBreakWords,
): Bond | undefined {
  if (particles.has(particle) && magnitudes.has(previous))
    return units.has(bare) || isCurrency(bare) ? 'close' : undefined
  if (!dateParticles.has(particle)) return undefined
  if (months.has(previous)) return YEAR.test(bare) ? 'close' : undefined
  return months.has(bare) && DAY.test(previous) ? 'tight' : undefined
}

/** After a word with a full stop: a month after its day, and what begins with a letter and a stop as it does, or with a capital. */
function isAbbreviated(before: string, after: string, bare: string, words: NoBreakWords): boolean {
  if (DAY.test(before)) return words.months.has(bare) || words.months.has(after)
  if (LETTER_WITH_STOP.test(before) && LETTER_WITH_STOP.test(after)) return true
  return INITIALS.test(before) && CAPITAL_FIRST.test(after)
}

function endsInDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return (last >= 0x30 && last <= 0x39) || /[½¼¾⅓⅔⅛]$/.test(text)
}

const isCurrency = (text: string) => CURRENCY_SIGN.test(text) || CURRENCIES.has(text)
const isSignBeforeNumber = (text: string) => SIGNS_BEFORE_NUMBER.has(text) || isCurrency(text)

/** Without an opening mark, or an article that is written with the word: `l’art.`. */
const withoutOpeningMark = (text: string) => text.replace(/^[([“"]|^[dl][’'](?=\p{L})/iu, '')
/** A unit by itself or over others: `km`, `€/MWh`, `t CO2/a`. */
const isUnit = (after: string, bare: string, words: NoBreakWords): boolean => {
  const [first = ''] = bare.split('/')
  return (
    UNITS.has(first) ||
    isCurrency(first) ||
    [first, after].some(word => words.after.has(word) || words.magnitudes.has(word))
  )
}
const isMonth = (after: string, bare: string, words: NoBreakWords) =>
  words.months.has(bare) || words.months.has(after)
const isGroup = (before: string, after: string) => /(?:^|\D)\d{1,3}$/.test(before) && GROUP.test(after)

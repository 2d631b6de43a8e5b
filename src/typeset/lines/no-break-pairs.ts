/** Words of a language that a line break should not separate from the number or the name after them, or the number before. */
interface NoBreakLexicon {
  /** Before a number: abbreviations and names of parts of a text. */
  readonly before: string
  /** After a number: units and orders of magnitude. */
  readonly after: string
  /** Before a name. */
  readonly titles: string
  readonly months: string
}

/** Words as they are printed, case and full stop included. */
const LEXICONS: Readonly<Record<string, NoBreakLexicon>> = {
  en: {
    before:
      'p. pp. No No. Nos Nos. Art. Arts. Article Section Sec. Annex Chapter ch. para. paras. paragraph Figure Fig. Table Vol. vol. line source sources c. ca.',
    after:
      'million billion trillion thousand bn mn m percent per pp points hours days weeks months years am pm a.m. p.m.',
    titles: 'Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Prof. St St. Sen. Rep. Gen. Gov. Lord Lady Sir',
    months:
      'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
  },
  es: {
    before:
      'p. pp. pág. págs. n.º núm. N.º art. arts. artículo artículos apartado párr. cap. anexo fuente fuentes fig. vol.',
    after: 'mil millón millones billón billones por puntos horas días semanas meses años',
    titles: 'Sr. Sra. Sres. Srta. Dr. Dra. D. Dña. Excmo. Excma. Gral.',
    months:
      'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre de',
  },
  fr: {
    before:
      'p. pp. n° nº no art. article articles al. alinéa chap. annexe fig. tableau vol. section source sources',
    after: 'mille million millions milliard milliards pour points heures h jours semaines mois ans siècle',
    titles: 'M. MM. Mme Mmes Mlle Dr Pr Me Mgr',
    months:
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv. févr. avr. juill. sept. oct. nov. déc.',
  },
  de: {
    before:
      'S. Nr. Art. Artikel Abs. Absatz Abschnitt Kap. Kapitel Bd. Rn. Ziff. Anhang Abb. Tab. Paragraf Quelle Quellen ca.',
    after:
      'Tausend Tsd. Million Millionen Mio. Milliarde Milliarden Mrd. Billion Billionen Prozent Prozentpunkte Uhr Stunden Tage Wochen Monate Jahre',
    titles: 'Hr. Fr. Herr Herrn Frau Dr. Prof. St.',
    months:
      'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jan. Feb. Apr. Jun. Jul. Aug. Sept. Okt. Nov. Dez.',
  },
}

/** Units that are the same in all languages (Bureau International des Poids et Mesures, The International System of Units, 9th edition, tables 2, 4 and 7). */
const UNITS = new Set(
  '% ‰ ° °C °F K km m cm mm µm nm km² m² km2 m2 ha m³ m3 l L hl kg g mg t kt Mt Gt s min h d kWh MWh GWh TWh kW MW GW W V A Hz kHz MHz GHz J kJ MJ GJ TJ Pa hPa bar dB mg µg ml mL kWp MWp GWp ppm ppb bbl'.split(
    ' ',
  ),
)
const SIGNS_BEFORE_NUMBER = new Set('§ §§ ¶ № # ≥ ≤ < > ≈ ± ~ = + − × Δ'.split(' '))
/** The codes of ISO 4217. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))
/** A sign of a currency, with letters for whose it is: `€`, `US$`, `HK$`. */
const CURRENCY_SIGN = /^\p{Lu}{0,3}\p{Sc}$/u
const NUMBER =
  /^[([“"«‘'+−–-]?[<>≤≥≈~±]?(?:\p{Lu}{0,3}\p{Sc})?\d[\d.,:’'\u00A0\u202F/–-]*[½¼¾⅓⅔⅛]?$|^[½¼¾⅓⅔⅛]$/u
const NUMBER_FIRST = /^[([“"]?[+−–-]?(?:\p{Lu}{0,3}\p{Sc})?[\d½¼¾⅓⅔⅛]/u
const ROMAN = /^[IVXLC]+\b/
const DAY = /^(?:\d{1,2}\.?|1er)$/
const GROUP = /^\d{3}(?!\d)/
const INITIALS = /^[(“"]?(?:\p{Lu}\p{M}*\.-?)+$/u
const LETTER_WITH_STOP = /^\p{L}\.$/u
const CAPITAL_FIRST = /^\p{Lu}/u
/** Punctuation after a word. */
const TRAILING = /[.,;:!?)\]”"»’]+$/

/**
 * Whether a line should not end between two words with a space between them: a number and its unit, an
 * abbreviation and its number, a day and its month, an initial and a name, a guillemet and the quoted text. `lang`
 * is BCP 47; in languages without a lexicon only units, signs, groups of digits, initials and what most of them abbreviate
 * alike are known.
 */
export function isNoBreakPair(before: string, after: string, lang: string): boolean {
  if (before === '«' || after.charCodeAt(0) === GUILLEMET) return true
  const words = lexiconOf(lang)
  if (endsInDigit(before)) {
    if (!NUMBER.test(before)) return false
    const bare = after.replace(TRAILING, '')
    return (
      isUnit(after, bare, words) ||
      (DAY.test(before) && isMonth(after, bare, words)) ||
      isGroup(before, after)
    )
  }
  if (isSignBeforeNumber(withoutOpeningMark(before)) || words.before.has(withoutOpeningMark(before)))
    return NUMBER_FIRST.test(after) || ROMAN.test(after)
  if (words.titles.has(withoutOpeningMark(before))) return CAPITAL_FIRST.test(after)
  if (words.months.has(before) && before !== 'de') return DAY.test(after.replace(/,$/, ''))
  if (before === 'de' && words.months.has('de')) return words.months.has(after.replace(TRAILING, ''))
  if (!before.endsWith('.')) return before === '1er' && words.months.has(after.replace(TRAILING, ''))
  if (DAY.test(before)) return words.months.has(after.replace(TRAILING, ''))
  if (LETTER_WITH_STOP.test(before) && LETTER_WITH_STOP.test(after)) return true
  return INITIALS.test(before) && CAPITAL_FIRST.test(after)
}

const GUILLEMET = 0xbb

function endsInDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return (last >= 0x30 && last <= 0x39) || /[½¼¾⅓⅔⅛]$/.test(text)
}

const isCurrency = (text: string) => CURRENCY_SIGN.test(text) || CURRENCIES.has(text)
const isSignBeforeNumber = (text: string) => SIGNS_BEFORE_NUMBER.has(text) || isCurrency(text)

const withoutOpeningMark = (text: string) => text.replace(/^[([“"]/, '')
/** A unit by itself or over others: `km`, `€/MWh`, `t CO2/a`. */
const isUnit = (after: string, bare: string, words: NoBreakWords): boolean => {
  const [first = ''] = bare.split('/')
  return UNITS.has(first) || isCurrency(first) || words.after.has(first) || words.after.has(after)
}
const isMonth = (after: string, bare: string, words: NoBreakWords) =>
  words.months.has(bare) || words.months.has(after)
const isGroup = (before: string, after: string) => /(?:^|\D)\d{1,3}$/.test(before) && GROUP.test(after)

type NoBreakWords = Readonly<Record<keyof NoBreakLexicon, ReadonlySet<string>>>

const COMMON_LEXICON: NoBreakWords = {
  before: new Set('p. pp. No. Nr. nr. n. n° nº art. Art. ca. vol. fig.'.split(' ')),
  after: new Set(),
  titles: new Set(),
  months: new Set(),
}
/** By BCP 47 tag: lexicons never change. */
const parsed = new Map<string, NoBreakWords>()

function lexiconOf(lang: string): NoBreakWords {
  const known = parsed.get(lang)
  if (known) return known
  const table = LEXICONS[lang.split('-')[0] ?? '']
  const split = (list: string) => new Set(list.split(' '))
  const words: NoBreakWords = table
    ? {
        before: split(table.before),
        after: split(table.after),
        titles: split(table.titles),
        months: split(table.months),
      }
    : COMMON_LEXICON
  parsed.set(lang, words)
  return words
}

import { primaryLanguage } from '../../brief/index.js'

/** Words of a language that a line break should not separate from a number, a name or one another, as they are printed. */
interface NoBreakLexicon {
  /** Before a number: abbreviations and names of parts of a text. */
  readonly before: string
  /** Those of them that go on from a number: `5, para. 8`. */
  readonly subdivisions: string
  /** After a number. */
  readonly after: string
  /** After a number, and before a unit or a currency: `3 million euros`. */
  readonly magnitudes: string
  /** After a number or a magnitude: units and currencies in full (Unicode CLDR 47, unit and currency names of the language). */
  readonly units: string
  /** Between a magnitude and what is counted. */
  readonly particles: string
  /** Between a day and its month, and a month and its year. */
  readonly dateParticles: string
  /** Of two words that are one: `per cent`. */
  readonly compounds: string
  /** Before a name. */
  readonly titles: string
  readonly months: string
}

export type NoBreakWords = Readonly<Record<keyof NoBreakLexicon, ReadonlySet<string>>>

const LEXICONS: Readonly<Record<string, NoBreakLexicon>> = {
  en: {
    before:
      'p. pp. No No. Nos Nos. Art. Arts. Article Section Sec. Annex Chapter ch. para. paras. paragraph Figure Fig. Table Vol. vol. line source sources c. ca. art. arts. s. ss.',
    subdivisions: 'para. paras. paragraph p. pp. art. Art. sec. line No. No',
    after: 'bn mn m percent pp am pm a.m. p.m. per',
    magnitudes: 'hundred thousand million billion trillion bn mn m',
    units:
      'point points second seconds minute minutes hour hours day days night nights week weeks month months quarter quarters year years decade decades century centuries millimetre millimetres centimetre centimetres metre metres kilometre kilometres millimeter millimeters centimeter centimeters meter meters kilometer kilometers inch inches foot feet yard yards mile miles knot knots acre acres hectare hectares square cubic litre litres hectolitres liter liters gallon gallons barrel barrels gram grams kilogram kilograms kilo kilos tonne tonnes ton tons ounce ounces pound pounds degree degrees watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts terawatt terawatts kilowatt-hours megawatt-hours gigawatt-hours terawatt-hours joules volts amperes hertz decibels bytes megabytes gigabytes euro euros cent cents dollar dollars pence sterling franc francs krone kroner krona kronor crown crowns koruna korunas zloty złoty forint lei lev leva rouble roubles ruble rubles hryvnia hryvnias lira liras peso pesos yen yuan renminbi rupee rupees rand dirham dirhams riyal riyals dinar dinars shekel shekels',
    particles: 'of',
    dateParticles: '',
    compounds:
      'per+cent per+annum square+metres square+kilometres square+miles square+feet square+meters square+kilometers cubic+metres cubic+meters',
    titles: 'Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Prof. St St. Sen. Rep. Gen. Gov. Lord Lady Sir',
    months:
      'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
  },
  es: {
    before:
      'p. pp. pág. págs. n.º núm. N.º art. arts. artículo artículos apartado párr. párrs. párrafo cap. anexo fuente fuentes fig. vol. línea',
    subdivisions: 'apartado párr. párrs. párrafo p. pág. art. línea',
    after: 'mil por h',
    magnitudes: 'mil millón millones billón billones',
    units:
      'punto puntos segundo segundos minuto minutos hora horas día días noche noches semana semanas mes meses trimestre trimestres año años década décadas siglo siglos milímetro milímetros centímetro centímetros metro metros kilómetro kilómetros milla millas nudos hectárea hectáreas litro litros hectolitros barril barriles gramo gramos kilogramo kilogramos kilo kilos tonelada toneladas libra libras grado grados vatios kilovatios megavatios gigavatios teravatios kilovatios-hora megavatios-hora euro euros céntimo céntimos dólar dólares franco francos corona coronas esterlinas esterlina zlotys rublo rublos grivnas lira liras peso pesos yen yenes yuan yuanes renminbi rupia rupias rand dirhams riyales dinares',
    particles: 'de',
    dateParticles: 'de',
    compounds: 'por+ciento por+mil',
    titles: 'Sr. Sra. Sres. Srta. Dr. Dra. D. Dña. Excmo. Excma. Gral.',
    months:
      'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb mar abr may jun jul ago sept sep oct nov dic',
  },
  fr: {
    before:
      'p. pp. n° nº no n° nos art. article articles al. alinéa chap. annexe fig. tableau vol. section source sources par. considérant ligne',
    subdivisions: 'al. alinéa par. p. pp. art. article ligne',
    after: 'pour h',
    magnitudes: 'mille million millions milliard milliards billion billions',
    units:
      'point points seconde secondes minute minutes heure heures jour jours nuit nuits semaine semaines mois trimestre trimestres an ans année années décennie décennies siècle siècles millimètre millimètres centimètre centimètres mètre mètres kilomètre kilomètres mille milles nœuds hectare hectares litre litres hectolitres baril barils gramme grammes kilogramme kilogrammes kilo kilos tonne tonnes livre livres degré degrés watts kilowatts mégawatts gigawatts térawatts kilowattheures mégawattheures gigawattheures térawattheures euro euros centime centimes dollar dollars franc francs couronne couronnes sterling zlotys forints rouble roubles hryvnias lire livres peso pesos yen yens yuan yuans roupie roupies rands dirhams riyals dinars',
    particles: 'de',
    dateParticles: '',
    compounds: 'pour+cent pour+mille',
    titles: 'M. MM. Mme Mmes Mlle Dr Pr Me Mgr',
    months:
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv. févr. avr. juill. juil. sept. oct. nov. déc.',
  },
  de: {
    before:
      'S. Nr. Art. Artikel Abs. Absatz Abschnitt Kap. Kapitel Bd. Rn. Ziff. Anhang Abb. Tab. Paragraf Quelle Quellen ca. Zeile lit. Satz',
    subdivisions: 'Abs. Absatz Satz S. Nr. lit. Rn. Ziff. Zeile',
    after: 'Prozent Promille Uhr Prozentpunkt Prozentpunkte Prozentpunkten v. n.',
    magnitudes:
      'Tausend Tsd. Million Millionen Mio. Milliarde Milliarden Mrd. Billion Billionen Bio. Dutzend',
    units:
      'Punkt Punkte Punkten Sekunde Sekunden Minute Minuten Stunde Stunden Tag Tage Tagen Nacht Nächte Nächten Woche Wochen Monat Monate Monaten Quartal Quartale Quartalen Jahr Jahre Jahren Jahrzehnt Jahrzehnte Jahrzehnten Jahrhundert Jahrhunderte Millimeter Millimetern Zentimeter Zentimetern Meter Metern Kilometer Kilometern Meile Meilen Seemeile Seemeilen Knoten Hektar Quadratmeter Quadratmetern Quadratkilometer Quadratkilometern Kubikmeter Kubikmetern Liter Litern Hektoliter Barrel Gramm Kilogramm Kilo Tonne Tonnen Pfund Grad Watt Kilowatt Megawatt Gigawatt Terawatt Kilowattstunde Kilowattstunden Megawattstunde Megawattstunden Gigawattstunden Terawattstunden Euro Cent Dollar Franken Rappen Krone Kronen Zloty Złoty Forint Rubel Hrywnja Lira Peso Pesos Yen Yuan Rupie Rupien Rand Dirham Dinar',
    particles: 'von',
    dateParticles: '',
    compounds: 'Pfund+Sterling v.+Chr n.+Chr',
    titles: 'Hr. Fr. Herr Herrn Frau Dr. Prof. St.',
    months:
      'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jan. Feb. Apr. Jun. Jul. Aug. Sept. Okt. Nov. Dez.',
  },
}

/** Of languages without a lexicon, what most of them abbreviate alike. */
const COMMON: NoBreakLexicon = {
  before: 'p. pp. No. Nr. nr. n. n° nº art. Art. ca. vol. fig.',
  subdivisions: '',
  after: '',
  magnitudes: '',
  units: '',
  particles: '',
  dateParticles: '',
  compounds: '',
  titles: '',
  months: '',
}

/** By BCP 47 tag: lexicons never change. */
const parsed = new Map<string, NoBreakWords>()

/** The words of a language by its tag, or else by the first part of that. */
export function noBreakWords(lang: string): NoBreakWords {
  const known = parsed.get(lang)
  if (known) return known
  const lexicon = LEXICONS[primaryLanguage(lang)] ?? COMMON
  const sets = Object.entries<string>({ ...lexicon }).map(([name, list]) => [
    name,
    new Set(list.split(' ').filter(word => word !== '')),
  ])
  const words = Object.fromEntries(sets) as NoBreakWords
  parsed.set(lang, words)
  return words
}

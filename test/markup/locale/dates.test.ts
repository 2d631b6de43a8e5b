import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings, SourceFile } from '../../../src/diagnostics/index.js'
import { type Locale, parseLocale, renderHtml } from '../../../src/markup/index.js'
import { editionOf, libraryOf } from '../../support/edition.js'

function say(date: string, lang = 'en', style = 'long'): string | undefined {
  const template = `{{date day style="${style}"}}`
  const findings = new Findings()
  const edition = editionOf({ template, data: { day: date }, lang })
  const said = renderHtml(edition, libraryOf(), findings.report)
  assert.equal(
    findings.all.map(finding => finding.message),
    [],
  )
  return said
}

const LONG: readonly (readonly [edtf: string, en: string, es: string, fr: string, de: string])[] = [
  ['2025-01-20', '20 January 2025', '20 de enero de 2025', '20 janvier 2025', '20. Januar 2025'],
  ['2025-01-01', '1 January 2025', '1 de enero de 2025', '1er janvier 2025', '1. Januar 2025'],
  ['2025-01', 'January 2025', 'enero de 2025', 'janvier 2025', 'Januar 2025'],
  ['2025', '2025', '2025', '2025', '2025'],
  ['2025-XX', '2025', '2025', '2025', '2025'],
  ['2025-01~', 'about January 2025', 'enero de 2025 (aprox.)', 'vers janvier 2025', 'etwa Januar 2025'],
  [
    '2025?',
    '2025 (date uncertain)',
    '2025 (fecha incierta)',
    '2025 (date incertaine)',
    '2025 (Datum unsicher)',
  ],
  ['2024/2025', '2024–2025', '2024–2025', '2024–2025', '2024–2025'],
  ['2025-01/2025-03', 'January–March 2025', 'enero–marzo de 2025', 'janvier–mars 2025', 'Januar–März 2025'],
  [
    '2025-01-20/2025-01-23',
    '20–23 January 2025',
    '20–23 de enero de 2025',
    '20–23 janvier 2025',
    '20.–23. Januar 2025',
  ],
  [
    '2025-01-20/2025-03-01',
    '20 January – 1 March 2025',
    '20 de enero – 1 de marzo de 2025',
    '20 janvier – 1er mars 2025',
    '20. Januar – 1. März 2025',
  ],
  [
    '2024-12-30/2025-01-02',
    '30 December 2024 – 2 January 2025',
    '30 de diciembre de 2024 – 2 de enero de 2025',
    '30 décembre 2024 – 2 janvier 2025',
    '30. Dezember 2024 – 2. Januar 2025',
  ],
  ['2025-01/..', 'since January 2025', 'desde enero de 2025', 'depuis janvier 2025', 'seit Januar 2025'],
  ['../2025', 'until 2025', 'hasta 2025', 'jusqu’en 2025', 'bis 2025'],
  [
    '2025-01-20/..',
    'since 20 January 2025',
    'desde el 20 de enero de 2025',
    'depuis le 20 janvier 2025',
    'seit dem 20. Januar 2025',
  ],
  [
    '2024-06/',
    'from June 2024 (end unknown)',
    'de junio de 2024 a fecha desconocida',
    'de juin 2024 à une date inconnue',
    'von Juni 2024 (Ende unbekannt)',
  ],
  [
    '/2024-08-01',
    'to 1 August 2024 (start unknown)',
    'de fecha desconocida al 1 de agosto de 2024',
    'd’une date inconnue au 1er août 2024',
    'bis 1. August 2024 (Beginn unbekannt)',
  ],
  [
    '2025-02-01/2025-02-03',
    '1–3 February 2025',
    '1–3 de febrero de 2025',
    '1er–3 février 2025',
    '1.–3. Februar 2025',
  ],
  [
    '2025-02-01/2025-03-03',
    '1 February – 3 March 2025',
    '1 de febrero – 3 de marzo de 2025',
    '1er février – 3 mars 2025',
    '1. Februar – 3. März 2025',
  ],
  ['2024~/..', 'since about 2024', 'desde 2024 (aprox.)', 'depuis 2024 environ', 'etwa seit 2024'],
  ['2025-21', 'spring 2025', 'primavera de 2025', 'printemps 2025', 'Frühjahr 2025'],
  ['199X', 'the 1990s', 'la década de 1990', 'les années 1990', 'die 1990er-Jahre'],
  ['-0043', '44 BC', '44 a. C.', '44 av. J.-C.', '44 v. Chr.'],
  [
    '2025-01-20T09:30:00Z',
    '20 January 2025, 09:30 UTC',
    '20 de enero de 2025, 09:30 h UTC',
    '20 janvier 2025 à 09:30 UTC',
    '20. Januar 2025, 09:30 Uhr UTC',
  ],
]

for (const [edtf, ...said] of LONG)
  test(`${edtf} is said in each language`, () => {
    assert.equal(
      ['en', 'es', 'fr', 'de'].map(lang => say(edtf, lang)),
      said,
    )
  })

/** A day on which something holds, and a day on which a source was read. */
const IN_SENTENCES: readonly (readonly [edtf: string, en: string, es: string, fr: string, de: string])[] = [
  [
    '2025-05-01',
    'As of 1 May 2025',
    'Información al 1 de mayo de 2025',
    'Informations au 1er mai 2025',
    'Stand: 1. Mai 2025',
  ],
  [
    '2025-08',
    'As of August 2025',
    'Información de agosto de 2025',
    'Informations d’août 2025',
    'Stand: August 2025',
  ],
  ['2025', 'As of 2025', 'Información de 2025', 'Informations de 2025', 'Stand: 2025'],
  [
    '2025-22',
    'As of summer 2025',
    'Información del verano de 2025',
    'Informations de l’été 2025',
    'Stand: Sommer 2025',
  ],
  [
    '2025-05~',
    'As of May 2025 (approximate)',
    'Información de mayo de 2025 (fecha aproximada)',
    'Informations de mai 2025 (date approximative)',
    'Stand: Mai 2025 (ungefähr)',
  ],
  [
    '2025-05-01/2025-05-04',
    'As of 1–4 May 2025',
    'Información del 1 al 4 de mayo de 2025',
    'Informations du 1er au 4 mai 2025',
    'Stand: 1.–4. Mai 2025',
  ],
  [
    '2024-06/..',
    'As of June 2024 and since',
    'Información desde junio de 2024',
    'Informations depuis juin 2024',
    'Stand: Juni 2024 und seither',
  ],
  [
    '../2024-06',
    'As of June 2024 and before',
    'Información hasta junio de 2024',
    'Informations jusqu’en juin 2024',
    'Stand: Juni 2024 und davor',
  ],
  [
    '2024-06/',
    'As of June 2024 and since (end unknown)',
    'Información de junio de 2024 a fecha desconocida',
    'Informations de juin 2024 à une date inconnue',
    'Stand: Juni 2024 und danach (Ende unbekannt)',
  ],
  [
    '2025-05%',
    'As of May 2025 (approximate, date uncertain)',
    'Información de mayo de 2025 (fecha aproximada, fecha incierta)',
    'Informations de mai 2025 (date approximative, date incertaine)',
    'Stand: Mai 2025 (ungefähr, Datum unsicher)',
  ],
]
const READ: typeof IN_SENTENCES = [
  [
    '2025-05-01',
    'accessed 1 May 2025',
    'consultado el 1 de mayo de 2025',
    'consulté le 1er mai 2025',
    'abgerufen am 1. Mai 2025',
  ],
  [
    '2025-08',
    'accessed August 2025',
    'consultado en agosto de 2025',
    'consulté en août 2025',
    'abgerufen im August 2025',
  ],
  ['2025', 'accessed 2025', 'consultado en 2025', 'consulté en 2025', 'abgerufen 2025'],
  [
    '2025-21',
    'accessed spring 2025',
    'consultado en primavera de 2025',
    'consulté au printemps 2025',
    'abgerufen im Frühjahr 2025',
  ],
  [
    '199X',
    'accessed the 1990s',
    'consultado en la década de 1990',
    'consulté dans les années 1990',
    'abgerufen in den 1990er-Jahren',
  ],
  [
    '19XX',
    'accessed 1900–1999',
    'consultado de 1900 a 1999',
    'consulté de 1900 à 1999',
    'abgerufen von 1900 bis 1999',
  ],
  [
    '2025-05-01/2025-05-04',
    'accessed 1–4 May 2025',
    'consultado del 1 al 4 de mayo de 2025',
    'consulté du 1er au 4 mai 2025',
    'abgerufen vom 1. bis 4. Mai 2025',
  ],
  [
    '2025-04/2025-08',
    'accessed April–August 2025',
    'consultado de abril a agosto de 2025',
    'consulté d’avril à août 2025',
    'abgerufen von April bis August 2025',
  ],
  [
    '2024/2025',
    'accessed 2024–2025',
    'consultado de 2024 a 2025',
    'consulté de 2024 à 2025',
    'abgerufen von 2024 bis 2025',
  ],
  [
    '2025-05-30/2025-06-01',
    'accessed 30 May – 1 June 2025',
    'consultado del 30 de mayo al 1 de junio de 2025',
    'consulté du 30 mai au 1er juin 2025',
    'abgerufen vom 30. Mai bis 1. Juni 2025',
  ],
]
const EMBARGO: typeof IN_SENTENCES = [
  [
    '2025-05-01T08:00',
    'Embargoed until 1 May 2025, 08:00',
    'Embargado hasta el 1 de mayo de 2025, 08:00 h',
    'Sous embargo jusqu’au 1er mai 2025 à 08:00',
    'Sperrfrist: 1. Mai 2025, 08:00 Uhr',
  ],
  [
    '2025-05',
    'Embargoed until May 2025',
    'Embargado hasta mayo de 2025',
    'Sous embargo jusqu’en mai 2025',
    'Sperrfrist: Mai 2025',
  ],
  [
    '2025-23',
    'Embargoed until autumn 2025',
    'Embargado hasta el otoño de 2025',
    'Sous embargo jusqu’à l’automne 2025',
    'Sperrfrist: Herbst 2025',
  ],
]

const LANGUAGES = ['en', 'es', 'fr', 'de']

for (const [label, table] of [
  ['as_of', IN_SENTENCES],
  ['embargoed_until', EMBARGO],
] as const)
  for (const [edtf, ...said] of table)
    test(`${edtf} fits into the sentence of \`${label}\` in each language`, () => {
      const template = `{{label "${label}" date=(date day)}}`
      const printed = LANGUAGES.map(lang =>
        renderHtml(editionOf({ template, data: { day: edtf }, lang }), libraryOf(), () => {}),
      )
      assert.equal(printed, said)
    })

for (const [edtf, ...said] of READ)
  test(`a source was read ${edtf}, in each language`, () => {
    const data = { source: { title: 'T', accessed: edtf } }
    const printed = LANGUAGES.map(lang =>
      renderHtml(editionOf({ template: '{{source-line source}}', data, lang }), libraryOf(), () => {}),
    )
    assert.equal(
      printed,
      said.map(words => `<em>T</em>, ${words}.`),
    )
  })

test('American English says of what is approximate what English in general says', () => {
  const template = '{{label "as_of" date=(date day)}}'
  const said = (day: string) =>
    renderHtml(editionOf({ template, data: { day }, lang: 'en-US' }), libraryOf(), () => {})
  assert.is(said('2025-02~'), 'As of February 2025 (approximate)')
  assert.is(said('2025-02-03/..'), 'As of February 3, 2025 and since')
})

test('a locale without phrases puts a date into its labels as it stands', () => {
  const house = 'lang: fr\nlabels: { as_of: "Etat au {date}", embargoed_until: "Avant {date:until}" }\n'
  const locales = new Map([...libraryOf().locales, ['fr', localeOf(house)]])
  const template =
    '{{label "as_of" date=(date day)}}, {{label "embargoed_until" date=(date day style="month")}}'
  const edition = editionOf({ template, data: { day: '2025-05-01' }, lang: 'fr' })
  assert.is(
    renderHtml(edition, { ...libraryOf(), locales }, () => {}),
    'Etat au 1 May 2025, Avant May 2025',
  )
})

function localeOf(text: string): Locale {
  const locale = parseLocale(new SourceFile('fr.yaml', text), () => {})
  if (!locale) throw new Error('the locale is wrong')
  return locale
}

test('styles shorten a date', () => {
  assert.equal(
    ['short', 'month', 'year'].map(style => say('2025-09-20', 'en', style)),
    ['20 Sep 2025', 'September 2025', '2025'],
  )
  assert.is(say('2025-09-20', 'de', 'short'), '20. Sept. 2025')
  assert.is(say('2025-01-20/2025-01-23', 'en', 'month'), 'January 2025')
  assert.is(say('2025-22', 'en', 'year'), '2025')
})

test('each season has its name, and other styles than the year keep it', () => {
  assert.equal(
    ['2025-21', '2025-22', '2025-23', '2025-24'].map(date => say(date)),
    ['spring 2025', 'summer 2025', 'autumn 2025', 'winter 2025'],
  )
  assert.is(say('2025-25'), '2025-25')
  assert.equal(
    ['short', 'month', 'year'].map(style => say('2025-24', 'en', style)),
    ['winter 2025', 'winter 2025', '2025'],
  )
})

test('months have their names from the first to the last', () => {
  assert.is(say('2025-01'), 'January 2025')
  assert.is(say('2025-12'), 'December 2025')
  assert.is(say('2025-12-31', 'en', 'short'), '31 Dec 2025')
})

test('only the first day of a month has a pattern of its own', () => {
  assert.is(say('2025-01-01', 'fr'), '1er janvier 2025')
  assert.is(say('2025-01-02', 'fr'), '2 janvier 2025')
})

test('a century has its first and its last year, a decade its first', () => {
  assert.is(say('19XX'), '1900–1999')
  assert.is(say('200X'), 'the 2000s')
})

test('years from 0 on backwards are before Christ', () => {
  assert.equal(
    ['0001', '0000', '-0001'].map(date => say(date)),
    ['1', '1 BC', '2 BC'],
  )
})

test('a range says once what its dates have in common', () => {
  assert.is(say('2025-01-20/2025-01-20'), '20 January 2025')
  assert.is(say('2025-01/2026-01'), 'January 2025 – January 2026')
  assert.is(say('2025-01/2025-03-02'), 'January 2025 – 2 March 2025')
  assert.is(say('2025-01-20/2025-02-20', 'en', 'month'), 'January–February 2025')
})

test('a time says how far from Greenwich it is', () => {
  assert.is(say('2025-01-20T09:30:00+02:00'), '20 January 2025, 09:30 UTC+02:00')
  assert.is(say('2025-01-20T09:30:00-05:30'), '20 January 2025, 09:30 UTC−05:30')
  assert.is(say('2025-01-20T09:30:00+00:01'), '20 January 2025, 09:30 UTC+00:01')
  assert.is(say('2025-01-20T09:30:00'), '20 January 2025, 09:30')
})

test('what is no date prints as it is', () => {
  for (const text of ['soon', '2025-13', '2025-02-30', '20 January']) assert.is(say(text), text)
})

const AMERICAN: readonly (readonly [edtf: string, long: string, short: string])[] = [
  ['2025-10-06', 'October 6, 2025', 'Oct. 6, 2025'],
  ['2025-05', 'May 2025', 'May 2025'],
  ['2025-10-06~', 'about October 6, 2025', 'about Oct. 6, 2025'],
  ['2025-10-06/2025-10-09', 'October 6–9, 2025', 'Oct. 6–9, 2025'],
  ['2025-10-30/2025-11-02', 'October 30 – November 2, 2025', 'Oct. 30 – Nov. 2, 2025'],
  ['2024-12-30/2025-01-02', 'December 30, 2024 – January 2, 2025', 'Dec. 30, 2024 – Jan. 2, 2025'],
  ['2025-10-06T09:00', 'October 6, 2025, 09:00', 'Oct. 6, 2025, 09:00'],
  ['2025-23', 'fall 2025', 'fall 2025'],
]

for (const [edtf, long, short] of AMERICAN)
  test(`${edtf} in American English`, () => {
    assert.is(say(edtf, 'en-US'), long)
    assert.is(say(edtf, 'en-US', 'short'), short)
  })

test('short dates are as short as the language has them: in Spanish without the words between', () => {
  const short = (date: string) => ['es', 'en', 'de', 'fr'].map(lang => say(date, lang, 'short'))
  assert.equal(short('2025-06-30'), ['30 jun 2025', '30 Jun 2025', '30. Juni 2025', '30 juin 2025'])
  assert.equal(short('2024-10'), ['oct 2024', 'Oct 2024', 'Okt. 2024', 'oct. 2024'])
  assert.equal(
    ['2025-06-02/2025-06-30', '2025-06-02/2025-09-30', '2025-06/2025-09'].map(date =>
      say(date, 'es', 'short'),
    ),
    ['2–30 jun 2025', '2 jun – 30 sept 2025', 'jun–sept 2025'],
  )
  assert.is(say('2025-06-30', 'es'), '30 de junio de 2025')
})

test.run()

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { renderHtml } from '../../../src/markup/index.js'
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
  ['../2025', 'until 2025', 'hasta 2025', 'jusqu’à 2025', 'bis 2025'],
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

test.run()

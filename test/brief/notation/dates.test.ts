import { createRequire } from 'node:module'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type EdtfDate, firstInstant, instantAfter, parseDate } from '../../../src/brief/index.js'
import { parseEdtf } from '../../../src/brief/notation/edtf.js'

function parsed(text: string): EdtfDate {
  const date = parseDate(text)
  if (!date) throw new Error(`not a date: ${text}`)
  return date
}

test('dates have the parts that are known', () => {
  assert.equal(parsed('2025').start, [2025])
  assert.equal(parsed('2025-02').start, [2025, 2])
  assert.equal(parsed('2025-02-03').start, [2025, 2, 3])
  assert.equal(parsed('2025-02-XX').start, [2025, 2])
  assert.equal(parsed('2025-XX-XX').start, [2025])
  assert.equal(parsed('-0044-03-15').start, [-44, 3, 15])
  assert.equal(parsed('Y-17000').start, [-17000])
})

test('the precision tells how much is known', () => {
  const precision = (text: string) => parsed(text).precision
  assert.equal(
    ['19XX', '199X', '2025', '2025-21', '2025-02', '2025-XX', '2025-02-03', '2025-02-03T10:00'].map(
      precision,
    ),
    ['century', 'decade', 'year', 'season', 'month', 'year', 'day', 'time'],
  )
})

test('dates are qualified as approximate, uncertain or both', () => {
  const flags = (text: string) => [parsed(text).approximate, parsed(text).uncertain]
  assert.equal(flags('2025-01'), [false, false])
  assert.equal(flags('2025-01~'), [true, false])
  assert.equal(flags('2025-01?'), [false, true])
  assert.equal(flags('2025-01%'), [true, true])
  assert.equal(flags('2024~/2025?'), [true, true])
})

test('intervals have two ends, of which one may be open', () => {
  const ends = (text: string) => [parsed(text).kind, parsed(text).start, parsed(text).end]
  assert.equal(ends('2024/2025-03'), ['interval', [2024], [2025, 3]])
  assert.equal(ends('2024-05-06/..'), ['interval', [2024, 5, 6], undefined])
  assert.equal(ends('2024/'), ['interval', [2024], undefined])
  assert.equal(ends('../2025'), ['interval', undefined, [2025]])
  assert.equal(ends('2025/2025'), ['interval', [2025], [2025]])
  assert.equal(ends('2025-06/2025'), ['interval', [2025, 6], [2025]])
  assert.equal(ends('/2025-06'), ['interval', undefined, [2025, 6]])
})

test('seasons begin with March, June, September and December, and are sorted there', () => {
  for (const [season, month] of [
    [21, 3],
    [22, 6],
    [23, 9],
    [24, 12],
  ] as const) {
    const { start, kind, sortKey } = parsed(`2025-${season}`)
    assert.equal([start, kind], [[2025, season], 'season'])
    assert.is(sortKey, Date.UTC(2025, month - 1, 1))
    assert.is(instantAfter([2025, season]), Date.UTC(2025, month + 2, 1))
  }
  assert.ok(parsed('2025-02').sortKey < parsed('2025-21').sortKey)
  assert.ok(parsed('2025-24').sortKey > parsed('2025-11-30').sortKey)
  for (const text of ['2025-12', '2025-01']) assert.is(parsed(text).kind, 'date')
  for (const text of ['2025-13', '2025-20', '2025-25/2025-26']) assert.is(parseDate(text), undefined, text)
})

test('years are counted by the calendar up to 200,000, and by their average length beyond', () => {
  assert.is(firstInstant([200_000]), new Date(0).setUTCFullYear(200_000, 0, 1))
  assert.is(firstInstant([-200_000]), new Date(0).setUTCFullYear(-200_000, 0, 1))
  assert.is(firstInstant([200_001]), 198_031 * 31_556_952_000)
  assert.is(firstInstant([-200_001]), -201_971 * 31_556_952_000)
})

test('a text of sixty characters may be a date, a longer one is not', () => {
  assert.ok(parseEdtf(`Y1${'0'.repeat(58)}`))
  assert.is(parseEdtf(`Y1${'0'.repeat(59)}`), undefined)
})

test('a season has its number in place of the month', () => {
  assert.equal(parsed('2025-22').start, [2025, 22])
  assert.is(parsed('2025-22').kind, 'season')
})

test('a time is kept as written, and sorted in UTC', () => {
  assert.equal(parsed('2025-01-20T06:30').time, { hour: 6, minute: 30, second: 0, offset: undefined })
  assert.equal(parsed('2025-01-20T06:30:05Z').time, { hour: 6, minute: 30, second: 5, offset: 0 })
  assert.equal(parsed('2025-01-20T06:30+01:00').time, { hour: 6, minute: 30, second: 0, offset: 60 })
  assert.is(parsed('2025-01-20T06:30+01:00').sortKey, Date.UTC(2025, 0, 20, 5, 30))
  assert.is(parsed('2025-01-20T06:30:05Z').sortKey, Date.UTC(2025, 0, 20, 6, 30, 5))
  assert.is(parsed('2025-01-20T06:30-05:30').sortKey, Date.UTC(2025, 0, 20, 12, 0))
  assert.is(parsed('2025-01-20').time, undefined)
})

test('what is not a date is none', () => {
  for (const text of [
    '',
    ' 2025',
    '20 January 2025',
    '2025-1-2',
    '2025-13',
    '2025-00-01',
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-01-20T25:00',
    '2025-01-20 06:00',
    '2025/2024',
    '2025-06/2025-05-31',
    '2025-01-20T10:00Z/2025-01-20T10:00+01:00',
    '2025-02-30/2025-03',
    '../..',
    '/',
    'XXXX',
    '[2024,2025]',
    '2025-45',
    '2025'.repeat(100),
  ])
    assert.is(parseDate(text), undefined, text)
})

test('the leap day is one in leap years', () => {
  assert.equal(parsed('2024-02-29').start, [2024, 2, 29])
  assert.equal(parsed('2000-02-29/2024-02-29').end, [2024, 2, 29])
})

test('every day of the calendar reads as it is written', () => {
  const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.boolean(), (date, approximate) => {
      const text = date.toISOString().slice(0, 10)
      const read = parsed(approximate ? `${text}~` : text)
      assert.equal(read.start, [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()])
      assert.is(read.sortKey, Date.parse(text))
      assert.is(read.approximate, approximate)
    }),
    { seed: 20250120, numRuns: 300 },
  )
})

test('plain dates and intervals are read as the library reads them', () => {
  const library = createRequire(import.meta.url)('edtf') as { parse(text: string, options: object): object }
  const two = (min: number, max: number) =>
    fc.integer({ min, max }).map(number => String(number).padStart(2, '0'))
  const year = fc.integer({ min: 0, max: 9999 }).map(number => String(number).padStart(4, '0'))
  const parts = fc.oneof(fc.tuple(year), fc.tuple(year, two(1, 12)), fc.tuple(year, two(1, 12), two(1, 28)))
  const point = fc.tuple(parts, fc.constantFrom('', '~', '?', '%')).map(([all, mark]) => all.join('-') + mark)
  const text = fc.oneof(
    point,
    fc.tuple(point, point).map(ends => ends.join('/')),
  )
  const withoutLevel = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (key, inner) => (key === 'level' ? undefined : inner)))
  const options = { level: 1, types: ['Date', 'Year', 'Season', 'Interval'] }
  fc.assert(
    fc.property(text, date => {
      assert.equal(withoutLevel(parseEdtf(date)), withoutLevel(library.parse(date, options)))
    }),
    { seed: 20250120, numRuns: 300 },
  )
})

test('no text makes it fail', () => {
  const marks = fc.array(
    fc.constantFrom('2', '0', '25', '-', '/', '.', '..', 'X', '~', '?', '%', 'T', ':', 'Z', '+', 'Y', 'E'),
  )
  fc.assert(
    fc.property(marks, parts => {
      parseDate(parts.join(''))
    }),
    { seed: 20250120, numRuns: 2000 },
  )
})

test('a date is over with the first moment of what comes after it', () => {
  const day = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day)
  assert.is(instantAfter([2024, 2, 28]), day(2024, 2, 29))
  assert.is(instantAfter([2025, 12, 31]), day(2026, 1, 1))
  assert.is(instantAfter([2025, 12]), day(2026, 1, 1))
  assert.is(instantAfter([2025]), day(2026, 1, 1))
  assert.is(instantAfter([1990], 10), day(2000, 1, 1))
  assert.is(firstInstant([2025, 21]), day(2025, 3, 1))
  assert.is(instantAfter([2025, 21]), day(2025, 6, 1))
  assert.is(instantAfter([2025, 24]), day(2026, 3, 1))
})

test.run()

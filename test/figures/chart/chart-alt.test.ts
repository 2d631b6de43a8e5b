import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { altText } from '../../../src/figures/index.js'
import { word, wordsIn } from '../sketch.js'
import { chartOf } from './chart-data.js'

const YEARS = ['2018', '2020', '2022', '2024']
const PARCELS = chartOf('column', YEARS, ['Parcels', [411, 637, undefined, 1364], 'million'])

test('a chart is told with all its figures where they are few', () => {
  assert.is(
    altText({ data: PARCELS, words: wordsIn('en') }),
    'Column chart: Parcels, million, by Year: 2018, 411; 2020, 637; 2022, no figure; 2024, 1,364; highest 2024, 1,364; lowest 2018, 411.',
  )
  assert.is(
    altText({ data: PARCELS, words: wordsIn('de') }),
    'Säulendiagramm: Parcels, million, nach Year: 2018, 411; 2020, 637; 2022, keine Angabe; 2024, 1.364; höchster Wert 2024, 1.364; niedrigster Wert 2018, 411.',
  )
})

test('of more than twelve figures the ends and the extremes of each series are told', () => {
  const years = Array.from({ length: 13 }, (_, index) => String(2000 + index))
  const data = chartOf('line', years, ['Trips', years.map((_, index) => (index === 5 ? 99 : index))])
  assert.is(
    altText({ data, words: wordsIn('en') }),
    'Line chart: Trips, by Year: 13 values; first 2000, 0; last 2012, 12; highest 2005, 99; lowest 2000, 0.',
  )
})

test('several series are told one after the other, and the words of the author go before all', () => {
  const data = chartOf('bar', ['A', 'B'], ['In', [1, 2], 't'], ['Out', [3, 4], 't'])
  assert.is(altText({ data, words: wordsIn('en') }), 'Bar chart by Year, t. In: A, 1; B, 2. Out: A, 3; B, 4.')
  assert.is(
    altText({ data: { ...data, alt: word('More goes out.') }, words: wordsIn('en') }),
    'More goes out.',
  )
})

test.run()

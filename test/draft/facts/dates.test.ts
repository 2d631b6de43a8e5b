import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { dateFinder } from '../../../src/draft/facts/dates.js'

/** Thursday. */
const TODAY = '2025-02-20'

const DATES: readonly (readonly [sentence: string, withToday: string | undefined, without?: string])[] = [
  ['The council voted on Jan. 20, 2025, to wait.', '2025-01-20', '2025-01-20'],
  ['The council voted on 20 January 2025 to wait.', '2025-01-20', '2025-01-20'],
  ['The plan was drawn up in early September 2016.', '2016-09', '2016-09'],
  ['The pier was built in 1931.', '1931', '1931'],
  ['It was closed between 2012 and 2014.', '2012/2014', '2012/2014'],
  ['It was rebuilt in the spring of 2019.', '2019-21', '2019-21'],
  ['It was rebuilt in summer 2019.', '2019-22', '2019-22'],
  ['It was rebuilt in the fall of 2019.', '2019-23', '2019-23'],
  ['It was rebuilt in autumn 2019.', '2019-23', '2019-23'],
  ['It was rebuilt in the winter of 2019.', '2019-24', '2019-24'],
  ['It was painted in the 1990s.', '199X', '199X'],
  ['The council voted last Tuesday.', '2025-02-18'],
  ['The council voted on Friday.', '2025-02-14'],
  ['The council voted yesterday.', '2025-02-19'],
  ['The council voted last month.', '2025-01'],
  ['The council voted two years ago.', '2023'],
  ['The council voted on March 3.', '2024-03-03'],
  ['They met from Sept. 19 to 22.', '2024-09-19/2024-09-22'],
  ['The council voted last week.', undefined],
]

test('dates are as precise as the words, and relative ones need a day to count from', async () => {
  const [withToday, without] = [await dateFinder(TODAY), await dateFinder(undefined)]
  for (const [sentence, expected, alone] of DATES) {
    assert.is(withToday(sentence, true)[0]?.edtf, expected, sentence)
    assert.is(without(sentence, true)[0]?.edtf, alone, sentence)
  }
})

test('what is to come is not taken for past', async () => {
  const find = await dateFinder(TODAY)
  assert.is(find('The council will vote on March 3.', false)[0]?.edtf, '2025-03-03')
})

test('what only looks like a date is none', async () => {
  const find = await dateFinder(TODAY)
  const sentences = [
    'It may march on, she said a second later.',
    'He sat in the sun at 5 to 4.',
    'They talked for 10 days.',
    'Prices rose in the past 20 years.',
    'More than 70% of 10,000 troops went home.',
    'They remember the Sept. 11 attacks.',
    'It is open now, from 9 a.m. to 5 p.m.',
  ]
  for (const sentence of sentences)
    assert.equal(
      find(sentence, true).map(({ text }) => text),
      [],
      sentence,
    )
})

test.run()

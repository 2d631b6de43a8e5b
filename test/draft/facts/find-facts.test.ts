import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { numericFigures } from '../../../src/draft/facts/key-facts.js'
import { factsOf } from './helpers.js'

const texts = (taken: readonly { readonly text: string }[]) => taken.map(({ text }) => text)

test('figures are money, shares and counts, as written', () => {
  const figures: Readonly<Record<string, readonly string[]>> = {
    'More than 70% of the ships and 25 percent of the boats.': ['More than 70%', '25 percent'],
    'It cost $1.2 billion, or €40 million a year.': ['$1.2 billion', '€40 million'],
    'About 10,000 dockers in 238 towns went home.': ['About 10,000', '238'],
    'Nine out of 10 captains agree with 2.3 million voters.': ['Nine out of 10', '2.3 million'],
    'In 1931, at 10:30 a.m., the 54-year-old met Mr. Varga on March 12.': [],
    'The population stood at 200,000 in 1972.': ['200,000'],
    'He waited 12 years and 40 days.': [],
  }
  for (const [text, expected] of Object.entries(figures))
    assert.equal(
      numericFigures(text).map(figure => figure.text),
      expected,
      text,
    )
})

const ARTICLE = `The harbour council closed the old pier on Friday after a storm broke its wall.

On her first day in office, Mayor Ingrid Solheim signed an order that closes the harbour at night. The repair will cost $12 million, according to the harbour company. More than 60% of the dockers live in the old town.

Varga rejected the order and accused the mayor of ignoring the union. However, the closure could put 400 jobs at risk before the summer. If the wall breaks again, the town might lose its only road to the north.

The mayor plans to present a new design to the council in April. She has never said so in public.

“We will not work on a Sunday, not for anybody,” Varga said.`

test('each kind of sentence is found by its signals', async () => {
  const facts = await factsOf(ARTICLE, '2025-02-20')
  assert.equal(texts(facts.keyFacts), [
    'The repair will cost $12 million, according to the harbour company.',
    'More than 60% of the dockers live in the old town.',
    'The closure could put 400 jobs at risk before the summer.',
  ])
  assert.equal(
    facts.timeline.map(({ date, when, text }) => [date ?? when, text]),
    [
      ['2025-02-14', 'The harbour council closed the old pier on Friday after a storm broke its wall.'],
      [
        'On her first day in office',
        'Mayor Ingrid Solheim signed an order that closes the harbour at night.',
      ],
    ],
  )
  assert.equal(texts([...facts.positions.values()]), [
    'Varga rejected the order and accused the mayor of ignoring the union.',
  ])
  assert.equal(texts(facts.watch), [
    'If the wall breaks again, the town might lose its only road to the north.',
  ])
  assert.equal(texts(facts.nextSteps), ['The mayor plans to present a new design to the council in April.'])
  assert.equal(
    facts.issue?.text,
    'The harbour council closed the old pier on Friday after a storm broke its wall.',
  )
})

test('without a day to count from, an event has the words of the article', async () => {
  const { timeline } = await factsOf(ARTICLE)
  assert.equal(
    timeline.map(({ date, when }) => [date, when]),
    [
      [undefined, 'On Friday'],
      [undefined, 'On her first day in office'],
    ],
  )
})

test('a date is of the event that it stands with', async () => {
  const { timeline } = await factsOf(
    'The company, which in March sold its last ship, opened a new office. ' +
      'The mayor condemned Friday’s vote in a long letter to the town. ' +
      'The town has had no ferry since 2015, and nobody asked for one. ' +
      'After a storm in January, the council closed the harbour.',
    '2025-02-20',
  )
  assert.equal(
    timeline.map(({ date, when }) => date ?? when),
    ['After a storm in January'],
  )
})

test('opinions, questions and conditions are no events', async () => {
  const { timeline } = await factsOf(
    'The pier could have been closed in 2024, some say. Was it closed in 2023 by the council then? ' +
      'The pier should have opened last year, and nobody knows why.',
    '2025-02-20',
  )
  assert.equal(timeline, [])
})

test('where a report was written is no part of its sentences', async () => {
  for (const dateline of [
    'ELLBY — ',
    'ELLBY, Norway (Post) — ',
    'ST. ELLBY, Feb. 3 (Wire) - ',
    'OLD ELLBY/NORTH (Wire) – ',
  ]) {
    const { issue } = await factsOf(
      `${dateline}The council closed the old pier after a storm broke its wall.`,
    )
    assert.is(issue?.text, 'The council closed the old pier after a storm broke its wall.', dateline)
  }
  const { issue } = await factsOf(
    'NATO — the alliance, that is — moved its ships to the old harbour on Friday.',
  )
  assert.is(issue?.text, 'NATO — the alliance, that is — moved its ships to the old harbour on Friday.')
})

test('what may have been is not at stake', async () => {
  const { stakes } = await factsOf(
    'The council met and voted on the pier. Two of the captains may have left the harbour before the storm. The pier could break in the next storm.',
  )
  assert.equal(texts(stakes), ['The pier could break in the next storm.'])
})

test('direct speech is left to the quotations', async () => {
  const facts = await factsOf(
    '“We could lose 400 jobs and $12 million if the wall breaks,” Varga said on Friday.',
    '2025-02-20',
  )
  assert.equal(
    [...facts.keyFacts, ...facts.stakes, ...facts.watch, ...facts.timeline, ...facts.background],
    [],
  )
})

test('no sentence stands in two places, but that an event may be a fact', async () => {
  const { keyFacts, timeline, watch, stakes, nextSteps, bottomLine, background, positions } =
    await factsOf(ARTICLE)
  const once = [...watch, ...stakes, ...nextSteps, ...bottomLine, ...background, ...positions.values()]
  const starts = [
    ...once.map(({ start }) => start),
    ...new Set([...keyFacts, ...timeline].map(({ start }) => start)),
  ]
  assert.is(new Set(starts).size, starts.length)
})

test.run()

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { altText } from '../../src/figures/index.js'
import type { DiagramData, MappedActor, RatedStake, TimelineEvent } from '../../src/markup/index.js'
import { word, wordsIn } from './sketch.js'

const say = (data: DiagramData, lang = 'en') => altText({ data, words: wordsIn(lang) })
type Told = readonly [date: string | undefined, label: string, priority?: TimelineEvent['priority']]
const timeline = (...events: readonly Told[]) => ({
  kind: 'timeline' as const,
  events: events.map(([date, label, priority = 'should']) => ({ date, label: word(label), priority })),
})
const actor = (name: string, influence?: number, support?: number): MappedActor => ({
  ...{ name: word(name), side: undefined, influence, support, priority: 'should' },
})
const stake = (number: number, name: string, likelihood?: number, impact?: number): RatedStake => ({
  ...{ number, stake: word(name), who: [], likelihood, impact, priority: 'should' },
})

test('a timeline is told from its first date to its last, with what has none', () => {
  assert.is(
    say(
      timeline(
        ['2025-03-02', 'tariffs announced'],
        ['2025-01-20', 'order signed'],
        [undefined, 'talks begin'],
        ['2024-12/2025-04', 'review'],
      ),
    ),
    'Timeline of three events from December 2024 to April 2025: December 2024 – April 2025, review; 20 January 2025, order signed; 2 March 2025, tariffs announced. Without a date: talks begin.',
  )
  assert.is(
    say(timeline(['2025-01-20', 'order signed'])),
    'Timeline of one event: 20 January 2025, order signed.',
  )
})

test('a calendar is told lane by lane, with the date that its facts hold for', () => {
  const event = (date: string | undefined, label: string, lane?: string): TimelineEvent => ({
    ...{ date, label: word(label), priority: 'should' },
    lane: lane === undefined ? undefined : word(lane),
  })
  const calendar = (asOf: string | undefined, ...steps: TimelineEvent[]): DiagramData => ({
    kind: 'timeline',
    events: [
      event('2025-09-02', 'draft leaked', 'Board'),
      event('2025-09-11/2025-12-10', 'award suspended', 'Commission'),
      event(undefined, 'talks begin'),
    ],
    calendar: { asOf, steps },
  })
  assert.is(
    say(
      calendar(
        '2025-10-06',
        event('2025-11-10', 'review due', 'Commission'),
        event('2025-12-31', 'offer lapses'),
      ),
    ),
    'Timeline of four events from 2 September 2025 to 31 December 2025: Board: 2 September 2025, draft leaked; Commission: 11 September – 10 December 2025, award suspended; 10 November 2025, review due; Other: 31 December 2025, offer lapses. As of 6 October 2025. Without a date: talks begin.',
  )
  assert.not.match(say(calendar(undefined)), /As of/)
})

test('the known end of an open period counts as its date', () => {
  assert.match(
    say(timeline(['../2025-01-20', 'A'], ['2025-02-03/..', 'B'])),
    /from 20 January 2025 to 3 February 2025:/,
  )
})

test('of many events those that matter most are told, in order of time', () => {
  const many = Array.from(
    { length: 40 },
    (_, index) => [`20${10 + index}`, `event ${index}`, index % 4 === 3 ? 'must' : 'could'] as const,
  )
  const said = say(timeline(...many))
  assert.match(said, /^Timeline of 40 events from 2010 to 2049: among them /)
  for (const index of [3, 7, 39]) assert.match(said, new RegExp(`, event ${index}[;.]`))
  assert.is(said.split('; ').length, 12)
})

test('a map is told stance by stance, from those in favour to those opposed', () => {
  const actors = [actor('B', 3, -2), actor('A', 5, 2), actor('C', 1, 2), actor('D', 4)]
  assert.is(
    say({ kind: 'actor-map', stanceOn: undefined, actors }),
    'Map of three actors by influence and support: in favour: A (decisive influence), C (little influence); opposed: B (considerable influence). Not on the map: D.',
  )
  assert.is(
    say({ kind: 'actor-map', stanceOn: undefined, actors: [actor('A', 5, 0)] }),
    'Map of one actor by influence and support: neutral: A (decisive influence).',
  )
})

test('what the actors are for or against is told', () => {
  const data = { kind: 'actor-map', stanceOn: word('the dam'), actors: [actor('A', 5, 0)] } as const
  assert.match(say(data), /\(decisive influence\)\. Stance on: the dam\.$/)
})

test('the side of an actor is told, and who bears a stake where the figure lists them', () => {
  assert.match(
    say({ kind: 'actor-map', stanceOn: undefined, actors: [{ ...actor('A', 5, 0), side: 'City' }] }),
    /neutral: A \(City, decisive influence\)\.$/,
  )
  const stakes = [{ ...stake(1, 'Trade', 3, 4), who: [word('Port'), word('City')] }]
  assert.match(
    say({ kind: 'stakes-matrix', stakes, listed: true }),
    /\(about even, major impact; Port, City\)/,
  )
  assert.match(say({ kind: 'stakes-matrix', stakes, listed: false }), /\(about even, major impact\)/)
})

test('of many actors the map says that it names some', () => {
  const actors = Array.from({ length: 30 }, (_, index) => actor(`A${index}`, 3, 1))
  assert.match(
    say({ kind: 'actor-map', stanceOn: undefined, actors }),
    /^Map of 30 actors by influence and support: among them leaning/,
  )
})

test('a matrix is told stake by stake, by their numbers', () => {
  const stakes = [stake(1, 'Trade', 3, 4), stake(2, 'Trust'), stake(3, 'Peace?', 1, 5)]
  assert.is(
    say({ kind: 'stakes-matrix', stakes, listed: true }),
    'Matrix of two stakes by likelihood and impact: 1, Trade (about even, major impact); 3, Peace? (very unlikely, severe impact).',
  )
})

test('every language of the package tells its figures in its own words', () => {
  const told = {
    es: 'Cronología de dos hechos (20 de enero de 2025 – 2 de marzo de 2025): 20 de enero de 2025, A; 2 de marzo de 2025, B.',
    fr: 'Chronologie de deux événements (20 janvier 2025 – 2 mars 2025) : 20 janvier 2025, A ; 2 mars 2025, B.',
    de: 'Zeitleiste mit zwei Ereignissen (20. Januar 2025 – 2. März 2025): 20. Januar 2025, A; 2. März 2025, B.',
  }
  for (const [lang, words] of Object.entries(told))
    assert.is(say(timeline(['2025-01-20', 'A'], ['2025-03-02', 'B']), lang), words)
})

test.run()

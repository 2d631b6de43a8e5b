import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findNodes } from '../../src/markup/index.js'
import { template } from '../support/briefs.js'
import { fitted, listOf, prepare, words } from './support.js'

const NOTE = template(
  `<h1>{{title}}</h1>
{{#section "key_facts"}}<ul>{{#each key_facts}}<li>{{fact}}</li>{{/each}}</ul>{{/section}}
{{#section "timeline"}}<timeline></timeline><ul>{{#each timeline}}<li>{{date date}}: {{event}}</li>{{/each}}</ul>{{/section}}
{{#section "stakes"}}<stakes-matrix list="none"></stakes-matrix><ul>{{#each stakes}}<li>{{stake}}</li>{{/each}}</ul>{{/section}}`,
  {
    page: '{ size: a4, margins: { top: 63, right: 40, bottom: 63, left: 40 } }',
    type: '{ size: 10, floor: 8 }',
  },
)
const facts = (count: number, priority: string) =>
  listOf(
    'key_facts',
    'fact',
    Array.from({ length: count }, () => `${priority}: ${words(12)}`),
  )
const DATED = `timeline: [{date: 2025-01-20, event: Order, priority: must}, {date: 2025-03-02, event: Talks, priority: must}]
stakes: [{stake: Trade, likelihood: 2, impact: 4, priority: must}]
`
const set = (yaml: string) => fitted(prepare(`${yaml}${DATED}`, NOTE))
const BESIDE = NOTE.replace(
  '<stakes-matrix list="none"></stakes-matrix><ul>',
  '<columns><column><stakes-matrix list="none"></stakes-matrix></column><column><p>x</p></column></columns><ul>',
)
const shown = (outcome: ReturnType<typeof set>) =>
  findNodes(outcome.fitted?.variant.document.blocks ?? [], 'diagram').map(({ data }) => data.kind)

test('figures stay where there is the room', () => {
  const outcome = set(facts(3, 'could'))
  assert.equal(shown(outcome), ['timeline', 'stakes-matrix'])
  assert.equal(outcome.fitted?.figuresLeftOut, [])
})

test('figures are left out before any item, the last one first, and the report says so', () => {
  const outcome = set(facts(10, 'could'))
  assert.equal([outcome.fitted?.leftOut, outcome.fitted?.figuresLeftOut], [[], ['stakes-matrix']])
  assert.equal(shown(outcome), ['timeline'])
  const [finding] = outcome.findings.all
  assert.is(finding?.code, 'could-left-out')
  assert.is(finding?.message, '`note` leaves out 1 of 2 `figures` to keep to 1 page: `stakes-matrix`')
  const place = finding?.place
  assert.is(place?.file.text.slice(place.range.start, place.range.end), 'Trade')
})

test('a figure beside other columns, which hardly takes room of its own, goes last', () => {
  const outcome = fitted(prepare(`${facts(24, 'could')}${DATED}`, BESIDE))
  assert.equal(outcome.fitted?.figuresLeftOut, ['timeline', 'stakes-matrix'])
})

test('the page does not say that the full brief has more where only figures are left out', () => {
  assert.not.match(set(facts(10, 'could')).text, /full brief/)
  const outcome = set(facts(60, 'could'))
  assert.equal(outcome.fitted?.figuresLeftOut, ['stakes-matrix', 'timeline'])
  assert.match(String(outcome.fitted?.leftOut[0]), /^key_facts/)
  const { length } = outcome.fitted?.leftOut ?? []
  assert.ok(length > 20)
  assert.is(/The full brief has more: Key facts\s\((\d+)\)\./.exec(outcome.text)?.[1], String(length))
})

test.run()

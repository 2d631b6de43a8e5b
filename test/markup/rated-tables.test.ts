import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../src/diagnostics/index.js'
import { type Block, findNodes, renderTemplate, type Table, textOfInlines } from '../../src/markup/index.js'
import { editionOf, libraryOf, prose, verbatim } from '../support/edition.js'

const PARTIALS = new URL('../../templates/partials/', import.meta.url)
const library = libraryOf(
  Object.fromEntries(
    readdirSync(PARTIALS).map(file => [
      file.replace('.hbs', ''),
      readFileSync(new URL(file, PARTIALS), 'utf8'),
    ]),
  ),
)

function printed(partial: string, data: object, lang = 'en') {
  const findings = new Findings()
  const document = renderTemplate(
    editionOf({ template: `{{> ${partial}}}`, data: { ...data }, lang }),
    library,
    findings.report,
  )
  assert.equal(
    findings.all.map(({ message }) => message),
    [],
  )
  return document?.blocks ?? []
}

const wordsOf = (blocks: readonly Block[]) =>
  blocks
    .flatMap(block =>
      block.kind === 'paragraph' || block.kind === 'meter' ? [textOfInlines(block.children)] : [],
    )
    .join(' | ')
const rowsOf = ({ body }: Table) => body.map(row => row.cells.map(cell => wordsOf(cell.children)))
const tableIn = (blocks: readonly Block[]): Table => {
  const [table] = findNodes(blocks, 'table')
  if (!table) throw new Error('there is no table')
  return table
}

const actor = (name: string, more: object = {}) => ({ id: name, name: verbatim(name), ...more })
const rated = (name: string, influence: number, support: number, more: object = {}) => {
  const stance = support > 0 ? 'for' : support < 0 ? 'against' : 'neutral'
  return actor(name, { influence, support, stance, ...more })
}

test('actors stand by influence, the highest first and equal ones in their order, each mark with its words', () => {
  const actors = [
    rated('Vela', 2, 0, { position: prose('Wait.') }),
    rated('Ros', 5, 2, { position: prose('Sign.') }),
    rated('Sand', 2, -2, { position: prose('Stop.') }),
  ]
  const table = tableIn(printed('positions-table', { actors, stance_on: prose('signing now') }))
  assert.equal(rowsOf(table), [
    ['Ros', 'Influence 5 of 5', 'in favour', 'Sign.'],
    ['Vela', 'Influence 2 of 5', 'neutral', 'Wait.'],
    ['Sand', 'Influence 2 of 5', 'opposed', 'Stop.'],
  ])
  assert.is(wordsOf(table.head[0]?.cells.at(-1)?.children ?? []), 'Signing now')
})

test('columns of ratings that no actor has are not printed, and one that lacks a rating says so', () => {
  const plain = tableIn(printed('positions-table', { actors: [actor('Vela', { position: prose('Wait.') })] }))
  assert.equal(rowsOf(plain), [['Vela', 'Wait.']])
  const actors = [actor('Vela', { influence: 3 }), actor('Ros', { support: 1, stance: 'for' })]
  assert.equal(rowsOf(tableIn(printed('positions-table', { actors }))), [
    ['Vela', 'Influence 3 of 5', 'not rated', ''],
    ['Ros', 'not rated', 'leaning in favour', ''],
  ])
})

test('beside a short position the full one stands below, and each name once', () => {
  const short = { position: prose('Wants the review first.'), position_short: prose('Review first') }
  const interest = prose('A safe contract')
  const actors = [
    rated('Vela', 2, 0, { ...short, interest }),
    rated('Ros', 1, 0, { position: prose('Sign.') }),
    actor('Sand'),
  ]
  const blocks = printed('positions-table full=true', { actors })
  assert.equal(rowsOf(tableIn(blocks)), [
    ['Vela', 'Influence 2 of 5', 'neutral', 'Review first'],
    ['Wants the review first. | Interest: A safe contract'],
    ['Ros', 'Influence 1 of 5', 'neutral', 'Sign.'],
  ])
  assert.is(wordsOf(blocks.slice(1)), 'Also named: Sand.')
  const brief = tableIn(printed('positions-table', { actors }))
  assert.not(JSON.stringify(rowsOf(brief)).includes('Interest'))
})

const stake = (name: string, more: object = {}) => ({ stake: prose(name), ...more })

test('a stake has a number, marks over their words, when and whom, and below it what could happen', () => {
  const stakes = [
    stake('Safety', {
      likelihood: 2,
      impact: 5,
      horizon: prose('From 2026 on'),
      who: [actor('Vela'), actor('Ros')],
      description: prose('A fire.'),
    }),
    stake('Trade', { likelihood: 3 }),
  ]
  const table = tableIn(printed('stakes', { stakes }))
  assert.equal(rowsOf(table), [
    ['1', 'Safety', 'Likelihood 2 of 5 | unlikely', 'Impact 5 of 5 | severe', 'From 2026 on | Vela, Ros'],
    ['A fire.'],
    ['2', 'Trade', 'Likelihood 3 of 5 | about even', 'not rated', ''],
  ])
  assert.is(table.body[0]?.cells[0]?.rows, 2)
})

test('those who bear all stakes alike are named once', () => {
  const who = [actor('Vela')]
  const blocks = printed('stakes', {
    stakes: [
      stake('Safety', { likelihood: 1, impact: 1, who }),
      stake('Trade', { likelihood: 1, impact: 1, who }),
    ],
  })
  assert.is(wordsOf(blocks.slice(1)), 'Who bears it: Vela.')
  assert.not(JSON.stringify(rowsOf(tableIn(blocks))).includes('Vela'))
})

test('eight stakes have a matrix, seven have none, and those that are only named are a list', () => {
  const many = (count: number, more: object) =>
    Array.from({ length: count }, (_, index) => stake(`Stake ${index}`, more))
  const kinds = (stakes: object[]) => printed('stakes', { stakes }).map(({ kind }) => kind)
  assert.equal(kinds(many(7, { likelihood: 2, impact: 3 })), ['table'])
  assert.equal(kinds(many(8, { likelihood: 2, impact: 3 })), ['diagram', 'table'])
  assert.equal(kinds(many(8, { likelihood: 2 })), ['table'])
  assert.equal(kinds(many(3, {})), ['list'])
})

test('marks are read in each language', () => {
  const actors = [rated('Vela', 4, 1, { position: prose('Sí.') })]
  const read = (lang: string) => rowsOf(tableIn(printed('positions-table', { actors }, lang)))[0]?.slice(1, 3)
  assert.equal(read('es'), ['Influencia 4 de 5', 'más bien a favor'])
  assert.equal(read('de'), ['Einfluss 4 von 5', 'eher zustimmend'])
  assert.equal(read('fr'), ['Influence 4 sur 5', 'plutôt favorable'])
})

test.run()

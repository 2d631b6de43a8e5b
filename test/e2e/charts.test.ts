import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { template } from '../support/briefs.js'
import { readText } from '../support/pdf-text.js'
import { findingsOf, workspace } from '../support/workspace.js'

const TEMPLATE = template(
  '<h1>{{title}}</h1>\n{{#each charts}}{{> chart}}{{/each}}\n{{#each tables}}{{> data-table}}{{/each}}\n<h2>Sources</h2><source-list></source-list>',
  { sections: '[tables, charts, sources]' },
)
const HEAD = `title: The dam
as_of: 2025-03-10
sources: [{id: office, title: Water statistics}]
tables:
  - id: water
    title: Water let out
    cite: "@office"
    columns: [{key: year, title: Year}, {key: litres, title: Litres, unit: thousand}, {key: who, title: Who}]
    rows: [[May, 12, Moe], [June, 10, Lee], [July, 15, Moe], [Sum, 37, '']]
    total: true
`
const chart = (fields: string) => `charts:\n  - {id: one, title: Less water, cite: "@office", ${fields}}\n`

async function found(charts: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const space = workspace({ 'templates/note.hbs': TEMPLATE, 'briefs/dam.yaml': HEAD + charts, ...files })
  return findingsOf(await space.run('check', '--json')).map(each => each.replace('briefs/', ''))
}

const WRONG: readonly (readonly [name: string, fields: string, found: string])[] = [
  ['a table that is not there', 'kind: bar, table: watr, x: year, y: litres', 'chart-invalid'],
  ['a column that is not there', 'kind: bar, table: water, x: year, y: litre', 'chart-column'],
  ['an x that is not there', 'kind: bar, table: water, x: yaer, y: litres', 'chart-column'],
  ['words in y', 'kind: bar, table: water, x: year, y: who', 'chart-column'],
  ['x among y', 'kind: bar, table: water, x: year, y: [litres, year]', 'chart-column'],
  ['a column twice', 'kind: bar, table: water, x: year, y: [litres, litres]', 'chart-column'],
  ['neither table nor data', 'kind: bar, x: year, y: litres', 'chart-invalid'],
  ['both table and data', 'kind: bar, table: water, data: water.csv, x: year, y: litres', 'chart-invalid'],
]
for (const [name, fields, code] of WRONG)
  test(`a chart is refused: ${name}`, async () => {
    const all = await found(chart(fields), { 'briefs/water.csv': 'year,litres\n2022,1\n' })
    assert.equal(
      all.map(each => each.split(' ')[1]),
      [code],
      all.join(),
    )
    assert.match(all[0] ?? '', name === 'words in y' ? /^dam\.yaml:9:/ : /^dam\.yaml:12:/)
  })

test('words in a column of a CSV that is drawn are found in the CSV', async () => {
  const all = await found(chart('kind: bar, data: water.csv, x: year, y: litres'), {
    'briefs/water.csv': 'year,litres\n2022,1\n2023,some\n',
  })
  assert.equal(all, ['water.csv:3:6 chart-column'])
})

test('the rules of statisticians are warnings, and the chart is printed', async () => {
  const charts = `charts:
  - {id: one, title: Less water, kind: stacked, data: water.csv, x: year, y: [a, b]}
  - {id: two, title: Litres and fees, kind: line, data: water.csv, x: year, y: [a, b, c, d, e, f, g], cite: "@office"}
`
  const space = workspace({
    'templates/note.hbs': TEMPLATE,
    'briefs/dam.yaml': HEAD + charts,
    'briefs/water.csv': 'year,a,b,c,d,e,f,g\n2022,1,-2,3,4,5,6,7\n2023,2,-1,3,4,5,6,7\n',
  })
  const run = await space.run('build', '-a', 'note', '--json')
  const codes = findingsOf(run).map(each => each.split(' ')[1])
  assert.equal(codes.toSorted(), [
    'chart-negative',
    'chart-series',
    'chart-source',
    'chart-unit',
    'chart-unit',
    'chart-without-table',
    'chart-without-table',
  ])
  assert.match(readText(readFileSync(join(space.root, 'out/dam/note.pdf'))).drawn, /Litres and fees/)
})

test('a total is not drawn, and a chart of a table above the clearance is left out with a finding', async () => {
  const charts = chart('kind: bar, table: water, x: year, y: litres')
  const space = workspace({ 'templates/note.hbs': TEMPLATE, 'briefs/dam.yaml': HEAD + charts })
  const open = await space.run('build', '-a', 'note', '--json')
  assert.equal(findingsOf(open), [])
  const { drawn } = readText(readFileSync(join(space.root, 'out/dam/note.pdf')))
  assert.is(drawn.match(/\b37\b/g)?.length, 1)
  const secret = HEAD.replace('    cite: "@office"\n', '    classification: TLP:RED\n    cite: "@office"\n')
  const closed = workspace({ 'templates/note.hbs': TEMPLATE, 'briefs/dam.yaml': secret + charts })
  const run = await closed.run('build', '-a', 'note', '--json')
  assert.ok(
    findingsOf(run).some(each => each.endsWith('reference-above-clearance')),
    findingsOf(run).join(),
  )
  const shown = readText(readFileSync(join(closed.root, 'out/dam/note.pdf'))).drawn
  assert.not.match(shown, /Less water|Litres/)
})

test.run()

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { template } from '../support/briefs.js'
import { readText } from '../support/pdf-text.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const TEMPLATE = template(
  '<h1>{{title}}</h1>\n{{#each tables}}{{> data-table}}{{/each}}\n<h2>Sources</h2><source-list></source-list>',
  { sections: '[tables, sources]' },
)
const HEAD = 'title: The dam\nas_of: 2025-03-10\n'
const TABLE = `tables:
  - id: water
    title: Water let out
    data: water.csv
    columns:
      - {key: month, title: Month}
      - {key: litres, title: Litres, align: decimal}
`

function house(files: Readonly<Record<string, string | Uint8Array>>): TestWorkspace {
  return workspace({ 'templates/note.hbs': TEMPLATE, 'briefs/dam.yaml': HEAD + TABLE, ...files })
}

async function checked(csv: string | Uint8Array, table = TABLE): Promise<string[]> {
  const space = house({ 'briefs/water.csv': csv, 'briefs/dam.yaml': HEAD + table })
  return findingsOf(await space.run('check', '--json')).map(found => found.replace('briefs/', ''))
}

/** What a PDF shows, line by line. */
function drawnIn(space: TestWorkspace, name = 'note'): string {
  return readText(readFileSync(join(space.root, `out/dam/${name}.pdf`))).drawn
}

const WRONG: readonly (readonly [name: string, csv: string | Uint8Array, found: string])[] = [
  ['empty', '', 'dam.yaml:6:11 table-invalid'],
  ['blank lines', '\n\n', 'dam.yaml:6:11 table-invalid'],
  ['a head alone', 'month,litres\n', 'dam.yaml:6:11 table-invalid'],
  ['a short row', 'month,litres\nMay,1\nJune\n', 'water.csv:3:1 table-row'],
  ['a long row', 'month,litres\nMay,1,234\n', 'water.csv:2:1 table-row'],
  ['a column that is not there', 'month,liters\nMay,1\n', 'dam.yaml:9:15 table-column'],
  ['a name twice', 'month,litres,litres\nMay,1,2\n', 'water.csv:1:14 table-column'],
  ['words among figures', 'month,litres\nMay,1\nJune,some\n', 'water.csv:3:6 table-cell'],
  ['thousands with commas', 'month,litres\nMay,"1,234"\n', 'water.csv:2:5 table-cell'],
  ['a quotation mark without its partner', 'month,litres\n"May,1\n', 'water.csv:2:1 table-invalid'],
  ['not UTF-8', Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xe4, 0x2c, 0x31, 0x0a), 'water.csv:2:1 file-encoding'],
  ['UTF-16', Buffer.from('\ufeffmonth,litres\nMay,1\n', 'utf16le'), 'water.csv:1:1 file-encoding'],
  ['a spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'dam.yaml:6:11 table-invalid'],
  ['a control character', 'month,litres\nMa\u0007y,1\n', 'water.csv:2:1 invalid-character'],
]

for (const [name, csv, found] of WRONG)
  test(`a CSV is refused at its place: ${name}`, async () => {
    assert.equal(await checked(csv), [found])
  })

test('a CSV that is missing, outside the workspace or a folder is found where it is named', async () => {
  const at = async (data: string) => {
    const space = house({ 'briefs/dam.yaml': HEAD + TABLE.replace('water.csv', data) })
    return findingsOf(await space.run('check', '--json'))
  }
  assert.equal(await at('nowhere.csv'), ['briefs/dam.yaml:6:11 file-unreadable'])
  assert.equal(await at('../../away.csv'), ['briefs/dam.yaml:6:11 path-outside-workspace'])
  assert.equal(await at('.'), ['briefs/dam.yaml:6:11 file-unreadable'])
  assert.equal(await at('dam.yaml'), ['briefs/dam.yaml:6:11 table-invalid'])
})

test('a total of a CSV is checked as one of rows is', async () => {
  const found = await checked('month,litres\nMay,10.5\nJune,11.5\nBoth,32\n', `${TABLE}    total: true\n`)
  assert.equal(found, ['water.csv:4:6 table-total'])
  assert.equal(await checked('month,litres\nMay,10.5\nJune,11.5\nBoth,22\n', `${TABLE}    total: true\n`), [])
})

test('columns are found by key or title, in any order, and a semicolon makes the comma a decimal sign', async () => {
  const space = house({ 'briefs/water.csv': '\ufeffLitres;other;Month\n1234,50;x;May\n;y;"June; late"\n' })
  assert.is((await space.run('build', '-a', 'note')).status, 0)
  const drawn = drawnIn(space)
  for (const text of ['Month', 'Litres', '1,234.50', 'June; late', '..'])
    assert.ok(drawn.includes(text), text)
  assert.not.ok(drawn.includes('other'))
})

test('a changed CSV makes its editions anew, and no others', async () => {
  const space = house({ 'briefs/water.csv': 'month,litres\nMay,1\n', 'briefs/other.yaml': HEAD })
  const states = async () => {
    const { stdout } = await space.run('build', '-a', 'note', '--json')
    const { editions } = JSON.parse(stdout) as { editions: { brief: string; cached: boolean }[] }
    return Object.fromEntries(editions.map(({ brief, cached }) => [brief, cached]))
  }
  assert.equal(await states(), { dam: false, other: false })
  assert.equal(await states(), { dam: true, other: true })
  space.write({ 'briefs/water.csv': 'month,litres\nMay,2.75\n' })
  assert.equal(await states(), { dam: false, other: true })
  assert.ok(drawnIn(space).includes('2.75'))
})

test('cells print to the letter from a CSV, and as prose from rows', async () => {
  const rows = `tables:
  - id: rows
    title: Rows
    columns: [{key: what, title: What}, {key: much, title: Much}]
    rows: [['*Big* and [small](https://a.example)', 1.50]]
`
  const space = house({
    'briefs/dam.yaml': HEAD + rows,
    'briefs/csv.yaml': HEAD + TABLE,
    'briefs/water.csv': 'month,litres\n*May* [@x],3\n',
  })
  const outcome = await space.run('build', '-a', 'note')
  assert.is(outcome.status, 0, outcome.stderr)
  assert.match(drawnIn(space), /Big\s*and\s*small/)
  assert.ok(drawnIn(space).includes('1.50'))
  const { drawn } = readText(readFileSync(join(space.root, 'out/csv/note.pdf')))
  assert.ok(drawn.includes('*May* [@x]'))
})

test('every cell counts as shown, and what another template leaves out does not', async () => {
  const space = house({
    'briefs/water.csv': 'month,litres\nMay,1\nJune,\n',
    'templates/short.hbs': template('<h1>{{title}}</h1>\n{{#each tables}}<p>{{title}}</p>{{/each}}'),
  })
  const { stdout } = await space.run('build', '-a', 'note', '-a', 'short', '--json')
  const { editions } = JSON.parse(stdout) as { editions: { audience: string; unshown: string[] }[] }
  const unshown = Object.fromEntries(editions.map(each => [each.audience, each.unshown]))
  assert.equal(unshown.note, [])
  assert.equal(unshown.short, ['tables[0].columns', 'tables[0].rows'])
})

test('a quotation in a cell is proved as any other, in rows and in a CSV', async () => {
  const sources = 'sources:\n  - {id: courier, title: Courier, type: article-newspaper, text: c.txt}\n'
  const text = '“We will raise the dam if the valley agrees,” said Ines Vela.\n'
  const found = async (cell: string) => {
    const space = house({
      'briefs/dam.yaml': `${HEAD}${TABLE}    cite: courier\n${sources}`,
      'briefs/water.csv': `month,litres\n${cell},1\n`,
      'briefs/c.txt': text,
    })
    return findingsOf(await space.run('check', '--json'))
  }
  assert.equal(await found('“We will raise the dam if the valley agrees”'), [])
  const [altered = ''] = await found('“We shall never raise the dam”')
  assert.match(altered, /^briefs\/water\.csv:2:\d+ (?:quote|quotation)-\w+/)
})

test('a table above the clearance, or that names who may not be named, leaves no trace', async () => {
  const brief = `${HEAD}actors:
  - {id: zq, name: Zqname Secret, classification: TLP:RED}
tables:
  - {id: a, title: Zqtitle, classification: TLP:RED, columns: [{key: k, title: Zqhead}], rows: [[987654]]}
  - {id: b, title: Names, columns: [{key: k, title: Who}, {key: n, title: N}], rows: [[Zqname Secret, 876543]]}
  - {id: c, title: File, data: water.csv, columns: [{key: month, title: Who}, {key: litres, title: N}]}
  - {id: d, title: Open table, columns: [{key: k, title: Who}, {key: n, title: N}], rows: [[Anna, 12]]}
`
  const space = house({
    'briefs/dam.yaml': brief,
    'briefs/water.csv': 'month,litres\nby Zqname Secret,765432\n',
    'templates/note.hbs': TEMPLATE.replace(/clearance: .*/, 'clearance: TLP:AMBER'),
  })
  const outcome = await space.run('build', '-a', 'note', '--json')
  assert.equal(findingsOf(outcome), [
    'briefs/dam.yaml:7:88 hidden-actor-named',
    'briefs/water.csv:2:4 hidden-actor-named',
  ])
  const drawn = drawnIn(space)
  assert.ok(drawn.includes('Open table'))
  assert.not.match(drawn, /Zq|987|876|765/)
})

test('a table is left out with its priority, and has its portion mark before its title', async () => {
  const secret = 'classification: TLP:AMBER\n'
  const brief = `${HEAD}${secret}tables:
  - {id: a, title: Kept, priority: must, classification: SECRET, columns: [{key: k, title: K}], rows: [[1]]}
  - {id: b, title: Dropped, priority: could, columns: [{key: k, title: K}], rows: [[2]]}
`.replace('TLP:AMBER', 'SECRET')
  const space = house({
    'briefs/dam.yaml': brief,
    'briefwright.yaml': 'markings: [us]\n',
    'templates/note.hbs': TEMPLATE.replace(/clearance: .*/, 'clearance: SECRET\npriority: should'),
  })
  const outcome = await space.run('build', '-a', 'note')
  assert.is(outcome.status, 0, outcome.stderr)
  assert.match(drawnIn(space), /\(S\)\sKept/)
  assert.not.ok(drawnIn(space).includes('Dropped'))
})

for (const [lang, figure, head] of [
  ['en', '12,345.50', /Note:\s*a sign/],
  ['de', '12.345,50', /Anmerkung:\s*a sign/],
  ['fr', '12\u202f345,50', /Note\u00a0:\s*a sign/],
  ['es', '12\u202f345,50', /Nota:\s*a sign/],
] as const)
  test(`figures, notes and sources are in the words of the edition: ${lang}`, async () => {
    const brief = `${HEAD}lang: ${lang}
tables:
  - id: a
    title: T
    columns: [{key: k, title: K}, {key: n, title: N, unit: m}]
    rows: [[One, 12345.50], [Two, -7], [Both, 12338.5]]
    total: true
    note: a sign
    cite: s
sources:
  - {id: s, title: A report, author: An office, issued: 2024}
`
    const space = house({ 'briefs/dam.yaml': brief })
    const outcome = await space.run('build', '-a', 'note')
    assert.is(outcome.status, 0, outcome.stderr)
    const drawn = drawnIn(space)
    for (const text of [figure, '−7', 'An office, A report, 2024']) assert.ok(drawn.includes(text), text)
    assert.match(drawn, head)
  })

test.run()

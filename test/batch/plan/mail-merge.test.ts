import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../../support/briefs.js'
import { readText } from '../../support/pdf-text.js'
import { findingsOf, type TestWorkspace, workspace } from '../../support/workspace.js'

const FILES = {
  'templates/letter.hbs': template('<h1>{{title}}</h1>\n<p>Dear {{recipient.name}}</p>\n<p>{{issue}}</p>'),
  'templates/card.hbs': template(
    '<h1>{{title}}</h1>\n{{#if recipient.town}}<p>{{recipient.town}}</p>{{else}}<p>To all</p>{{/if}}',
  ),
  'briefs/dam.yaml': `${DAM}audiences: [letter, card]\n`,
  'people.csv': 'id,name,town\nvela,Ines Vela,Port\nros,"Ros, A.",Hill\n',
}

interface Entry {
  readonly audience: string
  readonly recipient: string | null
  readonly file: string
  readonly cached: boolean
}

async function merge(space: TestWorkspace, ...argv: string[]) {
  const outcome = await space.run('build', '--json', '--data', 'people.csv', ...argv)
  const { editions } = JSON.parse(outcome.stdout) as { editions: Entry[] }
  const printed = editions
    .filter(entry => !entry.cached)
    .map(({ audience, recipient }) => `${audience} ${recipient}`)
  return { status: outcome.status, editions, printed, found: findingsOf(outcome) }
}

const textOf = (space: TestWorkspace, file: string) =>
  readText(readFileSync(join(space.root, 'out/dam', file))).drawn

test('prints an edition for each recipient and audience, and says whose it is', async () => {
  const space = workspace(FILES)
  const { status, editions, found } = await merge(space)
  assert.equal([status, found], [0, []])
  assert.equal(
    editions.map(({ file, recipient }) => [file, recipient]),
    [
      ['out/dam/letter/vela.pdf', 'vela'],
      ['out/dam/card/vela.pdf', 'vela'],
      ['out/dam/letter/ros.pdf', 'ros'],
      ['out/dam/card/ros.pdf', 'ros'],
    ],
  )
  assert.match(textOf(space, 'letter/ros.pdf'), 'Dear Ros, A.')
  assert.match(textOf(space, 'card/vela.pdf'), 'Port')
})

test('sums up by audience', async () => {
  const space = workspace(FILES)
  const { stdout } = await space.run('build', '--data', 'people.csv')
  assert.match(
    stdout,
    /brief +edition +printed +from cache +failed +pages +left out\ndam +letter +2 +0 +0 +2 +0\n/,
  )
  assert.match(stdout, '4 editions printed in ')
})

test('prints again what a changed row reaches, and no more', async () => {
  const space = workspace(FILES)
  await merge(space)
  const edit = (from: string, to: string) =>
    space.write({ 'people.csv': space.read('people.csv').replace(from, to) })
  assert.equal((await merge(space)).printed, [])
  edit('Ines Vela', 'Ines de Vela')
  assert.equal((await merge(space)).printed, ['letter vela'])
  edit('Hill', 'Hills')
  assert.equal((await merge(space)).printed, ['card ros'])
  edit('id,name,town\n', 'id,name,town\nsand,C. Sand,Dune\n')
  assert.equal((await merge(space)).printed, ['letter sand', 'card sand'])
  space.write({ 'people.csv': 'town,id,name\nPort,vela,Ines de Vela\n' })
  assert.equal((await merge(space)).printed, [], 'the order of columns does not count')
})

test('a row chooses audiences and a language', async () => {
  const space = workspace({
    ...FILES,
    'briefs/presa.yaml': `${DAM.replace('The dam', 'La presa')}lang: es\naudiences: [letter]\n`,
    'people.csv': `id,name,town,audience,lang
all,A,A,,
press,B,B,letter,
both,C,C,"card, letter",en-GB
es,D,D,,es
none,E,E,card,es
de,F,F,,de
`,
  })
  const { status, editions, found } = await merge(space)
  assert.equal(
    editions.map(({ file }) => file.slice('out/'.length, -'.pdf'.length)),
    ['dam/letter/all', 'dam/card/all', 'dam/letter/press', 'dam/letter/both', 'dam/card/both'].concat([
      'presa/letter/all',
      'presa/letter/press',
      'presa/letter/es',
    ]),
  )
  assert.equal(found, ['people.csv:6:1 recipient-unserved', 'people.csv:7:1 recipient-unserved'])
  assert.is(status, 0)
  assert.equal(
    (await merge(space, '-a', 'card')).editions.map(({ file }) => file),
    ['dam/card/all', 'dam/card/both', 'presa/card/all', 'presa/card/es', 'presa/card/none'].map(
      name => `out/${name}.pdf`,
    ),
    'audiences that are asked for go before those that a brief lists',
  )
})

test('a row that asks for a language is given the wordings in it, and changes with these alone', async () => {
  const issue = 'issue: { default: Should it be raised?, es: "¿Elevarla, {{recipient.name}}?" }'
  const space = workspace({
    ...FILES,
    'briefs/dam.yaml': `${DAM.replace(/issue: .*/, issue)}audiences: [letter]\n`,
    'people.csv': 'id,name,town,lang\nann,Ann,A,es-MX\nbob,Bob,B,\nfay,Fay,F,fr\n',
  })
  const { printed, found } = await merge(space)
  assert.equal(printed, ['letter ann', 'letter bob'])
  assert.equal(found, ['briefs/dam.yaml:1:1 wording-missing', 'people.csv:4:1 recipient-unserved'])
  assert.match(textOf(space, 'letter/ann.pdf'), '¿Elevarla, Ann?')
  assert.match(textOf(space, 'letter/bob.pdf'), 'Should it be raised?')
  space.write({ 'briefs/dam.yaml': space.read('briefs/dam.yaml').replace('¿Elevarla', '¿Subirla') })
  assert.equal((await merge(space)).printed, ['letter ann'])
})

test('a wrong row costs its own editions', async () => {
  const people = 'id,name,town\nvela,Ines,Port\n../../evil,Evil,Port\nCON,Con,Port\nVELA,Two,Port\nros,Ros\n'
  const space = workspace({ ...FILES, 'people.csv': people })
  const { status, editions, found } = await merge(space)
  assert.equal(
    [status, editions.map(({ recipient }) => recipient), found],
    [
      1,
      ['vela', 'vela'],
      [
        'people.csv:3:1 recipient-name',
        'people.csv:4:1 recipient-name',
        'people.csv:5:1 recipient-duplicate',
        'people.csv:6:1 recipients-invalid',
      ],
    ],
  )
  assert.equal(space.files(), [
    ...Object.keys(FILES).filter(path => path.startsWith('briefs')),
    'out/dam/card/vela.pdf',
    'out/dam/letter/vela.pdf',
    'out/manifest.json',
    'people.csv',
    'templates/card.hbs',
    'templates/letter.hbs',
  ])
})

test('a column that a template prints must be there, one that it tests need not', async () => {
  const space = workspace({ ...FILES, 'people.csv': 'id,street\nvela,Quay\nros,\n' })
  const dry = await space.run('build', '--dry-run', '--json', '--data', 'people.csv')
  const states = JSON.parse(dry.stdout).editions.map(
    ({ audience, state }: Record<string, string>) => `${audience} ${state}`,
  )
  assert.equal([dry.status, states], [1, ['letter fails', 'card new', 'letter fails', 'card new']])
  const { status, editions, found } = await merge(space)
  assert.equal(found, ['people.csv:1:1 recipient-column'])
  assert.equal(findingsOf(dry), found, 'a dry run foresees it')
  assert.equal([status, editions.map(({ audience }) => audience)], [1, ['card', 'card']])
  assert.match(textOf(space, 'card/vela.pdf'), 'To all')
})

test('a column with almost the name that a template prints is named at the template', async () => {
  const space = workspace({ ...FILES, 'people.csv': 'id,nmae\nvela,Ines\nros,\n' })
  const { status, editions, found } = await merge(space)
  assert.equal(found, ['templates/letter.hbs:11:11 unknown-field'])
  assert.equal([status, editions.map(({ audience }) => audience)], [1, ['card', 'card']])
  space.write({ 'people.csv': 'id,name,town\nvela,Ines,Port\nros,Ann,Bay\n' })
  assert.is((await merge(space)).status, 0, 'the columns are looked at anew')
})

test('a cell that a template prints should not be empty', async () => {
  const space = workspace({ ...FILES, 'people.csv': 'id,name,town\nvela,,\n' })
  const { status, found } = await merge(space)
  assert.equal([status, found], [0, ['people.csv:2:1 recipient-field-empty']])
  assert.equal((await merge(space)).found, ['people.csv:2:1 recipient-field-empty'], 'from the cache, too')
})

test('JSON Lines have numbers, truth and lists of audiences', async () => {
  const body =
    '<h1>{{title}}</h1>{{#if recipient.vip}}<p>Row {{recipient.row}}</p>{{else}}<p>Standing</p>{{/if}}'
  const space = workspace({
    ...FILES,
    'templates/card.hbs': template(body),
    'people.jsonl':
      '{"id":"a","vip":true,"row":7,"audience":["card"]}\n{"id":"b","vip":false,"row":null,"audience":"card"}\n',
  })
  assert.is((await space.run('build', '--data', 'people.jsonl')).status, 0)
  assert.match(textOf(space, 'card/a.pdf'), 'Row 7')
  assert.match(textOf(space, 'card/b.pdf'), 'Standing')
})

test('wordings are filled in with what the row says, to the letter', async () => {
  const hostile = '*Ann* [@x] {{y}} <b>&amp;</b> `c` \\ [link](http://x.example)'
  const space = workspace({
    ...FILES,
    'briefs/dam.yaml': `${DAM.replace('Should the dam', '"{{ recipient.name }}: should {{it}} in {{recipient.town}}').replace('raised?', 'raised?"')}audiences: [letter]\n`,
    'people.csv': `id,name,town\nann,${JSON.stringify(hostile).replaceAll('\\\\', '\\')},Port\n`,
  })
  const { status, found } = await merge(space)
  assert.equal([status, found], [0, ['briefs/dam.yaml:3:38 inline-mark']])
  const text = textOf(space, 'letter/ann.pdf').replace(/\s+/g, ' ')
  assert.match(text, `Dear ${hostile}`)
  assert.match(text, `${hostile}: should {{it}} in Port`)
})

test('a wording that asks for a recipient needs one, where it is printed', async () => {
  const yaml = `${DAM.replace('Should', 'Dear {{recipient.nmae}}, should')}audiences: [letter, card]\n`
  const space = workspace({
    ...FILES,
    'templates/letter.hbs': template('<h1>{{title}}</h1><p>{{issue}}</p>'),
    'briefs/dam.yaml': yaml,
  })
  const outcome = await space.run('build', '--json')
  assert.equal(findingsOf(outcome), ['briefs/dam.yaml:3:13 recipient-absent'])
  assert.equal(
    JSON.parse(outcome.stdout).editions.map(({ audience }: Entry) => audience),
    ['card'],
  )
  assert.is((await space.run('check')).status, 0)
  const { found, printed } = await merge(space)
  assert.equal(found, ['people.csv:1:1 recipient-column'], 'a column that is missing is missing once')
  assert.equal(printed, ['card vela', 'card ros'])
})

test('data that is not there, or of no kind, prints nothing and removes nothing', async () => {
  const space = workspace(FILES)
  await merge(space)
  for (const data of ['absent.csv', 'briefs', 'briefs/dam.yaml']) {
    const { status, stdout } = await space.run('build', '--json', '--prune', '--data', data)
    assert.equal([status, JSON.parse(stdout).editions, JSON.parse(stdout).orphans], [1, [], []], data)
  }
  assert.is(space.files('out').length, 5)
})

test('columns with the names of what objects have are columns', async () => {
  const body = '<h1>{{title}}</h1><p>{{recipient.constructor}} {{recipient.__proto__}}</p>'
  const space = workspace({
    ...FILES,
    'templates/letter.hbs': template(body),
    'people.csv': 'id,constructor,__proto__,name\nann,Builder,Ancestor,Ann\n',
  })
  const { status } = await merge(space, '-a', 'letter')
  assert.is(status, 0)
  assert.match(textOf(space, 'letter/ann.pdf'), 'Builder Ancestor')
})

test.run()

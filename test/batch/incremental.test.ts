import { readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, template } from '../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'
import { png } from '../typeset/pictures.js'

const FACTS = '<ul>{{#each key_facts}}<li>{{fact}}{{cite}}</li>{{/each}}</ul>'
const FILES = {
  'templates/note.hbs': template(`<h1>{{title}}</h1>\n{{> facts}}`),
  'templates/board.hbs': template(`<h1>{{title}}</h1>\n${FACTS}\n{{> sign}}`, { theme: 'dark' }),
  'templates/partials/facts.hbs': FACTS,
  'templates/partials/sign.hbs': '<p>Signed</p>',
  'templates/partials/unused.hbs': '<p>Nobody prints this</p>',
  'templates/themes/dark.yaml': 'extends: default\ncolours: { text: "#000000" }\n',
  'templates/themes/unused.yaml': 'extends: default\n',
  'briefs/dam.yaml': `${DAM}audiences: [note, board]
key_facts:
  - fact: The wall is old.
    cite: survey
  - fact: Only the board is told.
    audiences: [board]
sources:
  - { id: survey, title: The survey, text: survey.txt }
  - { id: minutes, title: The minutes, text: minutes.txt, audiences: [board] }
`,
  'briefs/survey.txt': 'The wall is old, they found.\n',
  'briefs/minutes.txt': 'It was resolved.\n',
}

interface Entry {
  readonly audience: string
  readonly cached: boolean
}

/** Builds, and says which editions were printed. */
async function printed(space: TestWorkspace, ...argv: string[]): Promise<string[]> {
  const { stdout } = await space.run('build', '--json', ...argv)
  const { editions } = JSON.parse(stdout) as { editions: Entry[] }
  return editions.filter(entry => !entry.cached).map(entry => entry.audience)
}

async function built(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<TestWorkspace> {
  const space = workspace({ ...FILES, ...files })
  const { status, stdout } = await space.run('build', '--json')
  assert.is(status, 0, stdout)
  return space
}

/** A build after a change: what is printed again. */
async function afterChange(path: string, change: (text: string) => string): Promise<string[]> {
  const space = await built()
  space.write({ [path]: change(space.read(path)) })
  const names = await printed(space)
  assert.equal(await printed(space), [], 'and then nothing')
  return names
}

const pdf = (space: TestWorkspace, name = 'note') => join(space.root, `out/dam/${name}.pdf`)

test('a build with nothing to do prints nothing, and says what stands', async () => {
  const space = await built()
  const before = JSON.parse(space.read('out/manifest.json'))
  const written = statSync(pdf(space)).mtimeMs
  const { stdout, status } = await space.run('build')
  assert.match(stdout, '0 editions printed, 2 from cache in ')
  assert.match(stdout, /dam +board +1\/1 +from cache/)
  assert.is(status, 0)
  assert.is(statSync(pdf(space)).mtimeMs, written)
  const all = (cached: boolean) => before.editions.map((entry: Entry) => ({ ...entry, cached }))
  assert.equal(before.editions, all(false))
  assert.equal(JSON.parse(space.read('out/manifest.json')), { editions: all(true), missing: [] })
})

test('the time of a file does not count', async () => {
  const space = await built()
  for (const path of Object.keys(FILES)) utimesSync(join(space.root, path), 1, 1)
  assert.equal(await printed(space), [])
})

test('a change to an item that one audience sees leaves the other alone', async () => {
  const change = (text: string) => text.replace('Only the board', 'The board alone')
  assert.equal(await afterChange('briefs/dam.yaml', change), ['board'])
})

test('a field that only one template asks for, there or not, leaves the other alone', async () => {
  const space = await built({
    'templates/board.hbs': template('<h1>{{title}}</h1>{{#if background}}<p>{{background}}</p>{{/if}}'),
  })
  const add = (text: string) => space.write({ 'briefs/dam.yaml': space.read('briefs/dam.yaml') + text })
  add('background: It leaks.\n')
  assert.equal(await printed(space), ['board'])
  add('gaps: [Who pays]\n')
  assert.equal(await printed(space), [])
})

test('an item that only one audience sees is put before the others', async () => {
  const change = (text: string) =>
    text.replace('key_facts:\n', 'key_facts:\n  - { fact: First., audiences: [board] }\n')
  assert.equal(await afterChange('briefs/dam.yaml', change), ['board'])
})

for (const [path, change, expected] of [
  ['briefs/dam.yaml', (text: string) => text.replace('The wall is old', 'The wall is old now'), 'note board'],
  [
    'briefs/dam.yaml',
    (text: string) => text.replace('[note, board]', '[{ audience: note, limit: 2 }, board]'),
    'note',
  ],
  ['briefs/dam.yaml', (text: string) => `# nothing\n${text}`, ''],
  ['briefs/survey.txt', (text: string) => text.replace('found', 'wrote'), 'note board'],
  ['briefs/minutes.txt', (text: string) => text.replace('resolved', 'decided'), 'board'],
  ['templates/note.hbs', (text: string) => text.replace('<h1>', '<h1 id="top">'), 'note'],
  [
    'templates/partials/facts.hbs',
    (text: string) => text.replace('ul>', 'ol>').replace('/ul>', '/ol>'),
    'note',
  ],
  ['templates/partials/sign.hbs', (text: string) => text.replace('Signed', 'Seen'), 'board'],
  ['templates/partials/unused.hbs', () => '<p>Still nobody</p>', ''],
  ['templates/themes/dark.yaml', (text: string) => text.replace('000000', '111111'), 'board'],
  ['templates/themes/unused.yaml', (text: string) => `${text}measure: 30\n`, ''],
] as const)
  test(`a change of \`${path}\` prints ${expected || 'nothing'}`, async () => {
    assert.equal((await afterChange(path, change)).join(' '), expected)
  })

for (const [path, text, expected] of [
  ['templates/locales/fr.yaml', 'lang: fr\n', ''],
  ['templates/locales/en.yaml', 'own', 'note board'],
  ['templates/themes/default.yaml', 'own', 'note board'],
  ['templates/partials/stakes.hbs', '<p>Mine</p>', ''],
  ['fonts/fonts.yaml', 'own', 'note board'],
] as const)
  test(`\`${path}\` of the workspace's own prints ${expected || 'nothing'}`, async () => {
    const space = await built()
    const packaged = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    space.write({ [path]: text === 'own' ? `${packaged}\n# own\n` : text })
    assert.equal((await printed(space)).join(' '), expected)
  })

test('a picture that is another prints the edition that shows it', async () => {
  const space = await built({
    'templates/board.hbs': template('<h1>{{title}}</h1><figure><img src="wall.png" alt="The wall"></figure>'),
    'briefs/wall.png': png(4, 10),
  })
  assert.equal(await printed(space), [])
  space.write({ 'briefs/wall.png': png(4, 200) })
  assert.equal(await printed(space), ['board'])
})

test('paper, date and force ask for what does not stand', async () => {
  const space = await built()
  assert.equal(await printed(space, '--force'), ['note', 'board'])
  assert.equal(await printed(space), [])
  assert.equal(await printed(space, '--paper', 'letter'), ['note', 'board'])
  assert.equal(await printed(space, '--paper', 'letter'), [])
  assert.equal(await printed(space), ['note', 'board'])
})

test('what was found when an edition was printed is found again', async () => {
  const limited = { limit: '1', priority: 'could' }
  const long = Array.from({ length: 80 }, (_, index) => `  - Fact ${index} of a long list of them.\n`)
  const space = workspace({
    'templates/note.hbs': template(`<h1>{{title}}</h1>${FACTS}`, limited),
    'briefs/dam.yaml': `${DAM}audiences: [note]\nkey_facts:\n${long.join('')}`,
  })
  const first = await space.run('build', '--json')
  assert.ok(findingsOf(first).length > 0, first.stdout)
  const again = await space.run('build', '--json')
  assert.equal(JSON.parse(again.stdout).editions[0].cached, true)
  assert.equal(findingsOf(again), findingsOf(first))
  assert.equal((await space.run('build')).stderr, (await space.run('build', '--force')).stderr)
  space.write({ 'briefs/dam.yaml': `# moved\n${space.read('briefs/dam.yaml')}` })
  const moved = await space.run('build', '--json')
  assert.is(JSON.parse(moved.stdout).editions[0].cached, false, 'its findings stand elsewhere now')
})

test('a PDF that is gone, cut or changed is printed again, one that was copied back is not', async () => {
  const space = await built()
  const whole = readFileSync(pdf(space))
  rmSync(pdf(space))
  assert.equal(await printed(space), ['note'])
  truncateSync(pdf(space), 1000)
  assert.equal(await printed(space), ['note'])
  const changed = Buffer.from(whole)
  changed[500] = (changed[500] ?? 0) ^ 1
  writeFileSync(pdf(space), changed)
  assert.equal(await printed(space), ['note'])
  assert.ok(readFileSync(pdf(space)).equals(whole))
  writeFileSync(pdf(space), whole)
  assert.equal(await printed(space), [])
})

/** A brief, with all that may lie beside it, in two folders. */
const PICTURED = {
  'templates/note.hbs': template('<h1>{{title}}</h1><figure><img src="wall.png" alt="The wall"></figure>'),
  'briefs/dam.yaml': `${DAM}audiences: [note]\n`,
  'briefs/wall.png': png(4, 10),
  'briefs/north/dam.yaml': `${DAM}audiences: [note]\n`,
  'briefs/north/wall.png': png(4, 200),
}

test('briefs of one name in two folders share no PDF', async () => {
  const space = workspace(PICTURED)
  assert.equal(await printed(space, 'briefs/dam.yaml'), ['note'])
  const south = readFileSync(pdf(space))
  assert.equal(await printed(space, 'briefs/north/dam.yaml'), ['note'])
  assert.not.ok(readFileSync(pdf(space)).equals(south))
  assert.equal(await printed(space, 'briefs/north/dam.yaml'), [], 'and then nothing')
  assert.equal(await printed(space, 'briefs/dam.yaml'), ['note'])
  assert.ok(readFileSync(pdf(space)).equals(south))
  rmSync(join(space.root, 'briefs/north/wall.png'))
  const { status, stdout } = await space.run('build', '--json', 'briefs/north/dam.yaml')
  assert.is(status, 1)
  assert.match(stdout, 'file-unreadable')
  assert.not.ok(space.files('out').includes('out/dam/note.pdf'), 'no PDF of the other brief stands for it')
})

test('briefs of one name in one build are an error, and only the first is printed', async () => {
  const space = workspace(PICTURED)
  const outcome = await space.run('build', '--json', 'briefs/dam.yaml', 'briefs/north/dam.yaml')
  assert.is(outcome.status, 1)
  assert.equal(findingsOf(outcome), ['briefs/north/dam.yaml:1:1 duplicate-output'])
})

test('two workspaces that print to one folder share only what is the same in both', async () => {
  const south = workspace(PICTURED)
  const north = workspace({ ...PICTURED, 'briefs/wall.png': png(4, 200) })
  const twin = workspace(PICTURED)
  const out = join(south.root, 'out')
  assert.equal(await printed(south, 'briefs/dam.yaml'), ['note'])
  assert.equal(await printed(twin, 'briefs/dam.yaml', '-o', out), [])
  assert.equal(await printed(north, 'briefs/dam.yaml', '-o', out), ['note'])
})

test('a partial of another workspace is another partial', async () => {
  const south = workspace({ ...FILES })
  const north = workspace({ ...FILES, 'templates/partials/sign.hbs': '<p>Sealed</p>' })
  const out = join(south.root, 'out')
  assert.equal(await printed(south), ['note', 'board'])
  assert.equal(await printed(north, '-o', out), ['board'])
})

test('the cache can be deleted at any time', async () => {
  const space = await built()
  rmSync(join(space.root, 'out/.briefwright'), { recursive: true })
  assert.equal(await printed(space), ['note', 'board'])
  assert.equal(await printed(space), [])
  rmSync(join(space.root, 'out/manifest.json'))
  assert.equal(await printed(space), [])
  assert.is(JSON.parse(space.read('out/manifest.json')).editions.length, 2)
})

const RECORD = 'out/.briefwright/ledger.jsonl'
const BRIEF_PLAN = 'out/.briefwright/briefs/dam.json'

for (const [what, path, damage] of [
  ['cut short', RECORD, (text: string) => text.slice(0, -40)],
  ['cut at the beginning', RECORD, (text: string) => text.slice(40)],
  ['a file of something else', RECORD, () => '{}'],
  ['a hash changed', RECORD, (text: string) => text.replace(/"key":"./, '"key":"x')],
  ['a plan cut short', BRIEF_PLAN, (text: string) => text.slice(0, -40)],
  [
    'a plan with a letter changed',
    BRIEF_PLAN,
    (text: string) =>
      text.replace(/"plan":"(.)/, (_, letter: string) => `"plan":"${letter === 'A' ? 'B' : 'A'}`),
  ],
] as const)
  test(`a damaged cache is made anew: ${what}`, async () => {
    const space = await built()
    const before = readFileSync(pdf(space))
    space.write({ [path]: damage(space.read(path)) })
    const { status, stdout } = await space.run('build', '--json')
    assert.equal([status, JSON.parse(stdout).editions.length], [0, 2])
    assert.ok(readFileSync(pdf(space)).equals(before))
    assert.equal(await printed(space), [])
  })

test('one damaged line costs one edition', async () => {
  const space = await built()
  const lines = space.read(RECORD).split('\n')
  const damaged = lines.map(line => (line.includes('"dam/note.pdf"') ? `${line.slice(0, -9)}}` : line))
  space.write({ [RECORD]: damaged.join('\n') })
  assert.equal(await printed(space), ['note'])
})

test('no record can make a build touch what lies elsewhere', async () => {
  const space = await built({ 'mine.pdf': 'mine' })
  const lines = space.read(RECORD).split('\n')
  const evil = lines.map(line => line.replaceAll('dam/board.pdf', '../mine.pdf'))
  space.write({ [RECORD]: evil.join('\n') })
  await space.run('build', '--prune')
  assert.is(space.read('mine.pdf'), 'mine')
})

test('an edition that is back is not printed again', async () => {
  const space = await built()
  const both = space.read('briefs/dam.yaml')
  space.write({ 'briefs/dam.yaml': both.replace('[note, board]', '[note]') })
  assert.equal(await printed(space), [])
  space.write({ 'briefs/dam.yaml': both })
  assert.equal(await printed(space), [])
})

test.run()

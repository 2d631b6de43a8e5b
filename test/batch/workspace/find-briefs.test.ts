import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { expandPattern, fixedFolder, isPattern } from '../../../src/batch/workspace/expand-pattern.js'
import { DISK } from '../../../src/batch/workspace/workspace-files.js'
import { run, type TestWorkspace, workspace } from '../../support/workspace.js'

const BRIEF = 'title: The quay\nas_of: 2025-01-20\n'
const YEARS = {
  'briefs/2024/ferry.yaml': BRIEF,
  'briefs/2025/quay.yaml': BRIEF,
  'briefs/2025/pilots.YML': BRIEF,
  'briefs/2025/quay.lock.yaml': '',
  'briefs/2025/notes.txt': 'x',
}

async function checked(space: TestWorkspace, ...named: string[]) {
  const { stdout } = await space.run('check', '--json', ...named)
  const { briefs, diagnostics } = JSON.parse(stdout) as {
    briefs: { file: string }[]
    diagnostics: { code: string; message: string; hint: string | null }[]
  }
  return { files: briefs.map(({ file }) => file), found: diagnostics }
}

test('a folder stands for its briefs, whatever the case of their extension', async () => {
  const space = workspace(YEARS)
  assert.equal((await checked(space, 'briefs/2025')).files, [
    'briefs/2025/pilots.YML',
    'briefs/2025/quay.yaml',
  ])
  assert.equal((await checked(space, 'briefs/2025/', 'briefs/2024')).files.length, 3)
})

test('`.yml` is a brief, and the two of one name are told apart', async () => {
  const space = workspace({ 'briefs/quay.yml': BRIEF, 'briefs/ferry.yaml': BRIEF })
  assert.equal((await checked(space)).files, ['briefs/ferry.yaml', 'briefs/quay.yml'])
  space.write({ 'briefs/quay.yaml': BRIEF })
  assert.equal(
    (await checked(space)).found.map(({ code }) => code),
    ['duplicate-output'],
  )
})

test('a pattern that the shell left is expanded; one that matches nothing is a finding', async () => {
  const space = workspace(YEARS)
  assert.equal((await checked(space, 'briefs/*/q*.yaml')).files, ['briefs/2025/quay.yaml'])
  assert.equal((await checked(space, 'briefs/**/*.yaml')).files, [
    'briefs/2024/ferry.yaml',
    'briefs/2025/quay.yaml',
  ])
  const { files, found } = await checked(space, 'briefs/*.yaml')
  assert.equal(
    [files, found.map(({ code, message }) => [code, message])],
    [[], [['no-briefs', '`briefs/*.yaml` matches no brief']]],
  )
})

test('a file whose name has the marks of a pattern is itself', async () => {
  const space = workspace({ 'briefs/quay[1].yaml': BRIEF, 'briefs/quay1.yaml': BRIEF })
  assert.equal((await checked(space, 'briefs/quay[1].yaml')).files, ['briefs/quay[1].yaml'])
})

test('where there is no brief, what stands there is named', async () => {
  const hintOf = async (space: TestWorkspace, ...named: string[]) => (await checked(space, ...named)).found[0]
  assert.match((await hintOf(workspace(YEARS)))?.hint ?? '', '`briefs/2024/`, `briefs/2025/` have briefs')
  const typo = await hintOf(workspace({ 'briefs/quay.yaml.txt': BRIEF }))
  assert.match(typo?.hint ?? '', 'let the name of `quay.yaml.txt` end in `.yaml`')
  assert.match((await hintOf(workspace(YEARS), 'briefs'))?.hint ?? '', '`briefs/2024/`, `briefs/2025/`')
  assert.match((await hintOf(workspace(YEARS), 'briefs/2025/quay.lock.yaml'))?.message ?? '', 'lock file')
})

test('within the folder of the briefs, the hint says where it looked', async () => {
  const space = workspace(YEARS)
  const inside = await run(['check'], join(space.root, 'briefs/2024'))
  assert.match(inside.stderr, /the folder above.*it looked in `.*\/briefs\/2024\/briefs`/)
  const { status } = await run(['check', 'ferry.yaml'], join(space.root, 'briefs/2024'))
  assert.is(status, 0)
})

test('what is no file is told from an audience, and from a brief by its name alone', async () => {
  const space = workspace({ ...YEARS, 'briefs/press.yaml': BRIEF })
  const hint = async (name: string) => (await checked(space, name)).found.map(found => found.hint).join()
  assert.is(await hint('analyst'), 'write `-a analyst` if you mean the audience')
  assert.is(
    await hint('press'),
    'write `-a press` if you mean the audience, `briefs/press.yaml` if the brief',
  )
  assert.is(await hint('quay'), 'did you mean `briefs/2025/quay.yaml`?')
  assert.is(await hint('briefs/ferri.yml'), 'did you mean `briefs/2024/ferry.yaml`?')
  assert.is(await hint('nothing-like-it'), '')
  assert.is(await hint('https://quay.example/a'), 'name a file')
})

test('names are compared in one Unicode form', async () => {
  const accented = 'marée'
  assert.is.not(accented.normalize('NFD'), accented.normalize('NFC'))
  const source = (form: 'NFC' | 'NFD') =>
    `sources:\n  - {id: ${'été'.normalize(form)}, title: A, text: ${accented.normalize(form)}/port.txt}\n`
  const space = workspace({
    [`briefs/${accented.normalize('NFD')}.yaml`]:
      `${BRIEF}actors:\n  - {id: ${'zoé'.normalize('NFD')}, name: Zoé}\nstakes:\n  - {stake: A, who: [${'zoé'.normalize('NFC')}]}\n` +
      `issue: A [@${'été'.normalize('NFD')}, p. 2]\ngaps:\n  - {gap: A, cite: ${'été'.normalize('NFD')}}\n${source('NFC')}` +
      `background: {default: A, ${accented.normalize('NFC')}: B}\naudiences: [${accented.normalize('NFD')}]\n`,
    [`briefs/${accented.normalize('NFD')}/port.txt`]: 'The tide is high.\n',
    [`templates/${accented.normalize('NFD')}.hbs`]:
      '---\ntitle: Tide\ndescription: A page.\npage: { size: a4, margins: { top: 20, right: 20, bottom: 20, left: 20 } }\nlimit: 1\ntype: { size: 10, floor: 9 }\nclearance: TLP:AMBER\nsections: []\n---\n<h1>{{title}}</h1><p>{{background}}</p>\n',
  })
  const named = `briefs/${accented.normalize('NFC')}.yaml`
  assert.equal((await checked(space, named)).found, [])
  const { status, stderr } = await space.run('build', named, '-a', accented.normalize('NFC'), '--dry-run')
  assert.equal([status, stderr], [0, ''])
})

test('audiences may stand between commas', async () => {
  const space = workspace({ 'briefs/quay.yaml': BRIEF, 'templates/a,b.hbs': '' })
  const planned = async (...audiences: string[]) => {
    const { stdout } = await space.run(
      'build',
      '--dry-run',
      '--json',
      ...audiences.flatMap(name => ['-a', name]),
    )
    return (JSON.parse(stdout) as { editions: { audience: string }[] }).editions.map(
      ({ audience }) => audience,
    )
  }
  assert.equal(await planned('press,public'), ['press', 'public'])
  assert.equal(await planned('press, public', 'press'), ['press', 'public'])
  assert.not.match((await space.run('build', '--dry-run', '-a', 'a,b')).stderr, 'unknown audience')
})

test('patterns', async () => {
  assert.ok(['a*', 'a?', '[ab]', '{a,b}', 'a/**/b'].every(isPattern))
  assert.not.ok(['a', 'a-b.yaml', '{a}', '[]', 'a]b'].some(isPattern))
  assert.equal(['a/b/c.yaml', 'a/*/c.yaml', '*.yaml', '/a/b.yaml', '/*.yaml'].map(fixedFolder), [
    'a/b',
    'a',
    '.',
    '/a/b'.slice(0, 2),
    '/.',
  ])
  const space = workspace({
    'a.yaml': '',
    'b.yaml': '',
    'c+.yaml': '',
    '.d.yaml': '',
    'e/f/g.yaml': '',
    'node_modules/h.yaml': '',
  })
  mkdirSync(join(space.root, 'i.yaml'))
  const expand = async (pattern: string) =>
    (await expandPattern(space.root, pattern, DISK)).map(path => path.slice(space.root.length + 1))
  assert.equal(await expand('*.yaml'), ['a.yaml', 'b.yaml', 'c+.yaml'])
  assert.equal(await expand('?.yaml'), ['a.yaml', 'b.yaml'])
  assert.equal(await expand('[!a].yaml'), ['b.yaml'])
  assert.equal(await expand('[a-b].yaml'), ['a.yaml', 'b.yaml'])
  assert.equal(await expand('{a,c+}.yaml'), ['a.yaml', 'c+.yaml'])
  assert.equal(await expand('**/*.yaml'), ['a.yaml', 'b.yaml', 'c+.yaml', 'e/f/g.yaml'])
  assert.equal(await expand('e/**/g.yaml'), ['e/f/g.yaml'])
  assert.equal(await expand(join(space.root, 'e/*/*')), ['e/f/g.yaml'])
  assert.equal(await expand('.*.yaml'), ['.d.yaml'])
  for (const nothing of ['[b-a].yaml', 'none/*', '{', '**']) assert.equal(await expand(nothing), [], nothing)
})

test.run()

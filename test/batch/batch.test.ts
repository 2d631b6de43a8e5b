import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, NOTE, template } from '../support/briefs.js'
import { findingsOf, type Outcome, type TestWorkspace, workspace } from '../support/workspace.js'

const FILES = {
  'templates/note.hbs': NOTE,
  'templates/long.hbs': template('<h1>{{title}}</h1><p>{{background}}</p>'),
  'templates/board.hbs': template('<h1>{{title}}</h1>'),
  'templates/card.hbs': template('<h1>{{title}}</h1><p>{{recipient.id}}</p>'),
}
const listing = (...audiences: string[]) => `${DAM}audiences: [${audiences.join(', ')}]\n`
const BROKEN = 'title: [\n'

const briefs = (...names: string[]) =>
  Object.fromEntries(names.map(name => [`briefs/${name}.yaml`, listing('note', 'board')]))
const people = (count: number) => `id\n${Array.from({ length: count }, (_, index) => `r${index}\n`).join('')}`

interface Edition {
  readonly brief: string
  readonly audience: string
  readonly file: string
  readonly sha256: string
  readonly state?: string
}

const editionsOf = ({ stdout }: Outcome): Edition[] => JSON.parse(stdout).editions
const manifestOf = (space: TestWorkspace, out = 'out'): { editions: Edition[]; missing: Edition[] } =>
  JSON.parse(space.read(`${out}/manifest.json`))
const namesOf = (editions: readonly Edition[]) =>
  editions.map(({ brief, audience }) => `${brief}/${audience}`)

test('a dry run shows the plan, and writes nothing', async () => {
  const space = workspace({ ...FILES, ...briefs('port'), 'briefs/dam.yaml': listing('note', 'long') })
  const before = space.files()
  const { status, stdout } = await space.run('build', '--dry-run')
  assert.equal([status, space.files()], [0, before])
  assert.match(stdout, /dam +note +new +out\/dam\/note\.pdf\n/)
  assert.match(stdout, '4 editions planned, 4 to be printed\n')
  await space.run('build')
  space.write({
    'briefs/dam.yaml': `${listing('note', 'long')}background: It leaks.\n`,
    'briefs/new.yaml': listing('note'),
    'briefs/port.yaml': `${listing('note')}nonsense: 1\n`,
  })
  const after = await space.run('build', '--dry-run', '--json')
  assert.equal(
    editionsOf(after).map(({ file, state }) => `${file} ${state}`),
    ['out/dam/note.pdf unchanged', 'out/dam/long.pdf changed', 'out/new/note.pdf new'],
  )
  assert.equal([after.status, findingsOf(after)], [1, ['briefs/port.yaml:6:1 unknown-key']])
})

test('shards are parts of one plan, whole and apart, and say what is left to the others', async () => {
  const space = workspace({ ...FILES, ...briefs('a', 'b', 'c', 'd', 'e'), 'people.csv': people(4) })
  const whole = editionsOf(await space.run('build', '--json', '-a', 'card', '--data', 'people.csv'))
  const parts: Edition[][] = []
  for (const shard of ['1/3', '2/3', '3/3']) {
    const out = `part${shard[0]}`
    const args = ['build', '--json', '-a', 'card', '--data', 'people.csv', '--shard', shard, '-o', out]
    const outcome = await space.run(...args)
    assert.is(outcome.status, 0)
    const { editions, missing } = manifestOf(space, out)
    assert.is(editions.length + missing.length, whole.length)
    parts.push(editions)
    const { stdout } = await space.run(...args, '--dry-run')
    assert.is(JSON.parse(stdout).editions.length, editions.length)
  }
  const bytes = (editions: readonly Edition[]) =>
    editions.map(({ file, sha256 }) => `${file.replace(/^[^/]+/, '')} ${sha256}`).sort()
  assert.equal(bytes(parts.flat()), bytes(whole))
  assert.ok(
    parts.every(part => part.length >= 3),
    parts.map(part => part.length).join(),
  )
  space.write({ 'briefs/f.yaml': listing('note') })
  const grown = editionsOf(
    await space.run('build', '--json', '-a', 'card', '--data', 'people.csv', '--shard', '1/3', '-o', 'part1'),
  )
  assert.equal(
    bytes(parts[0] ?? []).filter(line => !bytes(grown).includes(line)),
    [],
    'what a shard has stays with it',
  )
})

test('shards into one folder add up', async () => {
  const space = workspace({ ...FILES, ...briefs('a', 'b', 'c') })
  for (const shard of ['1/2', '2/2']) await space.run('build', '--shard', shard)
  const { editions, missing } = manifestOf(space)
  assert.equal([editions.length, missing], [6, []])
})

test('manifests of shards are merged, and what is missing or doubled is said', async () => {
  const space = workspace({ ...FILES, ...briefs('a', 'b', 'c') })
  for (const part of ['1', '2']) await space.run('build', '--shard', `${part}/2`, '-o', `part${part}`)
  const parts = ['part1/manifest.json', 'part2/manifest.json'] as const
  const merged = await space.run('manifest', 'merge', ...parts, '-o', 'all.json')
  assert.equal([merged.status, merged.stdout, merged.stderr], [0, '6 editions, 0 missing\n', ''])
  const { editions, missing } = JSON.parse(space.read('all.json'))
  assert.equal(namesOf(editions), ['a/board', 'a/note', 'b/board', 'b/note', 'c/board', 'c/note'])
  assert.equal(missing, [])

  const alone = await space.run('manifest', 'merge', parts[0], '--json')
  const { length } = manifestOf(space, 'part1').missing
  assert.equal(
    findingsOf(alone).map(line => line.replace(/:\d+:/, ':')),
    Array.from({ length }, () => 'part1/manifest.json:1 edition-missing'),
  )
  assert.equal([alone.status, manifestOf(space).missing.length], [1, length])

  const [first] = manifestOf(space, 'part1').editions
  const other = space.read(parts[0]).replace(first?.sha256 ?? '', '0'.repeat(64))
  space.write({ 'other.json': other, 'none.json': '{}' })
  const doubled = await space.run('manifest', 'merge', ...parts, parts[0], '--json')
  assert.equal([...new Set(findingsOf(doubled).map(line => line.split(' ')[1]))], ['edition-doubled'])
  assert.is(doubled.status, 0)
  const differing = await space.run('manifest', 'merge', ...parts, 'other.json', '--json')
  assert.ok(findingsOf(differing).includes('other.json:3:1 edition-differs'))
  assert.is(differing.status, 1)
  const unreadable = await space.run('manifest', 'merge', ...parts, 'none.json', 'absent.json', '--json')
  assert.equal(findingsOf(unreadable), [
    'absent.json:1:1 file-unreadable',
    'none.json:1:1 manifest-unreadable',
  ])
})

test('an edition that fails stops no other, and its older PDF goes', async () => {
  const space = workspace({ ...FILES, ...briefs('dam', 'port') })
  await space.run('build')
  space.write({ 'templates/note.hbs': template('<h1>{{title}}</h1><p>{{nope "x"}}</p>') })
  const { status, stdout } = await space.run('build')
  assert.is(status, 1)
  assert.match(stdout, '0 editions printed, 2 from cache, 2 failed in ')
  assert.equal(space.files('out'), ['out/dam/board.pdf', 'out/manifest.json', 'out/port/board.pdf'])
  const { editions, missing } = manifestOf(space)
  assert.equal(
    [namesOf(editions), namesOf(missing)],
    [
      ['dam/board', 'port/board'],
      ['dam/note', 'port/note'],
    ],
  )
  space.write({ 'templates/note.hbs': NOTE })
  assert.match((await space.run('build')).stdout, '2 editions printed, 2 from cache in ')
  assert.equal(manifestOf(space).missing, [])
})

test('with `--keep-outdated` it stays, out of the manifest, until it can be printed again', async () => {
  const space = workspace({ ...FILES, ...briefs('dam') })
  await space.run('build')
  const { files } = space
  const all = files('out')
  for (const broken of [BROKEN, `${listing('note', 'board')}nonsense: 1\n`]) {
    space.write({ 'briefs/dam.yaml': broken })
    assert.is((await space.run('build', '--keep-outdated')).status, 1)
    assert.equal(files('out'), all)
    assert.equal(manifestOf(space).editions, [])
    assert.equal(namesOf(manifestOf(space).missing), ['dam/board', 'dam/note'])
  }
  space.write(briefs('dam'))
  assert.match((await space.run('build')).stdout, '0 editions printed, 2 from cache in ')
  assert.equal(namesOf(manifestOf(space).editions), ['dam/board', 'dam/note'])
})

test('a broken template fails its editions as a broken brief does', async () => {
  const space = workspace({ ...FILES, ...briefs('dam') })
  await space.run('build')
  space.write({ 'templates/note.hbs': NOTE.replace('limit: 1', 'limit: none') })
  const { status, stdout } = await space.run('build', '--prune')
  assert.is(status, 1)
  assert.match(stdout, /dam +note +failed/)
  assert.equal(namesOf(manifestOf(space).missing), ['dam/note'])
})

test('PDFs without an edition are listed, left out of the manifest, and removed when asked', async () => {
  const space = workspace({ ...FILES, ...briefs('dam', 'port', 'quay') })
  space.write({ 'out/mine.pdf': 'mine', 'out/dam/mine.pdf': 'mine' })
  await space.run('build')
  space.write({ 'briefs/dam.yaml': listing('note') })
  const { unlinkSync } = await import('node:fs')
  unlinkSync(join(space.root, 'briefs/port.yaml'))
  const listed = await space.run('build')
  assert.match(
    listed.stdout,
    '3 PDFs no edition is planned for; `--prune` removes them:\n  out/dam/board.pdf\n',
  )
  assert.equal(namesOf(manifestOf(space).editions), ['dam/note', 'quay/board', 'quay/note'])
  assert.is(space.files('out').length, 9)
  const named = JSON.parse((await space.run('build', 'briefs/quay.yaml', '--json')).stdout)
  assert.equal(named.orphans, [], 'of other briefs a build of one knows nothing')
  const dry = await space.run('build', '--dry-run', '--prune')
  assert.match(dry.stdout, '3 PDFs to be removed, as no edition is planned for them:\n  out/dam/board.pdf\n')
  assert.equal(space.files('out').length, 9)
  const foreseen = JSON.parse((await space.run('build', '--dry-run', '--json')).stdout)
  const pruned = JSON.parse((await space.run('build', '--prune', '--json')).stdout)
  assert.equal(foreseen.orphans, pruned.orphans)
  assert.equal(pruned.orphans, ['out/dam/board.pdf', 'out/port/board.pdf', 'out/port/note.pdf'])
  assert.equal(space.files('out'), [
    'out/dam/mine.pdf',
    'out/dam/note.pdf',
    'out/manifest.json',
    'out/mine.pdf',
    'out/quay/board.pdf',
    'out/quay/note.pdf',
  ])
  assert.equal(JSON.parse((await space.run('build', '--prune', '--json')).stdout).orphans, [])
})

test('pruning spares what somebody put in the place of a PDF', async () => {
  const space = workspace({ ...FILES, ...briefs('dam') })
  await space.run('build')
  writeFileSync(join(space.root, 'out/dam/board.pdf'), 'mine')
  space.write({ 'briefs/dam.yaml': listing('note') })
  assert.equal(JSON.parse((await space.run('build', '--prune', '--json')).stdout).orphans, [])
  assert.is(space.read('out/dam/board.pdf'), 'mine')
})

test('pruning knows PDFs from the manifest, where the cache is gone', async () => {
  const space = workspace({ ...FILES, ...briefs('dam') })
  await space.run('build')
  const { rmSync } = await import('node:fs')
  rmSync(join(space.root, 'out/.briefwright'), { recursive: true })
  space.write({ 'briefs/dam.yaml': listing('note') })
  await space.run('build', '--prune')
  assert.equal(space.files('out'), ['out/dam/note.pdf', 'out/manifest.json'])
})

test('a mail merge and other builds leave one another alone', async () => {
  const space = workspace({ ...FILES, ...briefs('dam'), 'people.csv': people(3) })
  await space.run('build')
  const args = ['build', '-a', 'card', '--json', '--prune', '--data', 'people.csv']
  assert.equal(JSON.parse((await space.run(...args)).stdout).orphans, [])
  assert.equal(JSON.parse((await space.run('build', '--json', '--prune')).stdout).orphans, [])
  assert.is(manifestOf(space).editions.length, 5)
  space.write({ 'people.csv': people(2) })
  assert.equal(JSON.parse((await space.run(...args)).stdout).orphans, ['out/dam/card/r2.pdf'])
})

test('rows that cannot be read are no reason to prune', async () => {
  const space = workspace({ ...FILES, ...briefs('dam'), 'people.csv': people(3) })
  const args = ['build', '-a', 'card', '--json', '--prune', '--data', 'people.csv']
  await space.run(...args)
  space.write({ 'people.csv': 'id\nr0\n"r1\n' })
  const outcome = await space.run(...args)
  assert.equal([outcome.status, JSON.parse(outcome.stdout).orphans], [1, []])
  assert.ok(readFileSync(join(space.root, 'out/dam/card/r2.pdf')).length > 0)
})

test.run()

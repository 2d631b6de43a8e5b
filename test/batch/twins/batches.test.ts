import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { BuildResult } from '../../../src/batch/build-briefs.js'
import { watchBriefs } from '../../../src/batch/watch-briefs.js'
import { DAM } from '../../support/briefs.js'
import { findingsOf } from '../../support/workspace.js'
import { build, outputs, twinSpace } from './workspace.js'

const PEOPLE = 'id,name\nann,Ann Moe\nbea,Bea Ray\n'

test('a mail merge has each letter in all formats, and prints those of a row that changes', async () => {
  const space = twinSpace({ 'people.csv': PEOPLE })
  const argv = ['-a', 'card', '--data', 'people.csv', '--format', 'pdf,html']
  const { status, printed } = await build(space, ...argv)
  const letter = (name: string) => [`dam/card/${name}.pdf`, `dam/card/${name}.html`]
  assert.equal([status, printed], [0, [...letter('ann'), ...letter('bea')]])
  assert.match(space.read('out/dam/card/bea.html'), 'Bea Ray')
  space.write({ 'people.csv': PEOPLE.replace('Ray', 'Rey') })
  assert.equal((await build(space, ...argv)).printed, letter('bea'))
  space.write({ 'people.csv': 'id,name\nann,Ann Moe\n' })
  const fewer = await build(space, ...argv, '--prune')
  assert.equal([fewer.printed, fewer.orphans], [[], [...letter('bea')].sort()])
  assert.equal(outputs(space), [...letter('ann')].sort())
})

test('all formats of an edition lie in one shard, and what a shard lacks is named by format', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const briefs = Object.fromEntries(names.map(name => [`briefs/${name}.yaml`, `${DAM}audiences: [note]\n`]))
  const space = twinSpace({ ...briefs, 'briefs/dam.yaml': `${DAM}audiences: [note]\n` })
  const parts: string[][] = []
  for (const shard of ['1/2', '2/2']) {
    const { standing } = await build(space, '--format', 'pdf,html', '--shard', shard, '-o', `part${shard[0]}`)
    parts.push([...standing])
    const editions = standing.map(file => file.replace(/\.\w+$/, ''))
    assert.is(standing.length, 2 * new Set(editions).size)
    const { missing } = JSON.parse(space.read(`part${shard[0]}/manifest.json`))
    assert.equal(missing.length, 12 - standing.length)
    assert.equal(new Set(missing.map(({ format }: { format: string }) => format)), new Set(['pdf', 'html']))
  }
  assert.is(new Set(parts.flat()).size, 12)

  const manifests = ['part1/manifest.json', 'part2/manifest.json'] as const
  const merged = await space.run('manifest', 'merge', ...manifests, '-o', 'all.json')
  assert.equal([merged.status, merged.stdout], [0, '6 editions, 0 missing\n'])
  const { editions } = JSON.parse(space.read('all.json'))
  assert.is(editions.length, 12)

  const alone = await space.run('manifest', 'merge', manifests[0], '--json')
  const lines = space.read(manifests[0]).split('\n')
  const lacking = parts[1]?.map(file => {
    const format = file.split('.').at(-1)
    const brief = file.split('/')[0]
    const line = lines.findIndex(
      text => text.includes(`"brief":"${brief}"`) && text.includes(`"format":"${format}"`),
    )
    return `${manifests[0]}:${line + 1}:1 edition-missing`
  })
  assert.equal([...findingsOf(alone)].sort(), [...(lacking ?? [])].sort(), 'each at its own line')

  const html = editions.find(({ file }: { file: string }) => file.endsWith('a/note.html'))
  const holder = manifests.find(path => space.read(path).includes(html.sha256)) ?? manifests[0]
  space.write({ 'other.json': space.read(holder).replace(html.sha256, '0'.repeat(64)) })
  const differing = await space.run('manifest', 'merge', holder, 'other.json', '--json')
  const line =
    space
      .read('other.json')
      .split('\n')
      .findIndex(text => text.includes('0'.repeat(64))) + 1
  assert.ok(findingsOf(differing).includes(`other.json:${line}:1 edition-differs`))
})

test('a watch prints all formats of what changes', async () => {
  const space = twinSpace()
  const results: BuildResult[] = []
  const stop = new AbortController()
  const options = {
    cwd: space.root,
    briefs: [],
    audiences: ['note'],
    out: 'out',
    formats: ['html', 'pdf'] as const,
    signal: stop.signal,
  }
  const ended = watchBriefs(options, { onResult: result => results.push(result) })
  const next = async () => {
    for (let waits = 0; results.length === 0 && waits < 500; waits++) await pause(20)
    return [...(results.shift()?.editions ?? [])].filter(({ cached }) => !cached).map(({ file }) => file)
  }
  assert.equal(await next(), ['out/dam/note.pdf', 'out/dam/note.html'])
  space.write({ 'briefs/dam.yaml': `${DAM.replace('raised', 'lowered')}audiences: [note]\n` })
  assert.equal(await next(), ['out/dam/note.pdf', 'out/dam/note.html'])
  assert.match(space.read('out/dam/note.html'), 'lowered')
  stop.abort()
  await ended
})

test('each language has its twins', async () => {
  const space = twinSpace()
  const { standing } = await build(space, '-a', 'note', '--lang', 'en,fr', '--format', 'pdf,html')
  assert.equal(standing, [
    ...['dam/note.en.pdf', 'dam/note.en.html'],
    ...['dam/note.fr.pdf', 'dam/note.fr.html'],
  ])
  assert.equal((await build(space, '-a', 'note', '--lang', 'en,fr', '--format', 'pdf,html')).printed, [])
})

test.run()

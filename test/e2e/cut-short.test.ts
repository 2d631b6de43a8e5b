import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { acquireOutputLock } from '../../src/batch/record/output-lock.js'
import { DAM, template } from '../support/briefs.js'
import { bundle, start } from '../support/bundle.js'
import { type TestWorkspace, workspace } from '../support/workspace.js'

/** With two briefs just enough for threads. */
const RECIPIENTS = 13
const rows = Array.from({ length: RECIPIENTS }, (_, index) => `r${index}\n`)
const FILES = {
  'templates/note.hbs': template('<h1>{{title}}</h1><p>{{issue}}</p><p>{{recipient.id}}</p>'),
  'briefs/dam.yaml': `${DAM}audiences: [note]\n`,
  'briefs/port.yaml': `${DAM.replace('dam', 'port')}audiences: [note]\n`,
  'people.csv': `id\n${rows.join('')}`,
}
const BUILD = ['build', '--data', 'people.csv', '-j', '2']

bundle()

const outputs = (space: TestWorkspace) => (existsSync(join(space.root, 'out')) ? space.files('out') : [])

/** All files of the output but for what builds keep for themselves, by their hashes. */
function hashes(space: TestWorkspace): Map<string, string> {
  return new Map(
    outputs(space)
      .filter(path => path !== 'out/manifest.json')
      .map(path => [
        path,
        createHash('sha256')
          .update(readFileSync(join(space.root, path)))
          .digest('hex'),
      ]),
  )
}

/** The PDFs of the output while a build may be writing them, each with what tells a new file from an older one. */
function pdfs(space: TestWorkspace): Set<string> {
  const out = join(space.root, 'out')
  if (!existsSync(out)) return new Set()
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.pdf'))
  return new Set(paths.map(path => `${path} ${statSync(join(out, path)).ino}`))
}

/** How many PDFs are new or other than they were. */
const printedSince = (before: ReadonlySet<string>, space: TestWorkspace) =>
  [...pdfs(space)].filter(pdf => !before.has(pdf)).length

const edit = (space: TestWorkspace, round: number) =>
  space.write({
    'briefs/dam.yaml': FILES['briefs/dam.yaml'].replace('raised', round % 2 ? 'lowered' : 'raised'),
  })

const built = async (space: TestWorkspace) => {
  const { status, stderr } = await start(space.root, ...BUILD.slice(0, -1), '1').ended
  assert.equal([status, stderr], [0, ''])
  return hashes(space)
}

test('killed at any moment a build leaves whole files, and the next one completes the set', async () => {
  const space = workspace(FILES)
  const sets = [await built(space)]
  edit(space, 1)
  sets.push(await built(space))
  assert.is(sets[0]?.size, 2 * RECIPIENTS)
  let interrupted = 0
  for (const [round, count] of [1, 4, 20, 9].entries()) {
    edit(space, round)
    if (round % 3 === 0) rmSync(join(space.root, 'out'), { recursive: true })
    const before = pdfs(space)
    const { child, ended } = start(space.root, ...BUILD.slice(0, -1), round % 4 < 2 ? '1' : '2')
    while (child.exitCode === null && printedSince(before, space) < count) await pause(5)
    child.kill('SIGKILL')
    if ((await ended).signal === 'SIGKILL') interrupted++
    for (const [path, hash] of hashes(space))
      if (path.endsWith('.pdf'))
        assert.ok(
          sets.some(set => set.get(path) === hash),
          `${path} is whole in round ${round}`,
        )
    const after = await built(space)
    assert.equal(
      [...after],
      [...(sets[round % 2] ?? [])],
      `all is there after round ${round}, and nothing else`,
    )
    const { editions, missing } = JSON.parse(space.read('out/manifest.json'))
    assert.equal([editions.length, missing], [2 * RECIPIENTS, []])
  }
  assert.ok(interrupted >= 2, `${interrupted} builds were cut short`)
})

for (const jobs of ['1', '2'])
  test(`an interrupt of a build with -j ${jobs} leaves whole files and a manifest that is true`, async () => {
    const space = workspace({
      ...FILES,
      'people.csv': `id\n${rows.join('')}${rows.join('').replaceAll('r', 's')}`,
    })
    const { child, ended } = start(space.root, ...BUILD.slice(0, -1), jobs)
    const isPdf = (path: string) => path.endsWith('.pdf')
    while (outputs(space).filter(isPdf).length < 3 && child.exitCode === null) await pause(5)
    child.kill('SIGINT')
    const { signal, stdout } = await ended
    assert.is(signal, 'SIGINT')
    assert.match(stdout, /interrupted: \d+ editions printed in /)
    const { editions } = JSON.parse(space.read('out/manifest.json'))
    assert.ok(editions.length >= 3 && editions.length < 4 * RECIPIENTS, `${editions.length} were printed`)
    const stated = editions.map((entry: Record<string, string>) => [entry.file, entry.sha256])
    assert.equal(new Map(stated), hashes(space))
    assert.equal(readdirSync(join(space.root, 'out/.briefwright')).sort(), ['briefs', 'ledger.jsonl'])
    const next = await start(space.root, 'build', '--data', 'people.csv').ended
    assert.match(
      next.stdout,
      `${4 * RECIPIENTS - editions.length} editions printed, ${editions.length} from cache`,
    )
  })

test('builds into one folder wait for each other, say so, and find the work done', async () => {
  const space = workspace(FILES)
  const lock = await acquireOutputLock(join(space.root, 'out/.briefwright'), () => assert.unreachable())
  const runs = [start(space.root, ...BUILD), start(space.root, ...BUILD)]
  await Promise.all(
    runs.map(({ child, ended }) => Promise.race([once(child.stderr as Readable, 'data'), ended])),
  )
  lock?.release()
  const ended = await Promise.all(runs.map(run => run.ended))
  for (const { status, stderr } of ended) {
    assert.is(status, 0)
    assert.match(
      stderr,
      `another build prints to this folder (process ${process.pid} on ${hostname()}): waiting`,
    )
  }
  const counts = ended.map(({ stdout }) => Number(/(\d+) editions printed/.exec(stdout)?.[1]))
  assert.equal(
    counts.toSorted((a, b) => a - b),
    [0, 2 * RECIPIENTS],
  )
})

test('the same bytes with any number of threads', async () => {
  const [one, two] = [workspace(FILES), workspace(FILES)]
  await Promise.all([start(one.root, ...BUILD.slice(0, -1), '1').ended, start(two.root, ...BUILD).ended])
  assert.is(hashes(one).size, 2 * RECIPIENTS)
  assert.equal(hashes(one), hashes(two))
})

test.run()

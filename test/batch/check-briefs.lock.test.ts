import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM } from '../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const BRIEF = `${DAM}quotes:
  - text: The water is rising
    source: report
sources:
  - id: report
    title: A report
    text: report.txt
`
const files = { 'briefs/dam.yaml': BRIEF, 'briefs/report.txt': 'He said: "The water is rising."\n' }
const LOCK = 'briefs/dam.lock.yaml'

async function check(space: TestWorkspace, ...options: string[]) {
  const outcome = await space.run('check', '--json', ...options)
  return { ...outcome, found: findingsOf(outcome), quotes: JSON.parse(outcome.stdout).briefs[0]?.quotes }
}

test('a lock is written only when asked for', async () => {
  const space = workspace(files)
  assert.is((await check(space)).status, 0)
  assert.equal(space.files(), ['briefs/dam.yaml', 'briefs/report.txt'])
  await check(space, '--update-lock')
  assert.equal(space.files(), [LOCK, 'briefs/dam.yaml', 'briefs/report.txt'])
})

test('with the text gone, the lock proves the quotation, and says that it does', async () => {
  const space = workspace(files)
  await check(space, '--update-lock')
  rmSync(join(space.root, 'briefs/report.txt'))
  const { status, found, quotes } = await check(space)
  assert.equal([status, found], [0, ['briefs/dam.yaml:11:11 text-absent']])
  assert.equal(quotes, { verified: 0, abridged: 0, locked: 1, unverified: 0 })
})

test('changed words without the text are an error, and no lock is written over it', async () => {
  const space = workspace(files)
  await check(space, '--update-lock')
  const lock = space.read(LOCK)
  rmSync(join(space.root, 'briefs/report.txt'))
  space.write({ 'briefs/dam.yaml': BRIEF.replace('rising', 'falling') })
  const { status, found } = await check(space, '--update-lock')
  assert.is(status, 1)
  assert.ok(found.includes('briefs/dam.yaml:6:11 quote-changed'), String(found))
  assert.is(space.read(LOCK), lock)
})

test('a lock that says the same is not written again', async () => {
  const space = workspace(files)
  await check(space, '--update-lock')
  const before = statSync(join(space.root, LOCK)).ino
  await check(space, '--update-lock')
  assert.is(statSync(join(space.root, LOCK)).ino, before)
})

test('writing the lock settles what was wrong with it', async () => {
  const space = workspace(files)
  for (const damaged of ['quotes: [', 'sources: {}\n']) {
    space.write({ [LOCK]: damaged })
    const before = await check(space)
    assert.equal([before.status, before.found.map(line => line.split(' ')[1])], [1, ['lock-invalid']])
    assert.equal((await check(space, '--update-lock')).found, [])
    assert.equal((await check(space)).found, [])
  }
})

test('a table tells how the quotations of each brief are proved', async () => {
  const { stdout } = await workspace(files).run('check')
  assert.equal(
    stdout.split('\n').map(line => line.split(/ {2,}/)),
    [
      [
        ...['brief', 'verified', 'abridged', 'locked', 'not verified'],
        ...['speech', 'not speech', 'speaker confirmed', 'declared', 'not confirmed'],
      ],
      ['briefs/dam.yaml', '1', '0', '0', '0', '1', '0', '0', '0', '0'],
      [''],
    ],
  )
})

test.run()

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM } from '../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const BRIEF = `${DAM}quotes:
  - {text: The water is rising fast, source: report}
  - {text: Nobody will be moved, source: report}
sources:
  - {id: report, type: speech, title: A report, text: report.txt}
`
const TEXT = 'The water is rising fast. Nobody will be moved.\n'
const FILES = { 'briefs/dam.yaml': BRIEF, 'briefs/report.txt': TEXT }
const LOCK = 'briefs/dam.lock.yaml'

async function locked(): Promise<TestWorkspace> {
  const space = workspace(FILES)
  assert.is((await space.run('check', '--update-lock')).status, 0)
  return space
}

/** The status and the errors of `check --frozen`, which must leave every file as it is. */
async function frozen(space: TestWorkspace) {
  const before = space.files().map(path => [path, space.read(path)])
  const outcome = await space.run('check', '--frozen', '--json')
  assert.equal(
    space.files().map(path => [path, space.read(path)]),
    before,
  )
  const errors = JSON.parse(outcome.stdout).diagnostics.filter(
    ({ severity }: { severity: string }) => severity === 'error',
  )
  assert.is(findingsOf(outcome).length >= errors.length, true)
  return [outcome.status, errors.map(({ code }: { code: string }) => code)]
}

test('a lock that is as it would be written passes, with the text and without it', async () => {
  const space = await locked()
  assert.equal(await frozen(space), [0, []])
  rmSync(join(space.root, 'briefs/report.txt'))
  assert.equal(await frozen(space), [0, []])
})

test('a missing lock is an error where there is something to record', async () => {
  assert.equal(await frozen(workspace(FILES)), [1, ['lock-missing']])
  assert.equal(await frozen(workspace({ 'briefs/dam.yaml': DAM })), [0, []])
})

for (const [what, path, from, to, code] of [
  ['a changed source', 'briefs/report.txt', 'moved.', 'moved. Or so.', 'source-changed'],
  ['a quotation that is new', 'briefs/dam.yaml', 'rising fast', 'rising', 'lock-outdated'],
  ['another title', 'briefs/dam.yaml', 'A report', 'The report', 'lock-outdated'],
  [
    'another author of a speech',
    'briefs/dam.yaml',
    'title: A',
    'author: Eva Roos, title: A',
    'lock-outdated',
  ],
  ['another place of a quotation', LOCK, 'start: 0', 'start: 1', 'lock-outdated'],
  [
    'another source of the lock',
    LOCK,
    'sources:\n',
    `sources:\n  b: {sha256: ${'a'.repeat(64)}, length: 1, date: '2025-01-01'}\n`,
    'lock-outdated',
  ],
  ['an old lock', LOCK, 'version: 2\n', '', 'lock-old'],
  ['a damaged lock', LOCK, 'status: verified', 'status: fine', 'lock-invalid'],
] as const)
  test(`${what} is an error when frozen`, async () => {
    const space = await locked()
    const text = space.read(path)
    assert.ok(text.includes(from))
    space.write({ [path]: text.replace(from, to) })
    const [status, codes] = await frozen(space)
    assert.equal([status, codes.includes(code)], [1, true], String(codes))
  })

test('a quotation that the brief has no longer makes the lock outdated', async () => {
  const space = await locked()
  space.write({ 'briefs/dam.yaml': BRIEF.replace('  - {text: Nobody will be moved, source: report}\n', '') })
  assert.is((await space.run('check')).status, 0)
  assert.equal(await frozen(space), [1, ['lock-outdated']])
  await space.run('check', '--update-lock')
  assert.equal(await frozen(space), [0, []])
})

test('one brief of several that is not as its lock has it fails the check', async () => {
  const space = await locked()
  space.write({ 'briefs/other.yaml': BRIEF })
  assert.equal(await frozen(space), [1, ['lock-missing']])
})

test('to freeze and to update is wrong usage', async () => {
  const space = workspace(FILES)
  const { status, stderr } = await space.run('check', '--frozen', '--update-lock')
  assert.is(status, 2)
  assert.match(stderr, '`--frozen` and `--update-lock`')
  assert.not.ok(space.files().includes(LOCK))
})

test('a source without a text is locked, and said to be; without a lock its quotations are unproved', async () => {
  const space = await locked()
  const without = BRIEF.replace(', text: report.txt', '')
  space.write({ 'briefs/dam.yaml': without })
  rmSync(join(space.root, 'briefs/report.txt'))
  const outcome = await space.run('check', '--json')
  assert.equal([outcome.status, findingsOf(outcome).map(line => line.split(' ')[1])], [0, ['text-absent']])
  assert.equal(JSON.parse(outcome.stdout).briefs[0].quotes.locked, 2)
  rmSync(join(space.root, LOCK))
  const unlocked = await space.run('check', '--json')
  assert.equal(
    [unlocked.status, findingsOf(unlocked).map(line => line.split(' ')[1])],
    [1, ['quote-unproved', 'quote-unproved']],
  )
})

test('a text that is named and not there, with no lock, is an error', async () => {
  const outcome = await workspace({ 'briefs/dam.yaml': BRIEF }).run('check', '--json')
  assert.is(outcome.status, 1)
  assert.ok(
    findingsOf(outcome).some(line => line.endsWith('file-unreadable')),
    outcome.stdout,
  )
})

test('an old lock is renewed with what it has where the text is absent, and stays an error there', async () => {
  const space = await locked()
  space.write({ [LOCK]: space.read(LOCK).replace(/^(version| {4}(title|voice|speaker)): .*\n/gm, '') })
  rmSync(join(space.root, 'briefs/report.txt'))
  const { status, stderr } = await space.run('check', '--update-lock')
  assert.is(status, 1)
  assert.match(stderr, 'lock-unrecorded')
  assert.match(space.read(LOCK), /version: 2\n[\s\S]*speaker: not recorded/)
  space.write(FILES)
  assert.is((await space.run('check', '--update-lock')).status, 0)
  assert.not.match(space.read(LOCK), /not recorded/)
})

test.run()

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM } from '../../support/briefs.js'
import { findingsOf, type TestWorkspace, workspace } from '../../support/workspace.js'

const quoting = (path: string) => `${DAM}quotes:
  - text: The water is rising
    source: report
sources:
  - id: report
    title: A report
    text: ${path}
`
const TEXT = 'He said: "The water is rising."\n'

async function check(space: TestWorkspace, ...briefs: string[]) {
  return findingsOf(await space.run('check', '--json', ...briefs))
}

test('a text beside the brief is read', async () => {
  const space = workspace({
    'briefs/dam.yaml': quoting('sources/report é.txt'),
    'briefs/sources/report é.txt': TEXT,
  })
  assert.equal(await check(space), [])
})

test('a text elsewhere in the workspace is read', async () => {
  const space = workspace({ 'briefs/dam.yaml': quoting('../texts/report.txt'), 'texts/report.txt': TEXT })
  assert.equal(await check(space), [])
})

test('a path must not lead out of the workspace', async () => {
  const outside = workspace({ 'report.txt': TEXT })
  for (const path of [
    '../../report.txt',
    join(outside.root, 'report.txt'),
    '/etc/passwd',
    '../../../../../etc/passwd',
  ]) {
    const found = await check(workspace({ 'briefs/dam.yaml': quoting(path) }))
    assert.ok(found.includes('briefs/dam.yaml:11:11 path-outside-workspace'), `${path}: ${found}`)
  }
})

test('nor through a symbolic link, to a file or to a folder', async () => {
  const outside = workspace({ 'report.txt': TEXT })
  const space = workspace({
    'briefs/dam.yaml': quoting('link.txt'),
    'briefs/port.yaml': quoting('link/report.txt'),
  })
  symlinkSync(join(outside.root, 'report.txt'), join(space.root, 'briefs/link.txt'))
  symlinkSync(outside.root, join(space.root, 'briefs/link'))
  const found = await check(space)
  for (const name of ['dam', 'port'])
    assert.ok(found.includes(`briefs/${name}.yaml:11:11 path-outside-workspace`), String(found))
})

test('a link that stays inside is followed', async () => {
  const space = workspace({ 'briefs/dam.yaml': quoting('link.txt'), 'texts/report.txt': TEXT })
  symlinkSync(join(space.root, 'texts/report.txt'), join(space.root, 'briefs/link.txt'))
  assert.equal(await check(space), [])
})

test('a text that is not there, and no lock to speak for it, is found at its path', async () => {
  const found = await check(workspace({ 'briefs/dam.yaml': quoting('absent.txt') }))
  assert.ok(found.includes('briefs/dam.yaml:11:11 file-unreadable'), String(found))
})

test('a text may be a folder by mistake', async () => {
  const space = workspace({ 'briefs/dam.yaml': quoting('.') })
  assert.ok((await check(space)).includes('briefs/dam.yaml:11:11 file-unreadable'))
})

test('a brief that is not there, or is a folder without briefs, is a finding', async () => {
  const space = workspace()
  mkdirSync(join(space.root, 'folder.yaml'))
  assert.equal(await check(space, 'absent.yaml', 'folder.yaml'), [
    'absent.yaml:1:1 file-unreadable',
    'folder.yaml:1:1 no-briefs',
  ])
})

test('no briefs at all is a finding', async () => {
  assert.equal(await check(workspace()), ['briefs:1:1 no-briefs'])
})

test('a brief may lie outside the workspace', async () => {
  const outside = workspace({ 'dam.yaml': DAM })
  assert.equal(await check(workspace(), join(outside.root, 'dam.yaml')), [])
})

test('what a shell makes of briefs/*.yaml names locks, which are no briefs, and a brief named twice counts once', async () => {
  const space = workspace({ 'briefs/dam.yaml': DAM })
  await space.run('check', '--update-lock')
  const { status, stdout } = await space.run(
    'check',
    '--json',
    'briefs/dam.yaml',
    'briefs/dam.lock.yaml',
    './briefs/dam.yaml',
  )
  assert.equal([status, JSON.parse(stdout).briefs.length], [0, 1], stdout)
})

test('names that cannot be folders of the output are refused', async () => {
  const space = workspace({
    'briefs/..yaml': DAM,
    'briefs/...yaml': DAM,
    'manifest.json.yaml': DAM,
    'a\\b.yaml': DAM,
  })
  const found = await check(space, 'briefs/..yaml', 'briefs/...yaml', 'manifest.json.yaml', 'a\\b.yaml')
  assert.equal(
    found.map(line => line.split(' ').at(-1)),
    ['brief-name', 'brief-name', 'brief-name', 'brief-name'],
  )
})

test('two briefs of one name are refused, whatever their case', async () => {
  const space = workspace({ 'a/dam.yaml': DAM, 'b/Dam.yml': DAM })
  assert.equal(await check(space, 'a/dam.yaml', 'b/Dam.yml'), ['b/Dam.yml:1:1 duplicate-output'])
})

test.run()

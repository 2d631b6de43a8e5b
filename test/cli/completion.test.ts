import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { workspace } from '../support/workspace.js'

const space = workspace({
  'briefs/dam.yaml': '',
  'briefs/dam.lock.yaml': '',
  'briefs/port.yaml': '',
  'briefs/notes.txt': '',
  'templates/board.hbs': '',
})

const complete = async (...words: string[]) =>
  (await space.run('--get-yargs-completions', 'briefwright', ...words)).stdout.trim().split('\n')

test('commands', async () => {
  assert.equal((await complete('')).sort(), [
    'audiences',
    'build',
    'check',
    'completion',
    'draft',
    'inspect',
    'manifest',
    'new',
    'schema',
  ])
})

test('briefs, locks aside', async () => {
  assert.equal(await complete('build', ''), ['briefs/dam.yaml', 'briefs/port.yaml'])
  assert.equal(await complete('check', 'briefs/p'), ['briefs/port.yaml'])
  assert.equal(await complete('inspect', 'briefs/p'), ['briefs/port.yaml'])
})

test('audiences, those of the workspace among them', async () => {
  assert.equal(await complete('build', '-a', 'b'), ['board'])
  assert.ok((await complete('audiences', '--eject', '')).includes('press'))
})

test('options and their values', async () => {
  assert.ok((await complete('build', '--')).includes('--allow-unverified'))
  assert.equal(await complete('build', '--paper', ''), ['a4', 'letter'])
  assert.equal(await complete('inspect', '--stage', ''), ['edition', 'html', 'blocks', 'pages', 'tags'])
})

test('the script for the shell', async () => {
  const { status, stdout } = await space.run('completion')
  assert.match(stdout, 'briefwright')
  assert.is(status, 0)
})

test.run()

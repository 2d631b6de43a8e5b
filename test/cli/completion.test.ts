import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { workspace } from '../support/workspace.js'

const space = workspace({
  'briefs/dam.yaml': '',
  'briefs/dam.lock.yaml': '',
  'briefs/port.yml': '',
  'briefs/notes.txt': '',
  'briefs/people.csv': '',
  'briefs/2025/ferry.yaml': '',
  'templates/board.hbs': '',
  'articles/courier.html': '',
  'print/.keep': '',
  'rows.jsonl': '',
  'rows.tsv': '',
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
    'pack',
    'schema',
    'serve',
    'worker',
  ])
})

test('briefs, locks aside', async () => {
  assert.equal(await complete('build', ''), ['briefs/dam.yaml', 'briefs/port.yml'])
  assert.equal(await complete('check', 'briefs/p'), ['briefs/port.yml'])
  assert.equal(await complete('inspect', 'briefs/p'), ['briefs/port.yml'])
  assert.equal(await complete('build', 'briefs/2'), ['briefs/2025/', 'briefs/2025/ferry.yaml'])
  assert.equal(await complete('build', '-a', 'press', ''), ['briefs/dam.yaml', 'briefs/port.yml'])
})

test('audiences, those of the workspace among them', async () => {
  assert.equal(await complete('build', '-a', 'b'), ['board'])
  assert.equal(await complete('build', '-a', 'press,b'), ['press,board'])
  const ejectable = await complete('audiences', '--eject', '')
  for (const name of ['press', 'themes/civic', 'partials/masthead', 'locales/fr', 'markings/tlp'])
    assert.ok(ejectable.includes(name), name)
})

test('options and their values', async () => {
  assert.ok((await complete('build', '--')).includes('--allow-unverified'))
  assert.equal(await complete('build', '--paper', ''), ['a4', 'letter'])
  assert.equal(await complete('build', '--theme', 'c'), ['civic', 'compact'])
  assert.equal(await complete('build', '--format', 'pdf,h'), ['pdf,html'])
  assert.equal(await complete('build', '--format', ''), ['pdf', 'html', 'docx', 'md', 'txt', 'png'])
  assert.equal(await complete('inspect', '--stage', ''), ['edition', 'html', 'blocks', 'pages', 'tags'])
})

test('the tables of a mail merge, and folders on the way to them', async () => {
  assert.equal(await complete('build', '--data', ''), [
    'articles/',
    'briefs/',
    'print/',
    'rows.jsonl',
    'rows.tsv',
    'templates/',
  ])
  assert.equal(await complete('build', '--data', 'bri'), ['briefs/', 'briefs/2025/', 'briefs/people.csv'])
  assert.equal(await complete('build', '--data', 'briefs/pe'), ['briefs/people.csv'])
})

test('folders to print to, and files', async () => {
  for (const option of ['--out', '-o']) assert.equal(await complete('build', option, 'p'), ['print/'])
  assert.ok((await complete('draft', '')).includes('rows.tsv'))
  assert.equal(await complete('draft', 'articles/'), ['articles/courier.html'])
  assert.equal(await complete('draft', 'articles/courier.html', '-o', 'briefs/d'), [
    'briefs/dam.lock.yaml',
    'briefs/dam.yaml',
  ])
  assert.ok((await complete('check', '--report', '')).includes('rows.tsv'))
  assert.ok((await complete('manifest', '')).includes('merge'))
  assert.ok((await complete('manifest', 'merge', 'r')).includes('rows.jsonl'))
})

test('the script for the shell, and how to choose it', async () => {
  const { status, stdout } = await space.run('completion')
  assert.match(stdout, 'briefwright')
  assert.is(status, 0)
  for (const help of ['--help', '-h']) {
    const told = await space.run('completion', help)
    assert.equal([told.status, told.stderr], [0, ''])
    for (const shell of ['bash', 'zsh', 'fish'])
      assert.match(told.stdout, `SHELL=${shell} briefwright completion`)
    assert.not.match(told.stdout, 'yargs')
  }
})

test.run()

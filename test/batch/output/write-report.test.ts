import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM } from '../../support/briefs.js'
import { findingsOf, workspace } from '../../support/workspace.js'

const FILES = {
  'briefs/dam.yaml': `${DAM}quotes:
  - {text: The water is rising fast, source: report}
sources:
  - {id: report, type: speech, author: Eva Roos, title: A report, text: report.md}
`,
  'briefs/report.md': 'The water is rising fast.\n',
}

for (const name of ['evidence.html', 'deep/er/Evidence.HTM', 'evidence.md', 'evidence.markdown'])
  test(`a report is written to ${name}, in the format of its extension`, async () => {
    const space = workspace(FILES)
    const { status, stdout } = await space.run('check', '--report', name)
    assert.is(status, 0)
    assert.match(stdout, `evidence report: ${name}`)
    const text = space.read(name)
    assert.match(text, /html?$/i.test(name) ? /^<!DOCTYPE html>[\s\S]*<\/html>\n$/ : /^# Evidence report\n/)
    assert.match(text, 'The water is rising fast')
    assert.equal(
      space.files().filter(path => path.endsWith('.tmp')),
      [],
    )
  })

for (const name of ['evidence.pdf', 'evidence', 'evidence.html.txt', '.html'])
  test(`a report to ${name} is wrong usage, and nothing is written`, async () => {
    const space = workspace(FILES)
    const { status, stderr } = await space.run('check', '--report', name)
    assert.is(status, 2)
    assert.match(stderr, '.html')
    assert.equal(space.files(), Object.keys(FILES).sort())
  })

test('with --json the document alone is on standard output', async () => {
  const space = workspace(FILES)
  const outcome = await space.run('check', '--json', '--report', 'evidence.html')
  assert.is(outcome.status, 0)
  assert.is(JSON.parse(outcome.stdout).ok, true)
  assert.ok(space.files().includes('evidence.html'))
})

test('a brief with errors is reported with them, and fails the check', async () => {
  const space = workspace(FILES)
  space.write({
    'briefs/broken.yaml': 'title: [',
    'briefs/dam.yaml': FILES['briefs/dam.yaml'].replace('rising', 'falling'),
  })
  assert.is((await space.run('check', '--report', 'evidence.html')).status, 1)
  const text = space.read('evidence.html')
  assert.is(text.match(/<section /g)?.length, 2)
  assert.match(text, 'yaml-syntax')
  assert.match(text, 'quote-altered')
})

test('a report goes over none of the files that it is made from, and over an older report', async () => {
  const space = workspace(FILES)
  const outcome = await space.run('check', '--json', '--report', 'briefs/report.md')
  assert.is(outcome.status, 1)
  assert.ok(
    findingsOf(outcome).some(line => line.endsWith('file-exists')),
    outcome.stdout,
  )
  assert.is(space.read('briefs/report.md'), FILES['briefs/report.md'])
  space.write({ 'evidence.md': 'before' })
  assert.is((await space.run('check', '--report', 'evidence.md')).status, 0)
  assert.match(space.read('evidence.md'), '# Evidence report')
})

test('where it cannot be written, that is an error, and nothing is left behind', async () => {
  const space = workspace({ ...FILES, 'taken.html/file': '' })
  const outcome = await space.run('check', '--json', '--report', 'taken.html')
  assert.equal([outcome.status, findingsOf(outcome).some(line => line.endsWith('write-failed'))], [1, true])
  assert.equal(space.files(), [...Object.keys(FILES), 'taken.html/file'].sort())
})

test('without briefs there is no report', async () => {
  const space = workspace()
  assert.is((await space.run('check', '--report', 'evidence.html')).status, 1)
  assert.equal(space.files(), [])
})

test('the report shows what writing the lock has settled', async () => {
  const space = workspace({ ...FILES, 'briefs/dam.lock.yaml': 'quotes: [' })
  await space.run('check', '--update-lock', '--report', 'evidence.html')
  assert.not.match(space.read('evidence.html'), 'lock-invalid')
})

test.run()

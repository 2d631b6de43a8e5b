import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { FINDING_ENTRIES } from '../../scripts/findings/entries.js'
import { brief } from '../../scripts/findings/finding-entry.js'
import { runExample } from '../../scripts/findings/run-example.js'
import { CODES } from '../../src/diagnostics/index.js'

const page = readFileSync(new URL('../../docs/findings.md', import.meta.url), 'utf8')

test('each code has a section, in the order of the table', () => {
  const sections = [...page.matchAll(/^### `(.+)`$/gm)].map(([, code]) => code)
  assert.equal(sections, Object.keys(CODES))
})

test('each code has an entry, and none is for a code that there is not', () => {
  assert.equal(Object.keys(FINDING_ENTRIES).sort(), Object.keys(CODES).sort())
})

test('a remedy is one sentence or two', () => {
  for (const [code, { remedy }] of Object.entries(FINDING_ENTRIES))
    assert.match(remedy, /^[A-Z`].*[^.]\.$/s, code)
})

test('only what no file provokes is shown without being run', () => {
  const told = Object.entries(FINDING_ENTRIES).filter(([, { example }]) => example.printed !== undefined)
  assert.equal(
    told.map(([code]) => code),
    [
      'picture-not-in-word',
      'edition-crashed',
      'workers-died',
      'edition-timeout',
      'store-failed',
      'queue-failed',
      'batch-too-large',
      'changed-meanwhile',
    ],
  )
})

test('an example is to provoke its code, and shows what is printed', async () => {
  const example = brief('colour: red')
  const [title, ...frame] = (await runExample('unknown-key', example)).split('\n')
  assert.is(title, 'briefs/dam.yaml:3:1: error: a brief has no field `colour` [unknown-key]')
  assert.equal(frame.slice(0, 2), ['3 | colour: red', '  | ^^^^^^'])
  await runExample('wrong-type', example).then(
    () => assert.unreachable(),
    error => assert.match(String(error), /does not provoke it:\n.*\[unknown-key\]/s),
  )
})

test.run()

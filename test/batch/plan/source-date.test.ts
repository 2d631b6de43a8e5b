import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAM, NOTE } from '../../support/briefs.js'
import { findingsOf, run, workspace } from '../../support/workspace.js'

const space = workspace({ 'templates/note.hbs': NOTE, 'briefs/dam.yaml': `${DAM}audiences: [note]\n` })

async function build(epoch?: string) {
  const outcome = await run(
    ['build', '--json'],
    space.root,
    epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch },
  )
  const [entry] = JSON.parse(outcome.stdout).editions
  const pdf = entry && readFileSync(join(space.root, entry.file), 'latin1')
  return { outcome, entry, date: /<xmp:CreateDate>([^<]+)/.exec(pdf ?? '')?.[1] }
}

test('documents bear the date of the brief, or SOURCE_DATE_EPOCH, as part of their inputs', async () => {
  const plain = await build()
  const dated = await build('1700000000')
  assert.equal([plain.date, dated.date], ['2025-01-20T00:00:00Z', '2023-11-14T22:13:20Z'])
  assert.is.not(plain.entry.inputs_sha256, dated.entry.inputs_sha256)
  assert.is((await build('1700000000')).entry.sha256, dated.entry.sha256)
  assert.is((await build('0')).date, '1970-01-01T00:00:00Z')
})

for (const epoch of ['', 'today', '-1', '1.5', '1e9', ' 1', '253402300800', '9'.repeat(30)])
  test(`SOURCE_DATE_EPOCH \`${epoch.slice(0, 12)}\` is an error, and nothing is printed`, async () => {
    const { outcome, entry } = await build(epoch)
    assert.equal([outcome.status, entry], [1, undefined])
    assert.equal(findingsOf(outcome), ['SOURCE_DATE_EPOCH:1:1 source-date-invalid'])
  })

test('the last date that a document can bear is one', async () => {
  assert.is((await build('253402300799')).date, '9999-12-31T23:59:59Z')
})

test.run()

import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findingsOf, workspace } from '../../support/workspace.js'

const WORDS = 'The lighthouse has burned since noon'

function briefWith(text: string): string {
  return `title: T
as_of: 2025-01-01
issue: A keeper said “${WORDS}” [@s].
sources:
  - {id: s, title: S, type: interview, text: ${JSON.stringify(text)}}
`
}

async function codesWith(text: string): Promise<string[]> {
  const space = workspace({
    'briefs/light.yaml': briefWith(text),
    'briefs/other.yaml': briefWith('../note.txt'),
    'briefs/light.lock.yaml': `# ${WORDS}\n`,
    'templates/light.hbs': WORDS,
    'templates/partials/light.txt': WORDS,
    'out/light/press.txt': WORDS,
    'printed/.briefwright/ledger.jsonl': '',
    'printed/light/press.txt': WORDS,
    'output/press.txt': `“${WORDS},” the keeper said.`,
    'note.txt': `“${WORDS},” the keeper said.`,
  })
  symlinkSync(join(space.root, 'briefs/light.yaml'), join(space.root, 'briefs/light.txt'))
  const outcome = await space.run('check', 'briefs/light.yaml', '--json')
  return findingsOf(outcome)
    .filter(finding => /text-not-source|quote-(missing|altered)/.test(finding))
    .map(finding => finding.replace('briefs/light.yaml:', ''))
}

for (const text of [
  'light.yaml',
  '../briefs/light.yaml',
  'light.txt',
  'other.yaml',
  'light.lock.yaml',
  '../templates/light.hbs',
  '../templates/partials/light.txt',
  '../out/light/press.txt',
  '../printed/light/press.txt',
])
  test(`${text} proves nothing`, async () => {
    assert.equal(await codesWith(text), ['5:46 text-not-source'])
  })

for (const text of ['../note.txt', '../output/press.txt'])
  test(`${text} may prove a quotation`, async () => {
    assert.equal(await codesWith(text), [])
  })

test.run()

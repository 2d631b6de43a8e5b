import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findingsOf, type TestWorkspace, workspace } from '../support/workspace.js'

const ARTICLE = `Harbour to be dredged

“The channel will not be deepened this year,” Ana Ruiz told reporters on the quay. “Nobody asked the fishermen.”
`
const WORDS = 'The channel will not be deepened this year'
const BRIEF = `title: The harbour
as_of: 2025-01-20
actors:
  - id: ruiz
    name: Ana Ruiz
quotes:
  - id: channel
    text: ${WORDS}
    speaker: ruiz
    source: article
  - text: >-
      Nobody asked
      the fishermen
    speaker: ruiz
    source: article
sources:
  - id: article
    title: Harbour to be dredged
    text: sources/article.txt
`
const CHANGES: readonly (readonly [how: string, words: string, marked: string])[] = [
  ['changed', WORDS.replace('deepened', 'widened'), '[-deepened-]{+widened+}'],
  ['changed at the end', WORDS.replace('year', 'month'), '[-year-]{+month+},'],
  ['changed at the beginning', WORDS.replace('The', 'That'), '[-The-]{+That+}'],
  ['dropped', WORDS.replace('not ', ''), '[-not-]'],
  ['added', WORDS.replace('be', 'ever be'), '{+ever+}'],
  ['swapped with the next', WORDS.replace('will not', 'not will'), '{+'],
  ['changed in case', WORDS.replace('The', 'THE'), '[-The-]{+THE+}'],
]

const proved = () => workspace({ 'briefs/harbour.yaml': BRIEF, 'briefs/sources/article.txt': ARTICLE })

async function locked(): Promise<TestWorkspace> {
  const space = proved()
  assert.is((await space.run('check', '--update-lock')).status, 0)
  rmSync(join(space.root, 'briefs/sources'), { recursive: true })
  return space
}

async function quotesIn(space: TestWorkspace, expected: number): Promise<Record<string, number>> {
  const { status, stdout } = await space.run('check', '--json')
  assert.is(status, expected)
  return JSON.parse(stdout).briefs[0].quotes
}

test('with the text every quotation is verified, without it every one is locked', async () => {
  assert.equal(await quotesIn(proved(), 0), { verified: 2, abridged: 0, locked: 0, unverified: 0 })
  assert.equal(await quotesIn(await locked(), 0), { verified: 0, abridged: 0, locked: 2, unverified: 0 })
})

for (const [how, words, marked] of CHANGES) {
  test(`a word ${how} is found at its quotation, and marked in the nearest passage`, async () => {
    const space = proved()
    space.write({ 'briefs/harbour.yaml': BRIEF.replace(WORDS, words) })
    const { status, stderr } = await space.run('check')
    assert.is(status, 1)
    assert.match(stderr, 'briefs/harbour.yaml:8:11: error: ')
    assert.ok(stderr.includes(marked), stderr)
    assert.equal(await quotesIn(space, 1), { verified: 1, abridged: 0, locked: 0, unverified: 1 })
  })

  test(`a word ${how} is found by the lock alone`, async () => {
    const space = await locked()
    space.write({ 'briefs/harbour.yaml': BRIEF.replace(WORDS, words) })
    const outcome = await space.run('check', '--json')
    assert.is(outcome.status, 1)
    assert.ok(findingsOf(outcome).includes('briefs/harbour.yaml:8:11 quote-changed'), outcome.stdout)
    assert.is((await space.run('build')).status, 1)
    assert.equal(
      space.files().filter(path => path.startsWith('out')),
      [],
    )
  })
}

test('a quotation that is not proved is printed only when that is asked for', async () => {
  const space = proved()
  space.write({ 'briefs/harbour.yaml': BRIEF.replace('deepened', 'widened') })
  assert.is((await space.run('build', '-a', 'press')).status, 1)
  const { status, stdout } = await space.run('build', '-a', 'press', '--allow-unverified', '--json')
  const [edition] = JSON.parse(stdout).editions
  assert.is(status, 0)
  assert.equal(edition.quotes, { verified: 1, abridged: 0, locked: 0, unverified: 1 })
})

test.run()

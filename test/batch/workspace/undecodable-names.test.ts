import { mkdirSync, writeFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { fileNameProblem } from '../../../src/batch/workspace/file-names.js'
import { DAM } from '../../support/briefs.js'
import { skip } from '../../support/skip.js'
import { findingsOf, workspace } from '../../support/workspace.js'

/** Some systems take no such names. */
function write(root: string, folder: string, name: string): boolean {
  const bytes = Buffer.concat([Buffer.from(`${root}/${folder}/`), Buffer.from(name, 'latin1')])
  mkdirSync(`${root}/${folder}`, { recursive: true })
  try {
    writeFileSync(bytes, DAM)
    return true
  } catch {
    return false
  }
}

for (const [folder, name] of [
  ['briefs', 'b\xff.yaml'],
  ['briefs/sources', 'caf\xe9.txt'],
  ['templates', 'n\xfcte.hbs'],
  ['templates/partials', '\xc3.hbs'],
  ['fonts/own', '\xa0.ttf'],
] as const)
  test(`a name in ${folder} that is not UTF-8 is an error, and is shown by its bytes`, async () => {
    const space = workspace({ 'briefs/good.yaml': DAM })
    if (!write(space.root, folder, name)) skip('this system takes no names that are not UTF-8')
    for (const command of ['check', 'build']) {
      const outcome = await space.run(command, '--json')
      assert.is(outcome.status, 1)
      assert.equal(findingsOf(outcome), [`${folder.replace(/\/.*/, '')}:1:1 brief-name`])
      assert.match(outcome.stdout, /\\\\x[0-9a-f]{2}/)
    }
  })

test('names in whatever script, composed or not, are taken', async () => {
  const space = workspace({
    'briefs/caf\u00e9.yaml': DAM,
    'briefs/ca\u0301v.yaml': DAM,
    'briefs/\u5927.yaml': DAM,
  })
  const outcome = await space.run('check', '--json')
  assert.equal([outcome.status, findingsOf(outcome)], [0, []])
})

test('a name that a shell has handed on with bytes that are no UTF-8 is named', () => {
  assert.match(fileNameProblem('b\ufffd') ?? '', 'not UTF-8')
  assert.is(fileNameProblem('b\u00ff'), undefined)
})

test.run()

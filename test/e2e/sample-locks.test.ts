import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findingsOf, workspace } from '../support/workspace.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const TEXTS = ['courier.txt', 'entrevista.txt', 'order.txt', 'report.md']
const FIGURES = ['minutes.csv', 'minutos.csv']
const TRANSCRIPT = 'hearing.txt'

for (const name of ['harbour-crossing', 'cruce-del-puerto']) {
  const files = {
    [`briefs/${name}.lock.yaml`]: read(`briefs/${name}.lock.yaml`),
    ...Object.fromEntries(TEXTS.map(text => [`briefs/sources/${text}`, read(`briefs/sources/${text}`)])),
    ...Object.fromEntries(FIGURES.map(csv => [`briefs/figures/${csv}`, read(`briefs/figures/${csv}`)])),
    'briefs/images/tunnel.png': readFileSync(new URL('../../briefs/images/tunnel.png', import.meta.url)),
  }
  const brief = read(`briefs/${name}.yaml`)

  test(`the lock of ${name} is what is proved now, with the transcript that is not passed on`, async () => {
    const withText = brief.replace('  - id: hearing\n', `  - id: hearing\n    text: sources/${TRANSCRIPT}\n`)
    assert.not.equal(withText, brief)
    const space = workspace({
      ...files,
      [`briefs/${name}.yaml`]: withText,
      [`briefs/sources/${TRANSCRIPT}`]: read(`test/support/sources/${TRANSCRIPT}`),
    })
    const outcome = await space.run('check', '--frozen', '--json')
    assert.is(outcome.status, 0, outcome.stdout)
    assert.is(JSON.parse(outcome.stdout).briefs[0].quotes.locked, 0)
  })

  test(`without the transcript, its quotation in ${name} is locked`, async () => {
    const space = workspace({ ...files, [`briefs/${name}.yaml`]: brief })
    const outcome = await space.run('check', '--frozen', '--json')
    assert.is(outcome.status, 0, outcome.stdout)
    assert.is(JSON.parse(outcome.stdout).briefs[0].quotes.locked, 1)
    assert.ok(findingsOf(outcome).some(line => line.endsWith('text-absent')))
  })
}

test.run()

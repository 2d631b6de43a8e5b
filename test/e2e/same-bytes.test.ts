import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readText } from '../support/pdf-text.js'
import { workspace } from '../support/workspace.js'

const BRIEF = `title: The dam
as_of: 2025-01-20
key_facts: [It rose., It fell.]
timeline:
  - {date: 2025-01-01, event: It rose.}
actors: [{id: a, name: Anna, position: For it}]
audiences: [press, analyst]
`
const { TZ, LANG } = process.env

test.after.each(() => {
  for (const [name, value] of Object.entries({ TZ, LANG }))
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
})

async function print(): Promise<readonly Buffer[]> {
  const space = workspace({ 'briefs/dam.yaml': BRIEF })
  assert.is((await space.run('build')).status, 0)
  return ['press', 'analyst'].map(audience => readFileSync(join(space.root, `out/dam/${audience}.pdf`)))
}

test('the same brief gives the same bytes in any folder, time zone and language', async () => {
  const first = await print()
  for (const [zone, language] of [
    ['Pacific/Kiritimati', 'de_DE.UTF-8'],
    ['Pacific/Pago_Pago', 'C'],
  ]) {
    Object.assign(process.env, { TZ: zone, LANG: language })
    const again = await print()
    assert.ok(again.every((bytes, index) => first[index]?.equals(bytes)))
  }
})

test('no day but that of the brief is in the file', async () => {
  for (const bytes of await print()) {
    const { said } = readText(bytes)
    const dates = said.match(/\b20\d\d-?\d\d-?\d\d/g) ?? []
    assert.ok(dates.length > 0)
    assert.equal(new Set(dates.map(date => date.replaceAll('-', ''))), new Set(['20250120']))
  }
})

test.run()

import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { GENERATED } from '../scripts/generated.js'

for (const [path, content] of GENERATED) {
  test(`${path} is what the code would write`, async () => {
    const written = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
    assert.is(written, await content(), 'run `npm run generate`')
  })
}

test.run()

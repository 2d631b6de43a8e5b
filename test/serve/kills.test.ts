import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bundle } from '../support/bundle.js'
import { surviveKills } from '../support/kills.js'

test('what workers print that are killed, while the store fails and Redis is started anew, is what one machine prints', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-kills-'))
  const said: string[] = []
  try {
    const {
      took: _,
      failedRequests,
      ...report
    } = await surviveKills({
      folder,
      cli: join(bundle(), 'cli.js'),
      editions: 100,
      workers: 3,
      kills: 3,
      storeOutMs: 3000,
      redisOutMs: 500,
      leaseSeconds: 2,
      seed: 7,
      onEvent: text => said.push(text),
    })
    const none = { lost: [], doubled: [], different: [] }
    assert.equal(
      { ...report, stderr: '' },
      { killed: 3, redisRestarts: 1, status: 0, stderr: '', entries: 100, ...none },
      said.join('\n'),
    )
    assert.ok(failedRequests > 0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.run()

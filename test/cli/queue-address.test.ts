import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { queueAddress, storeAddress } from '../../src/cli/queue-address.js'
import { storeSettings } from '../../src/cli/store-settings.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { workspace } from '../support/workspace.js'

const { root } = workspace()
const io = (env: Readonly<Record<string, string>>) => ({
  stdout: { write: () => true },
  stderr: { write: () => true },
  cwd: root,
  env,
})

test('what is typed goes before what the surroundings say, and a file keeps a password out of both', async () => {
  writeFileSync(join(root, 'queue.txt'), 'redis://:secret@redis:6379\n')
  const env = { BRIEFWRIGHT_QUEUE_FILE: 'queue.txt' }
  assert.is(await queueAddress(undefined, io(env)), 'redis://:secret@redis:6379')
  assert.is(await queueAddress(undefined, io({ ...env, BRIEFWRIGHT_QUEUE: 'redis://two' })), 'redis://two')
  assert.is(
    await queueAddress('redis://one', io({ ...env, BRIEFWRIGHT_QUEUE: 'redis://two' })),
    'redis://one',
  )
  assert.is(
    await queueAddress(undefined, io({ BRIEFWRIGHT_QUEUE: '', BRIEFWRIGHT_QUEUE_FILE: '' })),
    undefined,
  )
  assert.is(storeAddress(undefined, io({ BRIEFWRIGHT_STORE: 's3://two' })), 's3://two')
  assert.is(storeAddress('one', io({ BRIEFWRIGHT_STORE: 's3://two' })), 'one')
  assert.is(storeAddress(undefined, io({ BRIEFWRIGHT_STORE: '' })), undefined)
})

test('a file that is not there is wrong usage', async () => {
  try {
    await queueAddress(undefined, io({ BRIEFWRIGHT_QUEUE_FILE: 'none.txt' }))
    assert.unreachable()
  } catch (error) {
    assert.instance(error, UsageError)
    assert.match((error as Error).message, '`none.txt` cannot be read')
  }
})

test('the server of a store is named as the tools of AWS name it', () => {
  assert.equal(storeSettings(io({})), { cwd: root, endpoint: undefined })
  assert.is(storeSettings(io({ AWS_ENDPOINT_URL: 'http://a' })).endpoint, 'http://a')
  const both = storeSettings(
    io({ AWS_ENDPOINT_URL: 'http://a', AWS_ENDPOINT_URL_S3: 'http://b', AWS_S3_FORCE_PATH_STYLE: 'false' }),
  )
  assert.equal(both, { cwd: root, endpoint: 'http://b', pathStyle: false })
  assert.is(storeSettings(io({ AWS_S3_FORCE_PATH_STYLE: 'TRUE' })).pathStyle, true)
})

test.run()

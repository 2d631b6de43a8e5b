import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SetupError } from '../../../src/serve/jobs/setup-error.js'
import { openWorkerHealth } from '../../../src/serve/worker/worker-health.js'

const STATE = { waiting: 0, running: 0, workers: {}, otherVersions: {} }

test('a worker is alive while its queue is away, and ready while it is there', async () => {
  let isThere = true
  const queue = {
    state: () => (isThere ? Promise.resolve(STATE) : Promise.reject(new Error('redis://:secret@redis'))),
  }
  const health = await openWorkerHealth(0, queue)
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${health.port}${path}`)
    return `${answer.status} ${await answer.text()}`
  }
  try {
    assert.is(await ask('/healthz'), '200 alive\n')
    assert.is(await ask('/readyz'), '200 ready\n')
    isThere = false
    assert.is(await ask('/healthz'), '200 alive\n')
    assert.is(await ask('/readyz'), '503 the queue does not answer\n')
    assert.match(await ask('/'), /^404/)
  } finally {
    await health.close()
  }
})

test('a queue that never answers is not waited for', async () => {
  const health = await openWorkerHealth(0, { state: () => new Promise(() => {}) })
  const { status } = await fetch(`http://127.0.0.1:${health.port}/readyz`)
  assert.is(status, 503)
  await health.close()
})

test('a port that is taken is said to be so', async () => {
  const queue = { state: () => Promise.resolve(STATE) }
  const one = await openWorkerHealth(0, queue)
  try {
    await openWorkerHealth(one.port, queue)
    assert.unreachable()
  } catch (error) {
    assert.instance(error, SetupError)
    assert.match((error as Error).message, 'EADDRINUSE')
  } finally {
    await one.close()
  }
})

test.run()

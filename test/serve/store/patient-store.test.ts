import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openFolderStore } from '../../../src/serve/store/folder-store.js'
import type { ObjectStore } from '../../../src/serve/store/object-store.js'
import { PatientStore } from '../../../src/serve/store/patient-store.js'
import { StoreError } from '../../../src/serve/store/store-error.js'
import { all, assertThrows, bound } from './contract.js'

const ROOT = mkdtempSync(join(tmpdir(), 'briefwright-patient-'))
test.after(() => rmSync(ROOT, { recursive: true, force: true }))

/** A store that fails so many times, and then works. */
async function failing(
  times: number,
  error: Error = new StoreError('the server says 503', true),
): Promise<{ readonly store: ObjectStore; readonly calls: string[] }> {
  const inner = await openFolderStore(mkdtempSync(join(ROOT, 'store ')))
  const calls: string[] = []
  const fail = (call: string) => {
    calls.push(call)
    if (calls.length <= times) throw error
  }
  const act = async <T>(call: string, go: () => Promise<T>): Promise<T> => {
    fail(call)
    return await go()
  }
  return {
    calls,
    store: {
      ...bound(inner),
      put: (name, bytes) => act('put', () => inner.put(name, bytes)),
      get: name => act('get', () => inner.get(name)),
      has: name => act('has', () => inner.has(name)),
      delete: name => act('delete', () => inner.delete(name)),
      async *list(prefix) {
        for await (const object of inner.list(prefix)) {
          yield object
          fail('list')
        }
      },
    },
  }
}

const quick = { patienceMs: 60_000, firstPauseMs: 1 }

test('each call is made again until it goes well, and each failure is told of', async () => {
  for (const act of [
    (store: ObjectStore) => store.put('jobs/a', Buffer.from('a')),
    (store: ObjectStore) => store.get('jobs/a'),
    (store: ObjectStore) => store.has('jobs/a'),
    (store: ObjectStore) => store.delete('jobs/a'),
  ]) {
    const { store, calls } = await failing(3)
    const told: string[] = []
    await act(new PatientStore(store, { ...quick, onRetry: ({ message }) => told.push(message) }))
    assert.is(calls.length, 4)
    assert.equal(told, Array(3).fill('the server says 503'))
  }
})

test('a list that breaks off is taken up again, and tells of each object once', async () => {
  const { store } = await failing(3)
  const inner = await openFolderStore(store.address)
  for (const name of ['a', 'b', 'c', 'd']) await inner.put(`jobs/${name}`, Buffer.from(name))
  const listed = await all(new PatientStore(store, quick), 'jobs/')
  assert.equal(
    listed.map(({ name }) => name),
    ['jobs/a', 'jobs/b', 'jobs/c', 'jobs/d'],
  )
})

test('in the end it says what failed, how often and for how long, as what no waiting mends', async () => {
  const { store, calls } = await failing(Number.POSITIVE_INFINITY)
  const patient = new PatientStore(store, { patienceMs: 30, firstPauseMs: 1 })
  const error = await assertThrows(
    () => patient.get('jobs/a'),
    /^the server says 503 \(\d+ attempts in 1 s\)$/,
  )
  assert.ok(error instanceof StoreError && !error.isPassing)
  assert.ok(calls.length > 1)
})

test('what no waiting mends, and faults of the program, are thrown at once', async () => {
  for (const fault of [new StoreError('the server says 403', false), new TypeError('x is not a function')]) {
    const { store, calls } = await failing(1, fault)
    const thrown = await assertThrows(() => new PatientStore(store, quick).has('jobs/a'), /403|function/)
    assert.is(thrown, fault)
    assert.is(calls.length, 1)
  }
})

test('who closes it does not wait for what is waited for', async () => {
  const { store, calls } = await failing(Number.POSITIVE_INFINITY)
  const patient = new PatientStore(store, { patienceMs: 3_600_000, firstPauseMs: 3_600_000 })
  const writing = assertThrows(() => patient.put('jobs/a', Buffer.from('a')), /503/)
  await new Promise(resolve => setImmediate(resolve))
  await patient.close()
  await writing
  assert.is(calls.length, 1)
})

test.run()

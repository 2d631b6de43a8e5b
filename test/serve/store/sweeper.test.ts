import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openFolderStore } from '../../../src/serve/store/folder-store.js'
import type { ObjectStore } from '../../../src/serve/store/object-store.js'
import { type Swept, startSweeper, sweepFolder } from '../../../src/serve/store/sweeper.js'
import { all } from './contract.js'

const ROOT = mkdtempSync(join(tmpdir(), 'briefwright-sweeper-'))
test.after(() => rmSync(ROOT, { recursive: true, force: true }))
const TEMPORARY = '.a.0a1b2c3d-0000-4000-8000-0123456789ab.tmp'

/** Objects of 100 bytes, each of an age in hours. */
async function storeOf(ages: Readonly<Record<string, number>>): Promise<ObjectStore> {
  const store = await openFolderStore(mkdtempSync(join(ROOT, 'store ')))
  for (const [name, hours] of Object.entries(ages)) {
    await store.put(name, Buffer.alloc(100))
    age(store, name, hours)
  }
  return store
}

function age({ address }: ObjectStore, name: string, hours: number): void {
  const then = new Date(Date.now() - hours * 3_600_000)
  utimesSync(join(address, name), then, then)
}

const names = async (store: ObjectStore) => (await all(store, '')).map(({ name }) => name)

test('objects older than the limit go, and the others stay', async () => {
  const store = await storeOf({
    'inputs/a': 30,
    'inputs/b': 20,
    'results/a': 25,
    'jobs/x/y': 26,
    'jobs/z': 0,
  })
  assert.equal(await sweepFolder(store.address, { hours: 24 }), {
    removed: 3,
    removedBytes: 300,
    keptBytes: 200,
  })
  assert.equal(await names(store), ['inputs/b', 'jobs/z'])
})

test('above the limit of bytes the oldest go, but nothing that was used within the hour', async () => {
  const store = await storeOf({ 'inputs/a': 5, 'inputs/b': 4, 'inputs/c': 3, 'results/a': 0, 'results/b': 0 })
  assert.equal(await sweepFolder(store.address, { hours: 24, bytes: 350 }), {
    removed: 2,
    removedBytes: 200,
    keptBytes: 300,
  })
  assert.equal(await names(store), ['inputs/c', 'results/a', 'results/b'])
  assert.equal((await sweepFolder(store.address, { hours: 24, bytes: 0 })).keptBytes, 200)
  assert.equal(await names(store), ['results/a', 'results/b'])
})

test('what is in use stays: whoever reads an object, or looks for it, keeps it', async () => {
  const store = await storeOf({ 'inputs/read': 30, 'inputs/asked': 30, 'inputs/left': 30 })
  await store.get('inputs/read')
  await store.has('inputs/asked')
  await sweepFolder(store.address, { hours: 24 })
  assert.equal(await names(store), ['inputs/asked', 'inputs/read'])
})

test('nobody can have swept what was used within the hour', async () => {
  const store = await storeOf({ 'inputs/a': 0.5, 'inputs/b': 1.5 })
  await sweepFolder(store.address, { hours: 0 })
  assert.equal(await names(store), ['inputs/a'])
})

test('what writes that were cut short have left goes, and what is not of the store stays', async () => {
  const store = await storeOf({ 'results/a': 0 })
  const files = [`results/${TEMPORARY}`, TEMPORARY, '.hidden/file', 'results/.keep', 'notes.txt']
  mkdirSync(join(store.address, '.hidden'))
  for (const file of files) {
    writeFileSync(join(store.address, file), 'x')
    age(store, file, 100)
  }
  writeFileSync(join(ROOT, 'outside'), 'x')
  symlinkSync(join(ROOT, 'outside'), join(store.address, 'results/link'))
  symlinkSync(ROOT, join(store.address, 'linked'))
  writeFileSync(join(store.address, `results/.b${TEMPORARY.slice(2)}`), 'being written')
  assert.is((await sweepFolder(store.address, { hours: 24 })).removed, 2)
  assert.equal(
    files.filter(file => existsSync(join(store.address, file))),
    ['.hidden/file', 'results/.keep', 'notes.txt'],
  )
  assert.ok(existsSync(join(ROOT, 'outside')))
  assert.ok(existsSync(join(store.address, `results/.b${TEMPORARY.slice(2)}`)))
  assert.ok(existsSync(join(store.address, '.briefwright-store')))
})

test('a sweeper begins at once and says what it did, or why it could not', async () => {
  const store = await storeOf({ 'inputs/a': 30 })
  const told: (Swept | string)[] = []
  const events = {
    onSwept: (swept: Swept) => told.push(swept),
    onFailed: (reason: string) => told.push(reason),
  }
  await startSweeper(store, { hours: 24 }, events).stop()
  assert.equal(told, [{ removed: 1, removedBytes: 100, keptBytes: 0 }])
  rmSync(store.address, { recursive: true })
  writeFileSync(store.address, '')
  await startSweeper(store, { hours: 24 }, events).stop()
  assert.is(told[1], 'there is a file where a folder is needed')
})

test('a bucket is left to its own rules', async () => {
  const store = { ...(await storeOf({ 'inputs/a': 30 })), address: 's3://bucket/x' }
  const events = { onSwept: () => assert.unreachable(), onFailed: () => assert.unreachable() }
  await startSweeper(store, { hours: 1 }, events).stop()
})

test.run()

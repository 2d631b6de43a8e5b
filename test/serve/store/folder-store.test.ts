import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openFolderStore } from '../../../src/serve/store/folder-store.js'
import { openStore } from '../../../src/serve/store/open-store.js'
import { StoreError } from '../../../src/serve/store/store-error.js'
import { all, assertThrows, testStoreContract } from './contract.js'

const ROOT = mkdtempSync(join(tmpdir(), 'briefwright store é '))
test.after(() => rmSync(ROOT, { recursive: true, force: true }))
const makeFolder = () => join(mkdtempSync(join(ROOT, 'new ')), 'store')

testStoreContract({
  name: 'a folder',
  makeAddress: async () => makeFolder(),
  damage: (address, name, bytes) => writeFileSync(join(address, name), bytes),
})

test('a relative address is a folder of the workspace, and is made for its owner alone', async () => {
  const store = await openStore('some/store', { cwd: ROOT })
  await store.put('jobs/a', Buffer.from('a'))
  assert.ok(existsSync(join(ROOT, 'some/store/jobs/a')))
  assert.is(statSync(join(ROOT, 'some/store')).mode & 0o777, 0o700)
})

test('writes leave nothing beside the objects', async () => {
  const store = await openFolderStore(makeFolder())
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => store.put('jobs/a', Buffer.alloc(10_000, index))),
  )
  assert.equal(readdirSync(join(store.address, 'jobs')), ['a'])
})

test('nothing is read or written through a link', async () => {
  const elsewhere = mkdtempSync(join(ROOT, 'elsewhere '))
  writeFileSync(join(elsewhere, 'secret'), 'secret')
  const store = await openFolderStore(makeFolder())
  await store.put('results/a', Buffer.from('a'))
  symlinkSync(elsewhere, join(store.address, 'jobs'))
  symlinkSync(join(elsewhere, 'secret'), join(store.address, 'results/link'))
  for (const act of [
    () => store.get('jobs/secret'),
    () => store.has('jobs/secret'),
    () => store.put('jobs/secret', Buffer.from('new')),
    () => store.delete('jobs/secret'),
    () => store.get('results/link'),
    () => store.has('results/link'),
  ]) {
    const error = await assertThrows(act, /link|regular file|symbolic/)
    assert.ok(error instanceof StoreError && !error.isPassing)
  }
  assert.equal(
    (await all(store, '')).map(({ name }) => name),
    ['results/a'],
  )
  assert.equal(readdirSync(elsewhere), ['secret'])
})

test('a link in the place of an object is replaced, not followed', async () => {
  const store = await openFolderStore(makeFolder())
  mkdirSync(join(store.address, 'jobs'))
  writeFileSync(join(ROOT, 'outside'), 'outside')
  symlinkSync(join(ROOT, 'outside'), join(store.address, 'jobs/a'))
  await store.put('jobs/a', Buffer.from('mine'))
  assert.is(String(await store.get('jobs/a')), 'mine')
  assert.is(statSync(join(ROOT, 'outside')).size, 7)
})

test('a store whose disk is not mounted has nothing absent, and is not made anew in its empty place', async () => {
  const store = await openFolderStore(makeFolder())
  await store.put('jobs/a', Buffer.from('a'))
  rmSync(store.address, { recursive: true })
  mkdirSync(store.address)
  for (const act of [
    () => store.get('jobs/a'),
    () => store.has('jobs/a'),
    () => store.put('jobs/b', Buffer.from('b')),
    () => store.delete('jobs/a'),
    () => all(store, ''),
  ]) {
    const error = await assertThrows(act, /is not mounted/)
    assert.ok(error instanceof StoreError && error.isPassing)
  }
  assert.equal(readdirSync(store.address), [])
})

test('an object that is used is marked as new', async () => {
  const store = await openFolderStore(makeFolder())
  for (const name of ['read', 'asked', 'left']) await store.put(`results/${name}`, Buffer.from(name))
  const old = new Date(Date.now() - 3_600_000)
  for (const name of ['read', 'asked', 'left']) utimesSync(join(store.address, 'results', name), old, old)
  await store.get('results/read')
  await store.has('results/asked')
  const isNew = (name: string) =>
    statSync(join(store.address, 'results', name)).mtimeMs > old.getTime() + 60_000
  assert.equal([isNew('read'), isNew('asked'), isNew('left')], [true, true, false])
})

test('a folder in the place of an object, and an object in the place of a folder, are said to be so', async () => {
  const store = await openFolderStore(makeFolder())
  await store.put('jobs/a/b', Buffer.from('b'))
  await assertThrows(() => store.get('jobs/a'), /is not a regular file/)
  await assertThrows(() => store.put('jobs/a', Buffer.from('a')), /cannot write `jobs\/a`/)
  await assertThrows(() => store.put('jobs/a/b/c', Buffer.from('c')), /a file where a folder is needed/)
})

test('what cannot be a store is said when it is opened', async () => {
  writeFileSync(join(ROOT, 'file'), '')
  const { message } = await assertThrows(
    () => openStore('file', { cwd: ROOT }),
    /cannot use the folder `.*file` as a store/,
  )
  assert.match(message, ROOT)
  await assertThrows(() => openStore('', { cwd: ROOT }), /is empty/)
  await assertThrows(() => openStore('gs://bucket/x', { cwd: ROOT }), /no store at `gs:\/\/`/)
  if (process.getuid?.() === 0) return
  mkdirSync(join(ROOT, 'closed'), { mode: 0o500 })
  await assertThrows(() => openStore('closed', { cwd: ROOT }), /permission denied/)
  chmodSync(join(ROOT, 'closed'), 0o700)
})

test.run()

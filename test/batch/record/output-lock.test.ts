import { spawn } from 'node:child_process'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { acquireOutputLock, type LockHolder } from '../../../src/batch/record/output-lock.js'
import { workspace } from '../../support/workspace.js'

const folder = () => workspace().root
const lockOf = (root: string) => join(root, 'lock')
const heldBy = (root: string, holder: object) => writeFileSync(lockOf(root), JSON.stringify(holder))

test('a folder is free, then taken, then free again', async () => {
  const root = folder()
  const lock = await acquireOutputLock(root, () => assert.unreachable())
  assert.is(lock?.abandoned, false)
  assert.is(JSON.parse(readFileSync(lockOf(root), 'utf8')).pid, process.pid)
  lock?.release()
  assert.not(existsSync(lockOf(root)))
})

test('many that want it have it one after the other', async () => {
  const root = folder()
  let inside = 0
  let most = 0
  const work = async () => {
    const lock = await acquireOutputLock(root, () => {})
    most = Math.max(most, ++inside)
    await pause(2)
    inside--
    lock?.release()
  }
  await Promise.all(Array.from({ length: 8 }, work))
  assert.is(most, 1)
})

test('whoever waits is told once for whom, and can stop waiting', async () => {
  const root = folder()
  const first = await acquireOutputLock(root, () => assert.unreachable())
  const heard: LockHolder[] = []
  const stop = new AbortController()
  const second = acquireOutputLock(root, holder => heard.push(holder), stop.signal)
  await pause(200)
  assert.equal(
    heard.map(({ pid, host }) => [pid, host]),
    [[process.pid, hostname()]],
  )
  stop.abort()
  assert.is(await second, undefined)
  first?.release()
})

test('a build whose name is not written yet is named once it is', async () => {
  const root = folder()
  writeFileSync(lockOf(root), '')
  const heard: LockHolder[] = []
  const stop = new AbortController()
  const waiting = acquireOutputLock(root, holder => heard.push(holder), stop.signal)
  await pause(120)
  assert.equal(heard, [])
  heldBy(root, { pid: 1, host: 'elsewhere' })
  for (let waits = 0; heard.length === 0 && waits < 100; waits++) await pause(50)
  assert.equal(
    heard.map(({ pid, host }) => [pid, host]),
    [[1, 'elsewhere']],
  )
  stop.abort()
  assert.is(await waiting, undefined)
})

test('the lock of a dead process is taken over, by one of those who wait', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise(resolve => child.on('close', resolve))
  const root = folder()
  heldBy(root, { pid: child.pid, host: hostname() })
  let inside = 0
  const locks = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const lock = await acquireOutputLock(root, () => {})
      assert.is(++inside, 1)
      await pause(2)
      inside--
      lock?.release()
      return lock
    }),
  )
  assert.ok(locks.some(lock => lock?.abandoned))
})

test('a process that has the number of a dead one is another', async () => {
  const root = folder()
  heldBy(root, { pid: process.pid, host: hostname(), started: '1' })
  const lock = await acquireOutputLock(root, () => {}, AbortSignal.timeout(2000))
  if (existsSync('/proc/self/stat')) assert.is(lock?.abandoned, true)
  lock?.release()
})

test('a build on another machine is dead when its lock was not touched for a while', async () => {
  const root = folder()
  heldBy(root, { pid: 1, host: 'elsewhere' })
  assert.is(await acquireOutputLock(root, () => {}, AbortSignal.timeout(200)), undefined)
  const long = new Date(Date.now() - 120_000)
  utimesSync(lockOf(root), long, long)
  assert.is((await acquireOutputLock(root, () => {}))?.abandoned, true)
})

test('a lock that says nothing yet is somebody’s', async () => {
  const root = folder()
  writeFileSync(lockOf(root), '')
  assert.is(await acquireOutputLock(root, () => {}, AbortSignal.timeout(200)), undefined)
})

test.run()

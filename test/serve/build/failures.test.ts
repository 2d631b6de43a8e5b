import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type BuildOptions, type BuildResult, buildBriefs, watchBriefs } from '../../../src/batch/index.js'
import { QueuePrinters } from '../../../src/serve/build/queue-printers.js'
import type { JobEnd, JobQueue } from '../../../src/serve/queue/job-queue.js'
import { MemoryQueue } from '../../../src/serve/queue/memory-queue.js'
import { openFolderStore } from '../../../src/serve/store/folder-store.js'
import type { ObjectStore } from '../../../src/serve/store/object-store.js'
import { StoreError } from '../../../src/serve/store/store-error.js'
import { DAM } from '../../support/briefs.js'
import { workspace } from '../../support/workspace.js'
import { site, temporaryFolder, VERSION } from '../worker/support.js'

const FILES = { 'briefs/dam.yaml': DAM }

async function build(
  queue: JobQueue,
  store: ObjectStore,
  asked: Partial<BuildOptions> = {},
  patienceMs = 60_000,
) {
  const { root } = workspace(FILES)
  const notices: string[] = []
  const onNotice = (message: string) => void notices.push(message)
  const printers = new QueuePrinters({ queue, store, onNotice, patienceMs })
  const options = { cwd: root, briefs: [], audiences: ['public'], out: 'out', ...asked }
  const result = await buildBriefs(options, printers)
  await printers.close()
  return { result, notices }
}

const said = ({ diagnostics }: BuildResult) =>
  diagnostics.map(
    ({ code, place, message }) => `${place.file.path} ${code}: ${message.replace(/.*printed: /, '')}`,
  )

/** Takes jobs from a queue, and says that they ended so. */
async function endingAll(queue: JobQueue, end: JobEnd | 'died', signal: AbortSignal): Promise<void> {
  for (let lease = await queue.take(signal); lease; lease = await queue.take(signal))
    await queue.complete(lease, end)
}

test('an edition of which nothing comes is a finding at its brief', async () => {
  const cases: [JobEnd | 'died', string][] = [
    ['died', 'workers-died: whoever had the job died, each time it was tried'],
    [{ state: 'failed', reason: 'timeout', message: 'it took long' }, 'edition-timeout: it took long'],
    [{ state: 'failed', reason: 'store', message: 'no space' }, 'store-failed: no space'],
    [{ state: 'failed', reason: 'error', message: 'a bug' }, 'edition-crashed: a bug'],
    [{ state: 'failed', reason: 'lost', message: 'gone' }, 'store-failed: its result is not in the store'],
    [{ state: 'done', ok: true, ms: 1 }, 'store-failed: its result is not in the store'],
  ]
  for (const [end, told] of cases) {
    const queue = new MemoryQueue(VERSION)
    const store = await openFolderStore(temporaryFolder())
    const stop = new AbortController()
    const ending = endingAll(queue, end, stop.signal)
    const { result } = await build(queue, store)
    stop.abort()
    await ending
    assert.equal(
      said(result).map(line => line.replace(/: `results.*/, '')),
      [`briefs/dam.yaml ${told}`],
    )
    assert.is(result.failed, 1)
  }
})

/** A store that fails at some of what it is asked. */
async function failing(what: 'put' | 'get'): Promise<ObjectStore> {
  const store = await openFolderStore(temporaryFolder())
  const fail = async () => {
    throw new StoreError('cannot reach the store', false)
  }
  return Object.assign(Object.create(store) as ObjectStore, { [what]: fail })
}

test('a store that fails is a finding, be it asked for results or given inputs', async () => {
  for (const what of ['put', 'get'] as const) {
    const { result } = await build(new MemoryQueue(VERSION), await failing(what))
    assert.equal(said(result), ['briefs/dam.yaml store-failed: cannot reach the store'])
  }
})

test('a queue that does not answer for long is given up', async () => {
  const queue = Object.assign(new MemoryQueue(VERSION), {
    state: async () => {
      throw new Error('no answer')
    },
  })
  const { result } = await build(queue, await openFolderStore(temporaryFolder()), {}, 1)
  assert.equal(said(result), ['briefs/dam.yaml queue-failed: the queue does not answer'])
})

test('that nobody prints is said, with the versions of those who print others', async () => {
  const queue = new MemoryQueue(VERSION)
  const state = { waiting: 1, running: 0, workers: { '0.0.1': 2 }, otherVersions: {} }
  const fake = Object.assign(queue, { state: async () => state })
  const stop = new AbortController()
  const building = build(fake, await openFolderStore(temporaryFolder()), { signal: stop.signal })
  await pause(5000)
  stop.abort()
  const { result, notices } = await building
  assert.is(result.interrupted, true)
  assert.is(notices.length, 1)
  assert.match(notices[0] ?? '', /^no worker of version .*; there are workers of 0\.0\.1, which do others/)
})

test('who interrupts a build takes its editions off the queue', async () => {
  const queue = new MemoryQueue(VERSION)
  const stop = new AbortController()
  const asked = { signal: stop.signal, formats: ['pdf', 'html'] as const, audiences: ['public', 'press'] }
  const building = build(queue, await openFolderStore(temporaryFolder()), asked)
  while ((await queue.state()).waiting < 2) await pause(10)
  stop.abort()
  const { result } = await building
  assert.is(result.interrupted, true)
  assert.equal(said(result), [])
  assert.is((await queue.state()).waiting, 0)
})

test('shards over a queue print the parts of a plan', async () => {
  const here = await site()
  const shards = []
  for (const index of [1, 2]) {
    const { result } = await build(here.queue, here.store, { audiences: [], shard: { index, of: 2 } })
    shards.push([...result.editions].map(({ file }) => file))
  }
  const { result } = await build(here.queue, here.store, { audiences: [] })
  assert.equal(shards.flat().sort(), [...result.editions].map(({ file }) => file).sort())
  assert.is(here.ends.length, shards.flat().length)
  await here.close()
})

test('a build that watches prints what changes, templates too', async () => {
  const here = await site()
  const space = workspace(FILES)
  const stop = new AbortController()
  const printers = new QueuePrinters({ queue: here.queue, store: here.store, onNotice: () => {} })
  const shas: (string | undefined)[] = []
  const changes = [
    { 'briefs/dam.yaml': DAM.replace('two', 'three') },
    { 'briefwright.yaml': 'organisation: The Office\n' },
  ]
  const options = { cwd: space.root, briefs: [], audiences: ['public'], out: 'out', signal: stop.signal }
  const onResult = (result: BuildResult) => {
    shas.push([...result.editions][0]?.sha256)
    const next = changes.shift()
    if (next) space.write(next)
    else stop.abort()
  }
  await watchBriefs(options, { onResult }, printers)
  assert.is(new Set(shas).size, 3)
  assert.is(here.ends.length, 3)
  await here.close()
})

test.run()

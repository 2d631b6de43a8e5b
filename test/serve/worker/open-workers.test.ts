import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Job } from '../../../src/serve/jobs/job.js'
import type { JobEnd } from '../../../src/serve/queue/job-queue.js'
import { openFolderStore } from '../../../src/serve/store/folder-store.js'
import type { ObjectStore } from '../../../src/serve/store/object-store.js'
import { StoreError } from '../../../src/serve/store/store-error.js'
import { resultOf, site, temporaryFolder, VERSION } from './support.js'

const MODULE = new URL('./threads.mjs', import.meta.url)
const FILES = { 'briefs/dam.yaml': 'title: The dam\n' }

const told = (end: JobEnd | undefined) =>
  end?.state === 'failed' ? `${end.reason}: ${end.message}` : end?.state

async function threads(options: Parameters<typeof site>[0] = {}) {
  const here = await site({ module: MODULE, memory: 64, ...options })
  const job = (path: string) => here.job({ kind: 'check', path }, FILES)
  const ask = async (asked: string | Job) =>
    told(await here.ask(typeof asked === 'string' ? await job(asked) : asked))
  return { ...here, job, ask, ends: () => here.ends }
}

test('a thread is given the inputs of a job, and what it answers is in the store', async () => {
  const here = await threads({ threads: 2 })
  const job = await here.job('fine')
  assert.is(await here.ask(job), 'done')
  const { head } = await resultOf<'check'>(here.store, job)
  assert.equal(head as unknown, { ok: true, findings: [], proofs: [], read: ['briefs/dam.yaml'] })
  await here.close()
})

test('a thread that dies of a job costs that job alone, which three are given', async () => {
  const here = await threads({ threads: 2 })
  const paths = ['fine', 'exit', 'other', 'fill', 'third']
  const ends = await Promise.all(paths.map(here.ask))
  assert.equal(
    ends.map(end => end?.replace(/:.*/, '')),
    ['done', 'poison', 'done', 'poison', 'done'],
  )
  assert.is(here.ends().filter(([, end]) => end === 'died').length, 6)
  await here.close()
})

test('a job that takes too long is ended, be it that it waits or that it computes', async () => {
  const here = await threads({ secondsPerJob: 1 })
  for (const path of ['hang', 'loop']) assert.is(await here.ask(path), 'timeout: it took more than 1 seconds')
  assert.is(await here.ask('fine'), 'done')
  await here.close()
})

test('a fault of the program ends its job with what it says', async () => {
  const here = await threads()
  assert.is(await here.ask('throw'), 'error: internal error: a bug')
  await here.close()
})

test('a job for another version is refused', async () => {
  const here = await threads()
  const job = { ...(await here.job('fine')), version: '0.0.1' }
  assert.is(await here.ask(job), `error: it is for version 0.0.1, and this is ${VERSION}`)
  await here.close()
})

test('inputs that the store has lost are what a job fails of', async () => {
  const here = await threads()
  const job = await here.job('fine')
  for await (const { name } of here.store.list('inputs/')) await here.store.delete(name)
  assert.match((await here.ask(job)) ?? '', /^store: an input of the job is not in the store any more/)
  await here.close()
})

test('a result that is in the store is not made again, unless it is damaged', async () => {
  const here = await threads()
  const job = await here.job('fine')
  await here.ask(job)
  await here.ask({ ...job, batch: 'again' })
  await here.store.put(`results/${job.id}`, Buffer.from('damaged'))
  await here.ask({ ...job, batch: 'third' })
  const known = here.events.flatMap(event => (event.event === 'job' ? [event.known] : []))
  assert.equal(known, [false, true, false])
  await resultOf(here.store, job)
  await here.close()
})

test('a job that is cancelled is ended, and its thread with it', async () => {
  const here = await threads()
  const job = await here.job('loop')
  await here.queue.enqueue([job])
  const end = here.queue.ended(job, new AbortController().signal)
  while ((await here.queue.state()).running === 0) await pause(10)
  await here.queue.cancel([job])
  assert.match(told(await end) ?? '', /^cancelled/)
  assert.is(await here.ask('fine'), 'done')
  await here.close()
})

test('who closes workers gets back what has not ended within the time of grace', async () => {
  const here = await threads({ threads: 2 })
  const [loop, fine] = [await here.job('loop'), await here.job('fine')]
  await here.queue.enqueue([loop])
  while ((await here.queue.state()).running === 0) await pause(10)
  await here.ask(fine)
  await here.workers.close(100)
  assert.equal(await here.queue.list([loop, fine]), [
    { state: 'waiting' },
    { state: 'ended', end: (await here.queue.ended(fine, new AbortController().signal)) as JobEnd },
  ])
  assert.equal(here.ends(), [
    ['check', 'done'],
    ['check', 'given back'],
  ])
  await here.queue.close()
})

test('workers that have nothing to do are closed at once, and take nothing from then on', async () => {
  const here = await threads()
  await here.workers.close(1_000_000)
  const job = await here.job('fine')
  await here.queue.enqueue([job])
  assert.equal(await here.queue.list([job]), [{ state: 'waiting' }])
  await here.queue.close()
})

/** A store that cannot be written to. */
async function fullStore(): Promise<ObjectStore> {
  const store = await openFolderStore(temporaryFolder())
  return Object.assign(Object.create(store) as ObjectStore, {
    put: async (name: string, bytes: Uint8Array) => {
      if (name.startsWith('results/'))
        throw new StoreError(`cannot write \`${name}\`: no space is left`, false)
      await store.put(name, bytes)
    },
  })
}

test('a result that cannot be written is a failure of the store', async () => {
  const here = await threads({ store: await fullStore() })
  assert.match((await here.ask('fine')) ?? '', /^store: cannot write `results\/.*no space is left$/)
  await here.close()
})

test.run()

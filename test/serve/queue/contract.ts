import { setTimeout as delay } from 'node:timers/promises'
import * as fc from 'fast-check'
import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Job } from '../../../src/serve/jobs/job.js'
import type { JobEnd, JobQueue, Lease } from '../../../src/serve/queue/job-queue.js'

/** A kind of queue, as the contract tries it. */
export interface TriedQueue {
  /** A queue that nothing is on. */
  open(): Promise<JobQueue>
  /** As another machine opens the queue of `open`: the same where there is one process only. */
  join(): Promise<JobQueue>
  /** Takes the next job of the queue, as a process or thread that dies with it. */
  takeAndDie(queue: JobQueue): Promise<void>
}

/** A job of a batch, of which a queue knows no more than its names. */
export const jobOf = (id: string, batch = 'b', version = '1.0.0'): Job => ({
  id,
  version,
  batch,
  client: '',
  inputs: 'list',
  task: { kind: 'check', path: `${id}.yaml` },
})

export const DONE: JobEnd = { state: 'done', ok: true, ms: 7 }
export const forever = (): AbortSignal => new AbortController().signal

/** The next job; fails if none comes. */
export async function takeOne(queue: JobQueue): Promise<Lease> {
  const lease = await queue.take(AbortSignal.timeout(20_000))
  if (lease === undefined) throw new Error('no job was there to take')
  return lease
}

async function takeIds(queue: JobQueue, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let taken = 0; taken < count; taken++) {
    const lease = await takeOne(queue)
    ids.push(lease.job.id)
    await queue.complete(lease, DONE)
  }
  return ids
}

const range = (count: number) => Array.from({ length: count }, (_, index) => `j${index}`)
const untilAborted = (signal: AbortSignal) =>
  new Promise<void>(resolve => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** What every queue keeps to. */
export function queueContract(test: Test, tried: TriedQueue): void {
  let queue: JobQueue
  test.before.each(async () => {
    queue = await tried.open()
  })
  test.after.each(() => queue.close())

  test('jobs are taken in the order in which they were put on the queue, whole', async () => {
    const jobs = range(20).map(id => jobOf(id))
    await queue.enqueue(jobs)
    for (const job of jobs) {
      const lease = await takeOne(queue)
      assert.equal(lease.job, job)
      assert.is(lease.deaths, 0)
      assert.not(lease.signal.aborted)
      await queue.complete(lease, DONE)
    }
  })

  test('jobs for which somebody waits are taken before those of batches', async () => {
    await queue.enqueue([jobOf('slow1'), jobOf('slow2')])
    await queue.enqueue([jobOf('fast1'), jobOf('fast2')], { urgent: true })
    await queue.enqueue([jobOf('slow3')])
    await queue.enqueue([jobOf('fast3')], { urgent: true })
    assert.equal(await takeIds(queue, 6), ['fast1', 'fast2', 'fast3', 'slow1', 'slow2', 'slow3'])
  })

  test('who waits for a job is given it as soon as it is there', async () => {
    const taken = takeOne(queue)
    await delay(50)
    await queue.enqueue([jobOf('late')])
    assert.is((await taken).job.id, 'late')
  })

  test('a job of the same batch is put on the queue once, whatever became of it', async () => {
    await queue.enqueue([jobOf('one'), jobOf('one')])
    await queue.enqueue([jobOf('one')])
    const lease = await takeOne(queue)
    await queue.enqueue([jobOf('one')])
    await queue.complete(lease, DONE)
    await queue.enqueue([jobOf('one'), jobOf('two')])
    await queue.enqueue([jobOf('one', 'other')])
    assert.equal(await takeIds(queue, 2), ['two', 'one'])
    assert.is((await queue.state()).waiting, 0)
  })

  test('names of batches may have any characters', async () => {
    const names = ['a:b', 'a/b', '7', 'é ü', '{x}', '*?']
    await queue.enqueue(names.map(batch => jobOf('same', batch)))
    const batches: string[] = []
    for (const _ of names) batches.push((await takeOne(queue)).job.batch)
    assert.equal(batches, names)
  })

  test('what closes a batch is taken once all of its jobs have ended, failed or not, and before other batches', async () => {
    await queue.enqueue(
      ['a', 'b', 'c'].map(id => jobOf(id)),
      { closing: jobOf('last') },
    )
    await queue.enqueue([jobOf('x', 'other'), jobOf('y', 'other')])
    assert.equal(await queue.list([jobOf('last')]), [{ state: 'waiting' }])
    const [a, b, c] = [await takeOne(queue), await takeOne(queue), await takeOne(queue)]
    await queue.complete(b, { state: 'failed', reason: 'timeout', message: 'too long' })
    await queue.complete(c, DONE)
    assert.equal(await takeIds(queue, 1), ['x'])
    await queue.complete(a, { state: 'done', ok: false, ms: 1 })
    assert.equal(await takeIds(queue, 2), ['last', 'y'])
  })

  test('what closes a batch is taken, too, if some were cancelled, or all had ended, or there are none', async () => {
    await queue.enqueue([jobOf('a'), jobOf('b')], { closing: jobOf('last') })
    assert.equal(await takeIds(queue, 1), ['a'])
    await queue.cancel([jobOf('b')])
    assert.equal(await takeIds(queue, 1), ['last'])
    await queue.enqueue([jobOf('a')], { closing: jobOf('again') })
    assert.equal(await takeIds(queue, 1), ['again'])
    await queue.enqueue([], { closing: jobOf('empty') })
    assert.equal(await takeIds(queue, 1), ['empty'])
  })

  test('a batch can be put on the queue again by who died in the middle of it', async () => {
    const jobs = ['a', 'b', 'c'].map(id => jobOf(id))
    await queue.enqueue(jobs.slice(0, 2), { closing: jobOf('last') })
    await queue.complete(await takeOne(queue), { state: 'failed', reason: 'error', message: 'no' })
    await queue.enqueue(jobs, { closing: jobOf('last') })
    await queue.enqueue(jobs, { closing: jobOf('last') })
    assert.equal(await takeIds(queue, 3), ['b', 'c', 'last'])
    await queue.enqueue(jobs, { closing: jobOf('last') })
    assert.is((await queue.state()).waiting, 0)
  })

  test('what is given back is the next to be taken, and counts as no death', async () => {
    await queue.enqueue(['a', 'b', 'c'].map(id => jobOf(id)))
    const a = await takeOne(queue)
    for (let times = 0; times < 5; times++)
      await queue.complete(times === 0 ? a : await takeOne(queue), 'given back')
    const again = await takeOne(queue)
    assert.is(again.job.id, 'a')
    assert.is(again.deaths, 0)
    assert.equal(await takeIds(queue, 2), ['b', 'c'])
  })

  test('who waits is given what is given back', async () => {
    await queue.enqueue([jobOf('a')])
    const lease = await takeOne(queue)
    const next = takeOne(queue)
    await delay(50)
    await queue.complete(lease, 'given back')
    assert.is((await next).job.id, 'a')
  })

  test('a job whose holder died is taken anew, and the third time it is poison', async () => {
    await queue.enqueue([jobOf('bad')], { closing: jobOf('last') })
    for (const deaths of [1, 2]) {
      await tried.takeAndDie(queue)
      const lease = await takeOne(queue)
      assert.is(lease.job.id, 'bad')
      assert.is(lease.deaths, deaths)
      await queue.complete(lease, 'given back')
    }
    await tried.takeAndDie(queue)
    assert.equal(await takeIds(queue, 1), ['last'])
    const end = await queue.ended(jobOf('bad'), forever())
    assert.is(end?.state === 'failed' && end.reason, 'poison')
  })

  test('deaths that the holder tells count as those that are missed', async () => {
    await queue.enqueue([jobOf('bad')])
    for (const deaths of [0, 1, 2]) {
      const lease = await takeOne(queue)
      assert.is(lease.deaths, deaths)
      await queue.complete(lease, 'died')
    }
    const [standing] = await queue.list([jobOf('bad')])
    assert.is(standing?.state === 'ended' && standing.end.state === 'failed' && standing.end.reason, 'poison')
  })

  test('jobs that wait are cancelled at once, and stay so', async () => {
    await queue.enqueue(['a', 'b', 'c'].map(id => jobOf(id)))
    const b = queue.ended(jobOf('b'), forever())
    await queue.cancel([jobOf('b'), jobOf('never')])
    const end = await b
    assert.is(end?.state === 'failed' && end.reason, 'cancelled')
    await queue.enqueue([jobOf('b')])
    assert.equal(await takeIds(queue, 2), ['a', 'c'])
    const [standing, other] = await queue.list([jobOf('b'), jobOf('never')])
    assert.equal(standing, { state: 'ended', end })
    assert.equal(other, { state: 'unknown' })
    assert.is((await queue.state()).waiting, 0)
  })

  test('who has a job that is cancelled is told so, on other machines, too', async () => {
    await queue.enqueue([jobOf('a'), jobOf('b')])
    const [a, b] = [await takeOne(queue), await takeOne(queue)]
    const other = await tried.join()
    await other.cancel([jobOf('a')])
    await untilAborted(a.signal)
    assert.not(b.signal.aborted)
    assert.equal(await queue.list([jobOf('a')]), [{ state: 'running' }])
    const cancelled: JobEnd = { state: 'failed', reason: 'cancelled', message: 'as asked' }
    await queue.complete(a, cancelled)
    assert.equal(await queue.list([jobOf('a')]), [{ state: 'ended', end: cancelled }])
  })

  test('how jobs stand is told in the order of the question', async () => {
    await queue.enqueue(['a', 'b', 'c'].map(id => jobOf(id)))
    const [a, b] = [await takeOne(queue), await takeOne(queue)]
    await queue.complete(a, DONE)
    assert.equal(await queue.list(['c', 'x', 'b', 'a'].map(id => jobOf(id))), [
      { state: 'waiting' },
      { state: 'unknown' },
      { state: 'running' },
      { state: 'ended', end: DONE },
    ])
    await queue.complete(b, DONE)
    assert.equal(await queue.list([]), [])
  })

  test('an end is told to all who waited for it, and to who asks later, until it is forgotten', async () => {
    await queue.enqueue([jobOf('a')])
    const other = await tried.join()
    const waiting = [
      queue.ended(jobOf('a'), forever()),
      queue.ended(jobOf('a'), forever()),
      other.ended(jobOf('a'), forever()),
    ]
    await delay(50)
    const lease = await takeOne(queue)
    await queue.forget([jobOf('a')])
    await queue.complete(lease, DONE)
    assert.equal(await Promise.all(waiting), [DONE, DONE, DONE])
    assert.equal(await queue.ended(jobOf('a'), forever()), DONE)
    await queue.forget([jobOf('a'), jobOf('never')])
    assert.equal(await queue.list([jobOf('a')]), [{ state: 'unknown' }])
    const lost = await queue.ended(jobOf('a'), forever())
    assert.is(lost?.state === 'failed' && lost.reason, 'lost')
    await queue.enqueue([jobOf('a')])
    assert.equal(await takeIds(queue, 1), ['a'])
  })

  test('what was cancelled can be forgotten, and asked for again', async () => {
    await queue.enqueue([jobOf('a')])
    await queue.cancel([jobOf('a')])
    await queue.forget([jobOf('a')])
    await queue.enqueue([jobOf('a')])
    assert.equal(await takeIds(queue, 1), ['a'])
  })

  test('nobody has to wait for ever', async () => {
    await queue.enqueue([jobOf('a')])
    const lease = await takeOne(queue)
    const patience = new AbortController()
    const waits = [queue.take(patience.signal), queue.ended(jobOf('a'), patience.signal)]
    await delay(30)
    patience.abort()
    assert.equal(await Promise.all(waits), [undefined, undefined])
    assert.is(await queue.take(patience.signal), undefined)
    assert.is(await queue.ended(jobOf('a'), patience.signal), undefined)
    await queue.enqueue([jobOf('b')])
    assert.equal(await takeIds(queue, 1), ['b'])
    await queue.complete(lease, DONE)
  })

  test('the state of the queue says how full it is, and that somebody takes from it', async () => {
    await queue.enqueue(
      ['a', 'b', 'c'].map(id => jobOf(id)),
      { closing: jobOf('last') },
    )
    await queue.enqueue([jobOf('fast')], { urgent: true })
    assert.equal(await queue.state(), { waiting: 4, running: 0, workers: {}, otherVersions: {} })
    const lease = await takeOne(queue)
    await delay(30)
    assert.equal(await queue.state(), { waiting: 3, running: 1, workers: { '1.0.0': 1 }, otherVersions: {} })
    await queue.complete(lease, DONE)
    assert.is((await queue.state()).running, 0)
  })

  test('a lease ends once', async () => {
    await queue.enqueue([jobOf('a')])
    const lease = await takeOne(queue)
    await queue.complete(lease, DONE)
    await queue.complete(lease, 'given back')
    await queue.complete(lease, { state: 'failed', reason: 'error', message: 'no' })
    assert.equal(await queue.list([jobOf('a')]), [{ state: 'ended', end: DONE }])
    assert.is((await queue.state()).waiting, 0)
  })

  test('who leaves gives back what it has, and takes nothing any more', async () => {
    await queue.enqueue([jobOf('a'), jobOf('b')])
    const lease = await takeOne(queue)
    const end = queue.ended(jobOf('b'), forever())
    const other = await tried.join()
    await queue.close()
    assert.ok(lease.signal.aborted)
    assert.is(await end, undefined)
    assert.is(await queue.take(forever()), undefined)
    assert.equal(await other.list([jobOf('a')]), [{ state: 'waiting' }])
  })

  test('several takers never have the same job, and none is left', async () => {
    const ids = range(300)
    await queue.enqueue(ids.map(id => jobOf(id)))
    const machines = [queue, await tried.join(), await tried.join()]
    const taken: string[] = []
    const taker = async (from: JobQueue) => {
      while (taken.length < ids.length) {
        const lease = await from.take(AbortSignal.timeout(200))
        if (lease === undefined) continue
        taken.push(lease.job.id)
        await from.complete(lease, DONE)
      }
    }
    await Promise.all([...machines, ...machines].map(taker))
    assert.equal(taken.sort(), ids.sort())
  })

  test('10,000 jobs and what closes them', async () => {
    const jobs = range(10_000).map(id => jobOf(id))
    await queue.enqueue(jobs, { closing: jobOf('last') })
    assert.is((await queue.state()).waiting, jobs.length)
    const ends = jobs.map(job => queue.ended(job, forever()))
    const taken: string[] = []
    const taker = async () => {
      for (;;) {
        const lease = await takeOne(queue)
        taken.push(lease.job.id)
        await queue.complete(lease, DONE)
        if (lease.job.id === 'last') return
        if (taken.length > jobs.length - 20) return
      }
    }
    await Promise.all(Array.from({ length: 20 }, taker))
    while (taken.length <= jobs.length) taken.push(...(await takeIds(queue, 1)))
    assert.is(new Set(taken).size, jobs.length + 1)
    assert.is(taken.at(-1), 'last')
    assert.ok((await Promise.all(ends)).every(end => end?.state === 'done'))
    const standings = await queue.list(jobs)
    assert.ok(standings.every(({ state }) => state === 'ended'))
  })

  test('whatever is done in whatever order, each job ends once, and what closes it comes last', async () => {
    let run = 0
    const steps = fc.array(fc.constantFrom('enqueue', 'take', 'done', 'back', 'died', 'cancel', 'again'), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(steps, async steps => {
        const batch = `run${run++}`
        const jobs = ['a', 'b', 'c', 'd'].map(id => jobOf(id, batch))
        const closing = jobOf('last', batch)
        const held: Lease[] = []
        const ends = new Map<string, number>()
        await queue.enqueue(jobs.slice(0, 2), { closing })
        const end = async (lease: Lease | undefined, how: JobEnd | 'given back' | 'died') => {
          if (lease === undefined) return
          if (how === DONE) ends.set(lease.job.id, (ends.get(lease.job.id) ?? 0) + 1)
          await queue.complete(lease, how)
        }
        for (const step of steps) {
          if (step === 'enqueue') await queue.enqueue(jobs, { urgent: true })
          if (step === 'again') await queue.enqueue(jobs.slice(0, 2), { closing })
          if (step === 'cancel') await queue.cancel([jobOf('b', batch)])
          if (step === 'done') await end(held.shift(), DONE)
          if (step === 'back') await end(held.pop(), 'given back')
          if (step === 'died') await end(held.shift(), 'died')
          if (step === 'take' && (await queue.state()).waiting > 0) held.push(await takeOne(queue))
        }
        while (held.length > 0) await end(held.pop(), DONE)
        while ((await queue.state()).waiting > 0) await end(await takeOne(queue), DONE)
        const standings = await queue.list([...jobs, closing])
        assert.ok(
          standings.every(({ state }) => state === 'ended' || state === 'unknown'),
          JSON.stringify(standings),
        )
        assert.is(standings[4]?.state, 'ended')
        assert.ok(
          [...ends.values()].every(times => times === 1),
          JSON.stringify([...ends]),
        )
        await queue.forget([...jobs, closing])
        assert.is((await queue.state()).running, 0)
      }),
      { numRuns: 60 },
    )
  })
}

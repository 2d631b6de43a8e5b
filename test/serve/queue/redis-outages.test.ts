import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import Redis from 'ioredis'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Job } from '../../../src/serve/jobs/job.js'
import type { JobQueue } from '../../../src/serve/queue/job-queue.js'
import { openQueue } from '../../../src/serve/queue/open-queue.js'
import type { QueueOptions } from '../../../src/serve/queue/queue-options.js'
import { startRedis, type TestRedis } from '../../support/redis.js'
import { DONE, forever, jobOf, takeOne } from './contract.js'

const test = suite('queue on Redis')
const open: JobQueue[] = []
const servers: TestRedis[] = []

const start = async (...options: string[]) => {
  const redis = await startRedis(...options)
  servers.push(redis)
  return redis
}
const join = async (url: string, options: Partial<QueueOptions> = {}) => {
  const queue = await openQueue(url, { version: '1.0.0', ...options })
  open.push(queue)
  return queue
}
test.after.each(async () => {
  await Promise.all(open.splice(0).map(queue => queue.close()))
  await Promise.all(servers.splice(0).map(server => server.stop()))
})

/** All keys and values of a server. */
async function dump(url: string): Promise<string> {
  const client = new Redis.Redis(url)
  const texts: string[] = []
  for (const key of await client.keys('*')) {
    texts.push(key)
    if ((await client.type(key)) === 'hash') texts.push(JSON.stringify(await client.hgetall(key)))
  }
  client.disconnect()
  return texts.join('\n')
}

test('a server that is killed and started again loses nothing, whatever was asked of it meanwhile', async () => {
  const redis = await start()
  const warnings: string[] = []
  const onWarning = (message: string) => warnings.push(message)
  const leaseMs = 5000
  const coordinator = await join(redis.url, { onWarning, leaseMs })
  const worker = await join(redis.url, { leaseMs })
  const [a, b, c, d, last] = ['a', 'b', 'c', 'd', 'last'].map(id => jobOf(id)) as [Job, Job, Job, Job, Job]
  await coordinator.enqueue([a, b, c], { closing: last })
  const ends = [a, b, c, last].map(job => coordinator.ended(job, forever()))
  await worker.complete(await takeOne(worker), DONE)
  const held = await takeOne(worker)
  await redis.kill()
  const meanwhile = [
    worker.complete(held, DONE),
    coordinator.enqueue([d], { urgent: true }),
    coordinator.list([a]),
    coordinator.state(),
  ]
  const left = new AbortController()
  const working = (async () => {
    for (let lease = await worker.take(left.signal); lease; lease = await worker.take(left.signal))
      await worker.complete(lease, DONE)
  })()
  await delay(1500)
  await redis.start()
  await Promise.all(meanwhile)
  assert.equal(await Promise.all(ends), [DONE, DONE, DONE, DONE])
  assert.equal(await coordinator.ended(d, forever()), DONE)
  left.abort()
  await working
  assert.match(warnings[0] ?? '', /cannot be reached, and is tried again/)
  assert.match(warnings.at(-1) ?? '', /can be reached again/)
  assert.is(warnings.length, 2)
})

test('a server that has forgotten all says so to who waits, who can ask again', async () => {
  const redis = await start('--appendonly', 'no')
  const queue = await join(redis.url)
  await queue.enqueue([jobOf('a')])
  const end = queue.ended(jobOf('a'), forever())
  await delay(50)
  await redis.kill()
  await redis.start()
  const lost = await end
  assert.is(lost?.state === 'failed' && lost.reason, 'lost')
  await queue.enqueue([jobOf('a')])
  assert.is((await takeOne(queue)).job.id, 'a')
})

test('a lease lasts as long as its holder, and an outage that is longer than it costs the work, not the job', async () => {
  const redis = await start()
  const leaseMs = 1500
  const [holder, other] = [await join(redis.url, { leaseMs }), await join(redis.url, { leaseMs })]
  await holder.enqueue([jobOf('a')])
  const lease = await takeOne(holder)
  const lost = once(lease.signal, 'abort')
  const taken = other.take(AbortSignal.timeout(2 * leaseMs))
  assert.is(await taken, undefined)
  assert.not(lease.signal.aborted)
  await redis.kill()
  await delay(2 * leaseMs)
  await redis.start()
  const again = await takeOne(other)
  assert.is(again.job.id, 'a')
  assert.is(again.deaths, 1)
  await lost
  await holder.complete(lease, { state: 'failed', reason: 'error', message: 'too late' })
  assert.equal(await other.list([jobOf('a')]), [{ state: 'running' }])
  await other.complete(again, DONE)
  assert.equal(await other.list([jobOf('a')]), [{ state: 'ended', end: DONE }])
})

test('nothing of a job is left on the server once it has ended but how it did, and nothing at all once it is forgotten', async () => {
  const redis = await start()
  const queue = await join(redis.url)
  const jobs = ['a', 'b'].map(id => jobOf(id))
  await queue.enqueue([...jobs, { ...jobOf('c'), inputs: 'Mrs Personal' }], { closing: jobOf('last') })
  await queue.cancel([jobOf('b')])
  for (const _ of 'ac') await queue.complete(await takeOne(queue), DONE)
  assert.not.match(await dump(redis.url), 'Mrs Personal')
  await queue.complete(await takeOne(queue), DONE)
  await queue.forget(['a', 'b', 'c', 'last'].map(id => jobOf(id)))
  assert.equal((await dump(redis.url)).match(/^.*\bb\/.*$/gm), null)
})

test('versions do not see each other’s jobs, and each is told what waits for others', async () => {
  const redis = await start()
  const [old, young] = [await join(redis.url), await join(redis.url, { version: '2.0.0' })]
  await old.enqueue([jobOf('a'), jobOf('b')])
  await old.enqueue([jobOf('c')], { urgent: true })
  assert.is(await young.take(AbortSignal.timeout(100)), undefined)
  assert.equal(await young.state(), {
    waiting: 0,
    running: 0,
    workers: { '2.0.0': 1 },
    otherVersions: { '1.0.0': 3 },
  })
  assert.equal(await old.state(), { waiting: 3, running: 0, workers: { '2.0.0': 1 }, otherVersions: {} })
  await young.close()
  assert.equal((await old.state()).workers, {})
})

test('a password, a user and the number of a database are those of the address; no message has the password', async () => {
  const redis = await start('--requirepass', 's3cret/ü')
  const url = `redis://default:${encodeURIComponent('s3cret/ü')}@127.0.0.1:${redis.port}/3`
  const warnings: string[] = []
  const queue = await join(url, { onWarning: message => warnings.push(message) })
  await queue.enqueue([jobOf('a')])
  assert.match(await dump(url), 'b/a')
  assert.not.match(await dump(url.replace('/3', '/0')), 'b/a')
  await redis.kill()
  await delay(300)
  await redis.start()
  assert.is((await queue.state()).waiting, 1)
  const failed = await openQueue(url.replace('s3cret', 'wrong'), { version: '1' }).catch(error => error)
  assert.is(failed.name, 'SetupError')
  assert.match(failed.message, /WRONGPASS/)
  assert.ok(warnings.length > 0)
  assert.not.match(`${warnings} ${failed.message} ${failed.hint} ${failed.stack}`, /s3cret|wrong%/)
})

test('a server that throws keys away when it is full is warned of', async () => {
  const redis = await start('--maxmemory-policy', 'allkeys-lru')
  const warnings: string[] = []
  await join(redis.url, { onWarning: message => warnings.push(message) })
  assert.is(warnings.length, 1)
  assert.match(warnings[0] ?? '', /noeviction, it is allkeys-lru/)
})

test('on a server that is full nothing is put, and what is done stays done', async () => {
  const redis = await start()
  const queue = await join(redis.url, { leaseMs: 2000 })
  await queue.enqueue([jobOf('a')])
  const lease = await takeOne(queue)
  const client = new Redis.Redis(redis.url)
  await client.config('SET', 'maxmemory', '1')
  const error = await queue.enqueue([jobOf('b')]).catch(error => error)
  assert.match(String(error), /OOM/)
  const done = queue.complete(lease, DONE)
  await delay(3000)
  assert.not(lease.signal.aborted)
  await client.config('SET', 'maxmemory', '0')
  client.disconnect()
  await done
  assert.equal(await queue.list([jobOf('a')]), [{ state: 'ended', end: DONE }])
})

test('who leaves while the server is away does so at once', async () => {
  const redis = await start()
  const queue = await join(redis.url)
  await queue.enqueue([jobOf('a'), jobOf('b')])
  await takeOne(queue)
  const [end, taken] = [queue.ended(jobOf('a'), forever()), queue.take(forever())]
  await taken
  const next = queue.take(forever())
  await redis.kill()
  await delay(100)
  const patience = AbortSignal.timeout(1500)
  await queue.close()
  assert.not(patience.aborted)
  assert.equal(await Promise.all([end, next]), [undefined, undefined])
})

for (const [address, said] of [
  ['http://localhost', /none of Redis/],
  ['redis', /none of Redis/],
  ['redis://', /none of Redis/],
  ['redis://localhost/queue', /`queue` is no number/],
  ['redis://:hidden@no.such.host.invalid:6379', /cannot be reached/],
] as const)
  test(`the address ${address} is refused`, async () => {
    const error = await openQueue(address, { version: '1' }).catch(error => error)
    assert.is(error.name, 'SetupError')
    assert.match(error.message, said)
    assert.not.match(error.message, 'hidden')
  })

test.run()

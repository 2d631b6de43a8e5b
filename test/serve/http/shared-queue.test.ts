import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { packageVersion } from '../../../src/batch/index.js'
import { openQueue } from '../../../src/serve/queue/open-queue.js'
import { openFolderStore } from '../../../src/serve/store/folder-store.js'
import { openWorkers } from '../../../src/serve/worker/open-workers.js'
import { startRedis } from '../../support/redis.js'
import { endedJob, openTestService, REQUEST, temporaryFolder } from './support.js'

/** Services and workers over one Redis and one store. */
async function machines() {
  const redis = await startRedis()
  const folder = temporaryFolder()
  const queue = () => openQueue(redis.url, { version: packageVersion() })
  return {
    redis,
    service: async () => openTestService({ threads: 0, folder, queue: await queue() }),
    worker: async () => {
      const [taken, store] = [await queue(), await openFolderStore(folder)]
      const workers = openWorkers({ queue: taken, store, threads: 1, secondsPerJob: 60, onEvent: () => {} })
      return {
        async close() {
          await workers.close(0)
          await taken.close()
          await store.close()
        },
      }
    },
  }
}

test('what is asked of one service, another can tell, and what is asked of both is the same', async () => {
  const { redis, ...open } = await machines()
  const [one, other, worker] = [await open.service(), await open.service(), await open.worker()]
  const batch = await one.post('/v1/render', { ...REQUEST, audience: ['press', 'public'], format: 'txt' })
  assert.is(batch.status, 202)
  const location = batch.headers.get('location') ?? ''
  const job = await endedJob(other, location)
  assert.equal([job.state, job.ok, job.progress, job.files.length], ['done', true, { done: 2, total: 2 }, 2])
  for (const { href } of job.files) assert.is((await other.ask(href)).status, 200)
  const [here, there] = await Promise.all([one, other].map(({ post }) => post('/v1/render', REQUEST)))
  assert.equal([here?.status, there?.status], [200, 200])
  const bytes = async (response: Response | undefined) =>
    Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0)).toString('base64')
  assert.is(await bytes(here), await bytes(there))
  const metrics = await (await one.ask('/metrics')).text()
  assert.match(metrics, new RegExp(`briefwright_workers\\{version="${packageVersion()}"\\} 1`))
  assert.is((await other.ask(location, { method: 'DELETE' })).status, 204)
  assert.is((await one.ask(location)).status, 404)
  for (const each of [worker, one, other]) await each.close()
  await redis.stop()
})

test('jobs outlive the service that they were asked of, and Redis', async () => {
  const { redis, ...open } = await machines()
  const first = await open.service()
  const begun = await first.post('/v1/render', { ...REQUEST, audience: ['press'] })
  const location = begun.headers.get('location') ?? ''
  await first.close()
  await redis.kill()
  await redis.start()
  const second = await open.service()
  const standing = (await (await second.ask(location)).json()) as { state: string }
  assert.is(standing.state, 'waiting')
  const worker = await open.worker()
  const job = await endedJob(second, location)
  assert.equal([job.state, job.ok], ['done', true])
  await worker.close()
  await second.close()
  const third = await open.service()
  assert.equal(await (await third.ask(location)).json(), job)
  await third.close()
  await redis.stop()
})

test('while Redis cannot be reached, the service is not ready, and what is printed can be had', async () => {
  const { redis, ...open } = await machines()
  const [service, worker] = [await open.service(), await open.worker()]
  const tag = (await service.post('/v1/render', REQUEST)).headers.get('etag')
  await worker.close()
  await redis.kill()
  const [ready, known] = [await service.ask('/readyz'), await service.post('/v1/render', REQUEST)]
  assert.equal([ready.status, known.status, known.headers.get('etag')], [503, 200, tag])
  const refused = await service.post('/v1/render', { ...REQUEST, audience: 'public' })
  assert.equal([refused.status, refused.headers.get('retry-after')], [503, '5'])
  await redis.start()
  while ((await service.ask('/readyz')).status !== 200) await new Promise(resolve => setTimeout(resolve, 100))
  await service.close()
  await redis.stop()
})

test.run()

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import type { JobQueue } from '../../../src/serve/queue/job-queue.js'
import { openQueue } from '../../../src/serve/queue/open-queue.js'
import { startRedis, type TestRedis } from '../../support/redis.js'
import { queueContract } from './contract.js'

/** Longer than a busy machine may keep this process from renewing it. */
const LEASE_MS = 3000
/** Of a process that is killed at once. */
const SHORT_LEASE_MS = 200
const HOLDER = fileURLToPath(import.meta.resolve('../../support/queue-holder.js'))

const test = suite('BullMQ queue')
let redis: TestRedis | undefined
let prefix = ''
let opened = 0
const open: JobQueue[] = []

const openOne = async () => {
  redis ??= await startRedis()
  const queue = await openQueue(redis.url, { version: '1.0.0', prefix, leaseMs: LEASE_MS })
  open.push(queue)
  return queue
}

test.after.each(async () => {
  await Promise.all(open.splice(0).map(queue => queue.close()))
})
test.after(() => redis?.stop())

queueContract(test, {
  open: () => {
    prefix = `test${opened++}`
    return openOne()
  },
  join: openOne,
  async takeAndDie() {
    const args = [HOLDER, redis?.url ?? '', prefix, '1.0.0', String(SHORT_LEASE_MS)]
    const holder = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')
    holder.kill('SIGKILL')
    await once(holder, 'exit')
  },
})
test.run()

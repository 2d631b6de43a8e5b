import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { describePrintFailure } from '../../../src/batch/print/print-failure.js'
import type { PrintJob } from '../../../src/batch/print/print-job.js'
import { threadedPrinter } from '../../../src/batch/print/threaded-printer.js'

const WORKERS = new URL('./workers.mjs', import.meta.url)

const job = (audience: string): PrintJob => ({
  settings: {
    resources: '',
    root: '/',
    paper: undefined,
    theme: undefined,
    created: undefined,
    allowUnverified: false,
  },
  brief: { name: 'dam', path: '/dam.yaml' },
  inputsHash: '',
  audience,
  lang: join(tmpdir(), `briefwright-${randomUUID()}`),
  formats: ['pdf'],
  whole: false,
  recipient: undefined,
  traceFit: false,
})

/** What comes of jobs that are given to a printer together. */
async function outcomes(...audiences: string[]): Promise<string[]> {
  const printer = threadedPrinter(2, { worker: WORKERS, memory: 64 })
  const ended = await Promise.allSettled(audiences.map(audience => printer.print(job(audience))))
  await printer.close()
  return ended.map(outcome =>
    outcome.status === 'fulfilled' ? 'done' : describePrintFailure(outcome.reason),
  )
}

test('a worker that dies costs its own job, which is tried again', async () => {
  assert.equal(await outcomes('fine', 'exit', 'fine', 'exit-once', 'fine', 'fine'), [
    'done',
    'its thread died, twice',
    'done',
    'done',
    'done',
    'done',
  ])
})

test('a worker that runs out of memory does, too', async () => {
  assert.equal(await outcomes('fill', 'fine'), ['its thread ran out of memory, twice', 'done'])
})

test('a bug in an edition is that edition’s, and is not tried again', async () => {
  assert.equal(await outcomes('throw', 'fine'), ['internal error: a bug', 'done'])
})

test('to close a printer ends what is being printed', async () => {
  const printer = threadedPrinter(1, { worker: WORKERS })
  const hanging = printer.print(job('hang')).then(
    () => 'done',
    () => 'ended',
  )
  await pause(200)
  await printer.close()
  assert.is(await hanging, 'ended')
})

test.run()

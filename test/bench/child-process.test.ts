import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { runNode } from '../../bench/child-process.js'

test('says what a process cost, its threads and its memory with it', () => {
  const idle = runNode(['-e', ''], '.')
  const busy = runNode(
    [
      '-e',
      `const { Worker, isMainThread } = require('node:worker_threads')
       const work = 'const end = process.cpuUsage().user + 400_000; while (process.cpuUsage().user < end);'
       if (isMainThread) new Worker(work, { eval: true })
       globalThis.held = Buffer.alloc(150_000_000, 1)`,
    ],
    '.',
  )
  assert.ok(busy.cpu - idle.cpu > 300, `${busy.cpu} ${idle.cpu}`)
  assert.ok(busy.peakMemory - idle.peakMemory > 100, `${busy.peakMemory} ${idle.peakMemory}`)
  assert.ok(idle.wall > 0)
})

test('does not take the memory of what starts a process for its own', () => {
  const held = Buffer.alloc(400_000_000, 1)
  assert.ok(runNode(['-e', ''], '.').peakMemory < 300)
  assert.is(held.length, 400_000_000)
})

test('a process that fails is no figure', () => {
  assert.throws(() => runNode(['-e', 'throw new Error("no such brief")'], '.'), /no such brief/)
})

test.run()

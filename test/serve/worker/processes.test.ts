import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { packageVersion } from '../../../src/batch/index.js'
import { sha256 } from '../../../src/diagnostics/index.js'
import { type Run, start } from '../../support/bundle.js'
import { freePort, startRedis } from '../../support/redis.js'
import { skip } from '../../support/skip.js'
import { type TestWorkspace, workspace } from '../../support/workspace.js'
import { temporaryFolder } from './support.js'

const DAM = `title: The dam
as_of: 2025-03-10
issue: Should it be raised, {{recipient.name}}?
bottom_line: Raise it.
`
const rows = (number: number) => Array.from({ length: number }, (_, index) => `r${index},Ann ${index}`)
const MERGE = { 'briefs/dam.yaml': DAM, 'people.csv': ['id,name', ...rows(60)].join('\n') }
const BUILD = ['build', '-a', 'public', '--data', 'people.csv', '--format', 'pdf,html']

/** What a build left, but for how long it took. */
function left(space: TestWorkspace) {
  const manifest = JSON.parse(space.read('out/manifest.json'), (key, value) => (key === 'ms' ? 0 : value))
  const files = space.files('out').filter(file => !file.endsWith('manifest.json'))
  return [manifest, files.map(file => [file, sha256(readFileSync(join(space.root, file)))])]
}

/** The lines of a worker's log so far. */
function logOf({ child }: Run) {
  const lines: Record<string, unknown>[] = []
  let rest = ''
  child.stderr?.on('data', data => {
    const parts = `${rest}${data}`.split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) if (part.startsWith('{')) lines.push(JSON.parse(part))
  })
  return lines
}

const has = (lines: readonly Record<string, unknown>[], event: string) =>
  lines.some(line => line.event === event)

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 900; turn++) {
    if (holds()) return
    await pause(100)
  }
  throw new Error(`${what} has not come`)
}

test('workers print over Redis what one machine prints, one of them killed in the middle', async () => {
  const redis = await startRedis()
  const store = temporaryFolder()
  const over = ['--queue', redis.url, '--store', store]
  const space = workspace(MERGE)
  const workers = [1, 2].map(() => start(space.root, 'worker', ...over, '-j', '1', '--lease', '2'))
  const logs = workers.map(logOf)
  await until(() => logs.every(lines => has(lines, 'ready')), 'a worker')
  const build = start(space.root, ...BUILD, ...over)
  await until(() => logs.every(lines => has(lines, 'job')), 'an edition')
  workers[0]?.child.kill('SIGKILL')
  const { status, stderr } = await build.ended
  assert.is(status, 0, stderr)
  const here = workspace(MERGE)
  const own = await start(here.root, ...BUILD, '-j', '1').ended
  assert.is(own.status, 0, own.stderr)
  assert.equal(left(space), left(here))

  const again = workspace(MERGE)
  const before = logs[1]?.length
  assert.is((await start(again.root, ...BUILD, ...over).ended).status, 0)
  assert.equal(left(again), left(here))
  assert.is(logs[1]?.length, before)

  workers[1]?.child.kill('SIGTERM')
  assert.is((await workers[1]?.ended)?.status, 0)
  await redis.stop()
})

test('a worker says what it is, waits for its queue, and ends in order when it is asked to', async () => {
  if (!existsSync('/usr/bin/redis-server')) skip('no redis-server')
  const { root } = workspace()
  const url = `redis://user:secret@127.0.0.1:${await freePort()}`
  const worker = start(root, 'worker', '--queue', url, '--store', 'store', '-j', '3')
  const lines = logOf(worker)
  await until(() => has(lines, 'trouble'), 'word of the queue')
  worker.child.kill('SIGTERM')
  const { status, stderr } = await worker.ended
  assert.is(status, 0)
  const { version, threads, queue } = lines[0] ?? {}
  assert.equal([version, threads], [packageVersion(), 3])
  assert.match(String(queue), /^redis:\/\/127\.0\.0\.1:\d+$/)
  assert.not.match(stderr, /secret/)
})

test('a worker ends in order when its queue is gone, with a job in its hands and without', async () => {
  for (const isBusy of [false, true]) {
    const redis = await startRedis()
    const store = temporaryFolder()
    const over = ['--queue', redis.url, '--store', store]
    const space = workspace(MERGE)
    const worker = start(space.root, 'worker', ...over, '-j', '1', '--grace', '0')
    const lines = logOf(worker)
    await until(() => has(lines, 'ready'), 'the worker')
    const build = isBusy ? start(space.root, ...BUILD, ...over) : undefined
    if (build) await until(() => has(lines, 'job'), 'an edition')
    await redis.kill()
    worker.child.kill('SIGTERM')
    assert.is((await worker.ended).status, 0)
    build?.child.kill('SIGKILL')
  }
})

test('wrong usage of queues and stores ends with 2', async () => {
  const space = workspace(MERGE)
  const usage = async (...argv: string[]) => {
    const { status, stderr } = await space.run(...argv)
    return [status, /^error: (.*)$/m.exec(stderr)?.[1]]
  }
  const QUEUE = ['--queue', 'redis://127.0.0.1:1']
  assert.equal(await usage('worker'), [2, '`worker` needs `--queue` and `--store`'])
  assert.equal(await usage('worker', ...QUEUE), [2, '`--queue` needs `--store`'])
  assert.equal(await usage('worker', '--store', 'store'), [2, '`--store` needs `--queue`'])
  assert.equal(await usage('build', '--store', 'store'), [2, '`--store` needs `--queue`'])
  assert.equal(await usage('build', ...QUEUE), [2, '`--queue` needs `--store`'])
  const both = [...QUEUE, '--store', 'store']
  assert.equal(await usage('build', ...both, '-j', '2'), [2, '`--jobs` does not go with `--queue`'])
  assert.equal(await usage('build', ...both, '--dry-run'), [2, '`--queue` does not go with `--dry-run`'])
  assert.equal(await usage('worker', ...both, '-j', '0'), [2, '`--jobs` is `0`'])
  assert.equal(await usage('worker', '--queue', 'http://localhost', '--store', 'store'), [
    2,
    'the address of a queue is none of Redis',
  ])
})

test('a build that nobody prints for says so, and can be ended', async () => {
  const redis = await startRedis()
  const { root } = workspace(MERGE)
  const build = start(root, ...BUILD, '--queue', redis.url, '--store', temporaryFolder())
  let said = ''
  build.child.stderr?.on('data', data => {
    said += data
  })
  await until(() => said.includes('no worker of version'), 'the notice')
  build.child.kill('SIGINT')
  const { signal, stdout } = await build.ended
  assert.is(signal, 'SIGINT')
  assert.match(stdout, /^interrupted: /m)
  await redis.stop()
})

test.run()

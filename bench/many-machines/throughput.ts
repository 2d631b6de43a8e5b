import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Redis } from 'ioredis'
import { letters } from '../batch.js'
import { type ProcessCost, runNode } from '../child-process.js'
import { CLI, inFolder } from '../workspace.js'

export interface ThroughputRow {
  readonly name: string
  readonly editions: number
  /** Of the process that was asked for the build. */
  readonly build: ProcessCost
  /** Of all workers, in milliseconds of processor time. */
  readonly workersCpu: number
}

const SAY_COST = fileURLToPath(new URL('../say-cost.cjs', import.meta.url))

/**
 * A mail merge of letters of four pages: on threads of one process, and over a queue on one and two workers of one thread each. They are taken in
 * turn, round after round, and the round that took each the least time counts, as others use the machine, too.
 */
export async function throughput(redis: string, editions: number, rounds: number): Promise<ThroughputRow[]> {
  const measures: readonly (readonly [string, (folder: string) => Promise<Measured> | Measured])[] = [
    ['1 worker thread', folder => onThreads(folder, 1)],
    ['1 worker over a queue', folder => overQueue(redis, folder, 1)],
    ['2 worker threads', folder => onThreads(folder, 2)],
    ['2 workers over a queue', folder => overQueue(redis, folder, 2)],
  ]
  return await inFolder(letters(editions), async folder => {
    const best = new Map<string, ThroughputRow>()
    for (let round = 0; round < rounds; round++)
      for (const [name, measure] of measures) {
        const row = { name, editions, ...(await measure(folder)) }
        if (row.build.wall < (best.get(name)?.build.wall ?? Number.POSITIVE_INFINITY)) best.set(name, row)
      }
    return [...best.values()]
  })
}

type Measured = Pick<ThroughputRow, 'build' | 'workersCpu'>

const onThreads = (folder: string, threads: number): Measured => ({
  build: runNode([CLI, ...BUILD, '-j', String(threads)], folder),
  workersCpu: 0,
})

const BUILD = ['build', '--data', 'recipients.csv', '-a', 'bench', '--force']

async function overQueue(redis: string, folder: string, workers: number): Promise<Measured> {
  const client = new Redis(redis)
  await client.flushall()
  const store = mkdtempSync(join(tmpdir(), 'briefwright-store-'))
  const shared = ['--queue', redis, '--store', store]
  const started = Array.from({ length: workers }, () =>
    startWorker([CLI, 'worker', ...shared, '-j', '1'], folder),
  )
  // What starting costs is not what printing does.
  while ((await client.zcard('briefwright:workers')) < workers)
    await new Promise(resolve => setTimeout(resolve, 50))
  client.disconnect()
  const build = runNode([CLI, ...BUILD, ...shared], folder)
  let workersCpu = 0
  for (const worker of started) workersCpu += await worker.end()
  rmSync(store, { recursive: true, force: true })
  return { build, workersCpu }
}

/** A worker; its end says what processor time it has taken. */
function startWorker(argv: readonly string[], cwd: string): { end(): Promise<number> } {
  const child = spawn(process.execPath, ['--require', SAY_COST, ...argv], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const said = ['', '']
  for (const file of [2, 3])
    child.stdio[file]?.on('data', (text: Buffer) => {
      said[file - 2] += String(text)
    })
  return {
    async end() {
      const exit = once(child, 'close')
      child.kill('SIGTERM')
      const [status] = await exit
      if (status !== 0) throw new Error(`a worker ended with ${status}: ${said[0]}`)
      return JSON.parse(said[1] ?? '').cpu
    },
  }
}

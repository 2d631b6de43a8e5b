import { parseArgs } from 'node:util'
import { startRedis } from '../test/support/redis.js'
import { describeMachine } from './machine.js'
import { type ModelCosts, modelQueue } from './many-machines/queue-model.js'
import { type QueueRun, runQueue } from './many-machines/run-queue.js'
import { type ThroughputRow, throughput } from './many-machines/throughput.js'
import { table } from './table.js'

/**
 * What printing over a queue costs: `npx tsx bench/many-machines.ts` after `npm run build`, with `--minutes N` for how long workers that wait instead of
 * printing are run, and `--editions N` for how many are printed, in `--rounds N`. It asks for `redis-server`. The last table is computed, from what the others measured.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    editions: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '3' },
  },
})
const editions = Number(values.editions)
const minutes = Number(values.minutes)
const rounds = Number(values.rounds)
const say = (text: string) => process.stdout.write(`${text}\n`)

say(describeMachine(undefined))
const redis = await startRedis()
const { url } = redis
const few = await throughput(url, Math.ceil(editions / 4), rounds)
const many = await throughput(url, editions, rounds)
say(throughputTable(many))
// The processor time, as the others on this machine lengthen the wall time; each worker has a core of its own in what is computed.
const printMs = marginalCpu(few[0], many[0])
const coordinatorMs = marginalCpu(few.at(-1), many.at(-1))
say(
  table(
    ['an edition more', 'CPU ms'],
    [
      ['a build on one thread', printMs.toFixed(1)],
      ['a build over a queue, without its workers', coordinatorMs.toFixed(2)],
    ],
  ),
)

const added = await runQueue({ url, processes: 0, workers: 0, printMs: 0, jobs: 20_000, isAddedOnly: true })
const idle = await runQueue({ url, processes: 1, workers: 8, printMs: 0, jobs: 20_000 })
const two = await runQueue({ url, processes: 2, workers: 8, printMs: 0, jobs: 20_000 })
const waited = await runQueue({
  url,
  processes: 2,
  workers: 32,
  printMs: Math.round(printMs),
  jobs: 1_000_000,
  limitMs: minutes * 60_000,
})
await redis.stop()
say(
  queueTable([
    ['jobs that are only added', added],
    ['jobs of no work, 8 workers in a process', idle],
    ['jobs of no work, 16 workers in two processes', two],
    [`jobs that wait for ${Math.round(printMs)} ms, 64 workers in two processes`, waited],
  ]),
)

const addRedis = added.cpu.redis
const costs: ModelCosts = {
  print: printMs,
  redis: {
    add: addRedis,
    take: (waited.cpu.redis - addRedis) / 2,
    complete: (waited.cpu.redis - addRedis) / 2,
  },
  coordinator: { add: added.cpu.coordinator, collect: coordinatorMs - added.cpu.coordinator },
}
const noCoordinator: ModelCosts = { ...costs, coordinator: { add: 0, collect: 0 } }
say('Computed, not run: each worker with a core of its own, one Redis, one coordinator.\n')
say(
  table(
    [
      '1,000,000 editions, computed',
      'minutes',
      'editions/s',
      'workers busy',
      'Redis busy',
      'coordinator busy',
    ],
    [
      ...[1, 8, 16, 32, 64, 128, 256, 512].map(workers =>
        modelRow(`${workers} ${workers === 1 ? 'worker' : 'workers'}`, workers, costs),
      ),
      ...[64, 128, 256, 512].map(workers =>
        modelRow(`${workers} workers, many coordinators`, workers, noCoordinator),
      ),
    ],
  ),
)

function modelRow(name: string, workers: number, costs: ModelCosts): string[] {
  const { wall, editions, busy } = modelQueue(1_000_000, workers, costs)
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`
  return [
    name,
    (wall / 60_000).toFixed(1),
    (editions / (wall / 1000)).toFixed(0),
    percent(busy.workers),
    percent(busy.redis),
    percent(busy.coordinator),
  ]
}

function wallOf(row: ThroughputRow | undefined): number {
  if (row === undefined) throw new Error('nothing was measured')
  return row.build.wall
}

/** Milliseconds of processor time that one edition more costs the process that was asked. */
function marginalCpu(few: ThroughputRow | undefined, many: ThroughputRow | undefined): number {
  if (few === undefined || many === undefined) throw new Error('nothing was measured')
  return (many.build.cpu - few.build.cpu) / (many.editions - few.editions)
}

function throughputTable(rows: readonly ThroughputRow[]): string {
  const base = wallOf(rows[0])
  return table(
    [
      'a mail merge of four pages',
      'editions',
      'wall s',
      '× one thread',
      'CPU s of the build',
      'of workers',
      'CPU ms each',
    ],
    rows.map(({ name, editions, build, workersCpu }) => [
      name,
      String(editions),
      (build.wall / 1000).toFixed(1),
      (base / build.wall).toFixed(2),
      (build.cpu / 1000).toFixed(1),
      (workersCpu / 1000).toFixed(1),
      ((build.cpu + workersCpu) / editions).toFixed(1),
    ]),
  )
}

function queueTable(rows: readonly (readonly [string, QueueRun])[]): string {
  return table(
    [
      'the queue alone, run',
      'jobs',
      'wall s',
      'jobs/s',
      'CPU ms a job: coordinator',
      'workers',
      'Redis',
      'Redis MB',
    ],
    rows.map(([name, { jobs, wall, cpu, redisMemory }]) => [
      name,
      String(jobs),
      (wall / 1000).toFixed(1),
      (jobs / (wall / 1000)).toFixed(0),
      cpu.coordinator.toFixed(2),
      cpu.worker.toFixed(2),
      cpu.redis.toFixed(2),
      redisMemory.toFixed(0),
    ]),
  )
}

import { availableParallelism } from 'node:os'
import { wallClock } from '../../batch/workspace/clock.js'
import { packageVersion } from '../../batch/workspace/package.js'
import { SetupError } from '../../serve/jobs/setup-error.js'
import type { JobQueue } from '../../serve/queue/job-queue.js'
import type { ObjectStore } from '../../serve/store/object-store.js'
import type { WorkerEvent } from '../../serve/worker/worker-event.js'
import type { WorkerHealth } from '../../serve/worker/worker-health.js'
import { command } from '../command.js'
import type { Io } from '../io.js'
import { numberAsked } from '../number-asked.js'
import { openQueueAndStore, queueAndStoreAsked } from '../open-queue-and-store.js'
import { UsageError } from '../usage-error.js'

/** Does what builds and services on other machines put on a queue. */
export const workerCommand = command({
  name: 'worker',
  describe: 'print what a queue asks for, until it is stopped',
  positionals: {},
  options: {
    queue: {
      type: 'string',
      requiresArg: true,
      describe: 'Redis or Valkey to take jobs from: redis://HOST:6379',
    },
    store: {
      type: 'string',
      requiresArg: true,
      describe: 'where inputs and results lie: a folder that all machines have, or s3://BUCKET/PREFIX',
    },
    jobs: {
      alias: 'j',
      type: 'string',
      requiresArg: true,
      describe: 'threads that print; as many as there are cores if left out',
    },
    'job-seconds': { type: 'string', requiresArg: true, default: '120', describe: 'longest time of a job' },
    lease: {
      type: 'string',
      requiresArg: true,
      default: '30',
      describe: 'seconds after which others take the jobs of a worker that is not heard of',
    },
    grace: {
      type: 'string',
      requiresArg: true,
      default: '20',
      describe: 'seconds that running jobs have to come to their end when the worker is stopped',
    },
    'health-port': {
      type: 'string',
      requiresArg: true,
      describe: 'port on which /healthz and /readyz answer the probes of an orchestrator',
    },
  },
  examples: [
    ['--queue redis://valkey:6379 --store s3://briefs/prints', 'print with all cores'],
    ['--queue redis://valkey:6379 --store /mnt/prints -j 2', 'print with two threads'],
  ],
  async run(args, io) {
    const addresses = await queueAndStoreAsked(args, io)
    if (!addresses)
      throw new UsageError(
        '`worker` needs `--queue` and `--store`',
        'run it as `briefwright worker --queue redis://HOST:6379 --store s3://BUCKET/PREFIX`',
      )
    const threads = args.jobs === undefined ? availableParallelism() : numberAsked('jobs', args.jobs, 1, 256)
    const secondsPerJob = numberAsked('job-seconds', args['job-seconds'], 1, 86_400)
    const leaseMs = 1000 * numberAsked('lease', args.lease, 2, 3600)
    const graceMs = 1000 * numberAsked('grace', args.grace, 0, 3600)
    const healthPort = args['health-port']
    const probed = healthPort === undefined ? undefined : numberAsked('health-port', healthPort, 0, 65_535)
    const log = lineLog(io)
    const stop = stopped(io.stoppable?.())
    log('info', {
      event: 'opening',
      version: packageVersion(),
      threads,
      queue: withoutPassword(addresses.queue),
    })
    const onWarning = (message: string) => log('warning', { event: 'trouble', message })
    const opening = openQueueAndStore(addresses, io, onWarning, { leaseMs })
    const opened = await Promise.race([opening, stop])
    if (!opened) {
      void opening.catch(() => {})
      return 0
    }
    const { queue, store } = opened
    const health = probed === undefined ? undefined : await listenForProbes(probed, opened)
    const { openWorkers } = await import('../../serve/worker/open-workers.js')
    const isDebugging = Boolean(io.env.BRIEFWRIGHT_DEBUG)
    const onEvent = (event: WorkerEvent) => log(...lineOf(event, isDebugging))
    const workers = openWorkers({ queue, store, threads, secondsPerJob, onEvent })
    log('info', { event: 'ready', store: store.address, ...(health && { health_port: health.port }) })
    await stop
    log('info', { event: 'stopping' })
    await workers.close(graceMs)
    await health?.close()
    await queue.close()
    await store.close()
    log('info', { event: 'stopped' })
    return 0
  },
})

async function listenForProbes(
  port: number,
  { queue, store }: { readonly queue: JobQueue; readonly store: ObjectStore },
): Promise<WorkerHealth> {
  const { openWorkerHealth } = await import('../../serve/worker/worker-health.js')
  try {
    return await openWorkerHealth(port, queue)
  } catch (error) {
    await queue.close()
    await store.close()
    throw error instanceof SetupError ? new UsageError(error.message, error.hint) : error
  }
}

type Level = 'info' | 'warning' | 'error'
type Facts = Readonly<Record<string, unknown>>

/** A line of JSON for each thing that happens, on standard error. */
function lineLog({ stderr }: Io): (level: Level, facts: Facts) => void {
  return (level, facts) =>
    stderr.write(`${JSON.stringify({ time: new Date(wallClock()).toISOString(), level, ...facts })}\n`)
}

/** What a fault of the program says may quote a brief: that is for those alone who ask for it. */
function lineOf(event: WorkerEvent, isDebugging: boolean): [Level, Facts] {
  if (event.event !== 'job') return ['warning', event]
  const { end, ...named } = event
  if (typeof end === 'string') return ['warning', { ...named, end }]
  if (end.state === 'done') return ['info', { ...named, end: 'done', ok: end.ok, ms: end.ms }]
  const { reason, message } = end
  return [
    'error',
    { ...named, end: 'failed', reason, ...((reason !== 'error' || isDebugging) && { message }) },
  ]
}

function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return ''
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}

/** Resolves once somebody asks the command to end; never, where nobody can. */
function stopped(signal: AbortSignal | undefined): Promise<undefined> {
  return new Promise(resolve => {
    if (signal?.aborted) resolve(undefined)
    else signal?.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}

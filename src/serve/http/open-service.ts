import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PACKAGE_ROOT, packageVersion } from '../../batch/index.js'
import { SetupError } from '../jobs/setup-error.js'
import type { JobQueue } from '../queue/job-queue.js'
import { openQueue } from '../queue/open-queue.js'
import type { ObjectStore } from '../store/object-store.js'
import { openStore, type StoreSettings } from '../store/open-store.js'
import { type SweepEvents, type SweepLimits, startSweeper } from '../store/sweeper.js'
import { openWorkers, type Workers } from '../worker/open-workers.js'
import { ClientFolder } from './clients/client-folder.js'
import { type Clients, soleClient, TokenClients } from './clients/clients.js'
import { type ListeningServer, listen } from './listen.js'
import type { ServiceLimits } from './protocol/limits.js'
import type { Log } from './protocol/request-log.js'
import { createService, type RenderService } from './service.js'
import { workerLine } from './worker-line.js'

/** How a service is started. */
export interface ServiceOptions {
  /** The folder that the command runs in: the workspace where there are no tokens. */
  readonly cwd: string
  readonly host: string
  readonly port: number
  /** The address of a queue; without one, threads of this process print. */
  readonly queue: string | undefined
  /** The address of a store; without one, a folder that goes with the service. */
  readonly store: string | undefined
  /** A file of tokens. */
  readonly tokens: string | undefined
  readonly threads: number
  readonly limits: ServiceLimits
  /** What a store in a folder keeps. */
  readonly keep: SweepLimits
  /** What the surroundings say about stores. */
  readonly storeSettings: StoreSettings
  readonly log: Log
}

/** A service that runs. */
export interface RunningService {
  readonly url: string
  /** Takes no new work, answers what was asked for, and ends. */
  close(): Promise<void>
}

/** Opens the parts of a service and has it listen; what was opened is closed again where one cannot be. */
export async function openService(options: ServiceOptions): Promise<RunningService> {
  const { log, limits, tokens } = options
  const opened: (() => Promise<unknown>)[] = []
  const closeAll = async () => {
    for (const close of opened.reverse()) await close()
  }
  try {
    const clients = await clientsOf(options)
    const version = packageVersion()
    const store = await storeOf(options, opened)
    opened.push(() => store.close())
    const sweeper = startSweeper(store, options.keep, sweepEvents(log))
    opened.push(() => sweeper.stop())
    const queue = await openQueue(options.queue, {
      version,
      onWarning: message => log({ level: 'warning', event: 'queue', message }),
    })
    opened.push(() => queue.close())
    if (options.queue === undefined) {
      const workers = embeddedWorkers(queue, store, options)
      opened.push(() => workers.close(GRACE_MS))
    }
    const service = createService({
      ...{ store, queue, clients, limits, version, log },
      hasTokens: tokens !== undefined,
    })
    const server = await listen(service, options)
    log({ level: 'info', event: 'listening', url: server.url, version })
    return { url: server.url, close: () => stopped(service, server, closeAll, log) }
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function stopped(
  service: RenderService,
  server: ListeningServer,
  closeAll: () => Promise<void>,
  log: Log,
): Promise<void> {
  log({ level: 'info', event: 'stopping' })
  await service.close()
  await server.close()
  await closeAll()
  log({ level: 'info', event: 'stopped' })
}

/** Milliseconds that work of batches may go on when the service is stopped; what is not done by then is given back. */
const GRACE_MS = 200

async function clientsOf({ cwd, tokens, host, log }: ServiceOptions): Promise<Clients> {
  if (tokens !== undefined) return new TokenClients(resolve(cwd, tokens), log)
  if (!LOOPBACK.has(host))
    throw new SetupError(
      `without tokens the service does not listen on \`${host}\``,
      'name a file of tokens with `--tokens`, or leave `--host` out',
    )
  const root = await realpath(cwd)
  return soleClient(new ClientFolder(root, log, root === PACKAGE_ROOT))
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/** The one that is named, or a folder of the system's for temporary files. */
async function storeOf(
  { store, storeSettings }: ServiceOptions,
  opened: (() => Promise<unknown>)[],
): Promise<ObjectStore> {
  if (store !== undefined) return openStore(store, storeSettings)
  const folder = await mkdtemp(join(tmpdir(), 'briefwright-serve-'))
  opened.push(() => rm(folder, { recursive: true, force: true }))
  return openStore(folder, storeSettings)
}

function sweepEvents(log: Log): SweepEvents {
  return {
    onSwept: ({ removed, removedBytes, keptBytes }) => {
      if (removed > 0)
        log({ level: 'info', event: 'swept', removed, removed_bytes: removedBytes, kept_bytes: keptBytes })
    },
    onFailed: reason => log({ level: 'error', event: 'sweeping-failed', reason }),
  }
}

/** Threads of this process. */
function embeddedWorkers(
  queue: JobQueue,
  store: ObjectStore,
  { threads, limits, log }: ServiceOptions,
): Workers {
  return openWorkers({
    ...{ queue, store, threads },
    secondsPerJob: limits.jobSeconds,
    onEvent: event => log(workerLine(event)),
  })
}

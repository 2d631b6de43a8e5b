import { availableParallelism } from 'node:os'
import type { ServiceLimits } from '../../serve/http/protocol/limits.js'
import { command } from '../command.js'
import { numberAsked } from '../number-asked.js'
import { queueAddress, storeAddress } from '../queue-address.js'
import { storeSettings } from '../store-settings.js'
import { UsageError } from '../usage-error.js'

/** Serves editions over HTTP. */
export const serveCommand = command({
  name: 'serve',
  describe: 'print what is asked for over HTTP, until it is stopped',
  positionals: {},
  options: {
    port: {
      type: 'string',
      requiresArg: true,
      default: '8080',
      describe: 'port to listen on; 0 for any that is free',
    },
    host: {
      type: 'string',
      requiresArg: true,
      default: '127.0.0.1',
      describe: 'address to listen on; with --tokens, one that other machines reach: 0.0.0.0',
    },
    tokens: {
      type: 'string',
      requiresArg: true,
      describe: 'file of the clients, each with the SHA-256 of its token and a workspace of its own',
    },
    queue: {
      type: 'string',
      requiresArg: true,
      describe: 'Redis or Valkey whose workers print, on any machine: redis://HOST:6379',
    },
    store: {
      type: 'string',
      requiresArg: true,
      describe:
        'where inputs and results lie: a folder, or s3://BUCKET/PREFIX; a folder that goes with the service if left out',
    },
    jobs: {
      alias: 'j',
      type: 'string',
      requiresArg: true,
      describe: 'threads that print; as many as there are cores if left out',
    },
    'max-request': { type: 'string', requiresArg: true, default: '20', describe: 'largest request, in MiB' },
    'max-file': {
      type: 'string',
      requiresArg: true,
      default: '10',
      describe: 'largest file of a request, in MiB',
    },
    'max-files': { type: 'string', requiresArg: true, default: '500', describe: 'most files of a request' },
    'max-editions': {
      type: 'string',
      requiresArg: true,
      default: '10000',
      describe: 'most editions of a batch',
    },
    'max-jobs': {
      type: 'string',
      requiresArg: true,
      default: '200',
      describe: 'most jobs that wait or run; who asks for more is to come again',
    },
    'keep-hours': {
      type: 'string',
      requiresArg: true,
      default: '24',
      describe: 'how long a folder keeps results that nobody asks for',
    },
    'keep-gib': {
      type: 'string',
      requiresArg: true,
      describe: 'most that a folder keeps, in GiB: what was used last stays; no limit if left out',
    },
    'job-seconds': { type: 'string', requiresArg: true, default: '120', describe: 'longest time of a job' },
  },
  examples: [
    ['', 'serve this machine at http://127.0.0.1:8080, with the templates of this folder'],
    ['--host 0.0.0.0 --tokens tokens.yaml', 'serve other machines'],
    ['--queue redis://valkey:6379 --store s3://briefs/prints', 'have workers on other machines print'],
  ],
  async run(args, io) {
    const queue = await queueAddress(args.queue, io)
    const store = storeAddress(args.store, io)
    if (queue !== undefined && store === undefined)
      throw new UsageError(
        '`--queue` needs `--store`',
        'name the folder or bucket that the workers have, too',
      )
    if (queue !== undefined && args.jobs !== undefined)
      throw new UsageError('`--jobs` does not go with `--queue`', 'give it to `briefwright worker`')
    const { DEFAULT_LIMITS } = await import('../../serve/http/protocol/limits.js')
    const limits: ServiceLimits = {
      ...DEFAULT_LIMITS,
      requestBytes: numberAsked('max-request', args['max-request'], 1, 1024) * 2 ** 20,
      fileBytes: numberAsked('max-file', args['max-file'], 1, 1024) * 2 ** 20,
      files: numberAsked('max-files', args['max-files'], 1, 100_000),
      editions: numberAsked('max-editions', args['max-editions'], 1, 1_000_000),
      jobs: numberAsked('max-jobs', args['max-jobs'], 1, 1_000_000),
      jobSeconds: numberAsked('job-seconds', args['job-seconds'], 1, 86_400),
    }
    const stop = stopped(io.stoppable?.())
    const { openService } = await import('../../serve/http/open-service.js')
    const { jsonLog } = await import('../../serve/http/protocol/request-log.js')
    const { SetupError } = await import('../../serve/jobs/setup-error.js')
    const opening = openService({
      ...{ cwd: io.cwd, host: args.host, queue, store, tokens: args.tokens, limits },
      port: numberAsked('port', args.port, 0, 65_535),
      threads: args.jobs === undefined ? availableParallelism() : numberAsked('jobs', args.jobs, 1, 256),
      keep: {
        hours: numberAsked('keep-hours', args['keep-hours'], 1, 87_600),
        bytes:
          args['keep-gib'] === undefined
            ? undefined
            : numberAsked('keep-gib', args['keep-gib'], 1, 100_000) * 2 ** 30,
      },
      storeSettings: storeSettings(io),
      log: jsonLog(text => io.stderr.write(text)),
    }).catch(error => {
      throw error instanceof SetupError ? new UsageError(error.message, error.hint) : error
    })
    // Servers that do not answer are waited for, but not by who is to stop.
    const service = await (queue === undefined ? opening : Promise.race([opening, stop]))
    if (!service) {
      void opening.catch(() => {})
      return 0
    }
    io.stdout.write(`briefwright serve: ${service.url}\n`)
    await stop
    await service.close()
    return 0
  },
})

/** Resolves once the service is asked to stop; never, where nobody can ask. */
function stopped(signal: AbortSignal | undefined): Promise<void> {
  return new Promise(resolve => {
    if (signal?.aborted) resolve()
    else signal?.addEventListener('abort', () => resolve(), { once: true })
  })
}

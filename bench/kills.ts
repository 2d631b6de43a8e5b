import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { surviveKills } from '../test/support/kills.js'
import { makeNamespaces } from '../test/support/namespaces.js'
import { CLI } from './workspace.js'

/**
 * Prints a mail merge by several workers that are killed while the store fails and Redis is started anew, and says what is lost:
 * `npx tsx bench/kills.ts` after `npm run build`. With `--namespaces`, each worker has a network of its own, and one of them loses it
 * for a while. Ends with 1 if a file is lost, doubled, or other than that of one machine.
 */
const { values } = parseArgs({
  options: {
    editions: { type: 'string', default: '1000' },
    workers: { type: 'string', default: '3' },
    kills: { type: 'string', default: '20' },
    'store-out': { type: 'string', default: '30' },
    'redis-out': { type: 'string', default: '2' },
    lease: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    namespaces: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
})

const folder = mkdtempSync(join(tmpdir(), 'briefwright-kills-'))
const namespaces = values.namespaces ? makeNamespaces(Number(values.workers)) : undefined
if (values.namespaces && namespaces === undefined)
  process.stderr.write('network namespaces cannot be made here: workers run beside each other\n')
const start = performance.now()
const onEvent = (text: string) =>
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1)} s: ${text}\n`)
try {
  const report = await surviveKills({
    folder,
    cli: CLI,
    editions: Number(values.editions),
    workers: Number(values.workers),
    kills: Number(values.kills),
    storeOutMs: Number(values['store-out']) * 1000,
    redisOutMs: Number(values['redis-out']) * 1000,
    leaseSeconds: Number(values.lease),
    seed: Number(values.seed),
    namespaces,
    cableOutMs: 10_000,
    ...(values.quiet ? {} : { onEvent }),
  })
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`)
  const wrong = report.lost.length + report.doubled.length + report.different.length
  process.exitCode = wrong > 0 || report.status !== 0 ? 1 : 0
} finally {
  namespaces?.remove()
  rmSync(folder, { recursive: true, force: true })
}

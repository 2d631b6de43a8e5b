import { parseArgs } from 'node:util'
import { describeMachine } from './machine.js'
import { ClientLoad, type LoadRow, type RequestKind } from './service/client-load.js'
import { type ProcessState, ServiceProcess } from './service/service-process.js'
import { table } from './table.js'

/**
 * What the service does under load: `npx tsx bench/service.ts` after `npm run build`, with `--clients N` and `--seconds N`. Each client asks again as
 * soon as it is answered; of ten requests, six are for an edition that was asked for before, one of them with its tag, two for one that nobody has
 * asked for, one is a check, and one is a probe of health.
 */
const { values } = parseArgs({
  options: { clients: { type: 'string', default: '50' }, seconds: { type: 'string', default: '60' } },
})
const clients = Number(values.clients)
const seconds = Number(values.seconds)

const machine = describeMachine(undefined)
const service = await ServiceProcess.start()
const load = new ClientLoad(service.url)
await load.warmUp()
const states: (ProcessState & { readonly at: string })[] = [{ at: 'before', ...(await service.state()) }]
const started = performance.now()
const watch = setInterval(async () => {
  const at = `after ${Math.round((performance.now() - started) / 1000)} s`
  states.push({ at, ...(await service.state()) })
}, 15_000)
const rows = await load.run(clients, seconds * 1000)
clearInterval(watch)
const wall = performance.now() - started
states.push({ at: 'at the end', ...(await service.state()) })
await new Promise(resolve => setTimeout(resolve, 5_000))
states.push({ at: '5 s later', ...(await service.state()) })
const status = await service.stop()

process.stdout.write(`${machine}\n\n${loadTable(rows)}\n${stateTable()}\n`)
process.stdout.write(`The service ended with ${status}.\n`)

function loadTable(kinds: ReadonlyMap<RequestKind, LoadRow>): string {
  const all = [...kinds].map(([kind, row]) => [kind, row] as const)
  return table(
    [
      `${clients} clients, ${Math.round(wall / 1000)} s`,
      'answered',
      'a second',
      '429',
      'failed',
      'p50 ms',
      'p95',
      'p99',
      'most',
    ],
    all.map(([kind, row]) => [
      kind,
      String(row.answered),
      (row.answered / (wall / 1000)).toFixed(1),
      String(row.refused),
      String(row.failed),
      ...[0.5, 0.95, 0.99, 1].map(share => row.percentile(share).toFixed(0)),
    ]),
  )
}

function stateTable(): string {
  const [first] = states
  return table(
    ['the process', 'MB held', 'CPU s', 'of the cores'],
    states.map(({ at, resident, cpu }, index) => {
      const spent = cpu - (first?.cpu ?? 0)
      const isOver = index === states.length - 2
      return [
        at,
        resident.toFixed(0),
        spent.toFixed(1),
        isOver ? `${((100 * spent) / (wall / 1000) / 2).toFixed(0)} %` : '',
      ]
    }),
  )
}

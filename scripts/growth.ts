/**
 * Finds inputs whose time grows faster than their size. Texts of many kinds are doubled in size, and drafted from, checked as sources and as
 * prose, and made markup. `npx tsx scripts/growth.ts [RUN…] [--kind NAME] [--size N]`
 */
import { parseArgs } from 'node:util'
import { GROWTH_RUNS, type GrowthJob, kindsOf } from './fuzz/growth-jobs.js'
import { RunnerProcess } from './fuzz/runner-process.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: 'string' },
    size: { type: 'string', default: '128000' },
    all: { type: 'boolean' },
  },
})

/** Characters of the smallest text. */
const FIRST_SIZE = 4_000
/** A text that takes longer is not doubled again; a ratio says something from the other time on. */
const LONGEST_MS = 4_000
const LEAST_MS = 600
const LARGEST_RATIO = 3

interface GrowthOutcome {
  readonly ms: number
  readonly fault?: string
}

const runner = new RunnerProcess<GrowthJob, GrowthOutcome>(
  new URL('fuzz/growth-runner.ts', import.meta.url),
  (['draft', 'markup'] as const).map(run => ({ run, kind: 'sentences', size: 500 })),
  (ms, fault) => ({ ms, fault }),
)
let faults = 0
for (const run of GROWTH_RUNS.filter(one => positionals.length === 0 || positionals.includes(one)))
  for (const kind of kindsOf(run).filter(one => values.kind === undefined || values.kind === one)) {
    const times: number[] = []
    let failed = ''
    for (let size = FIRST_SIZE; size <= Number(values.size); size *= 2) {
      const { ms, fault } = await runner.run({ run, kind, size })
      times.push(ms)
      if (fault) failed = `${size}: ${fault.split('\n').slice(0, 4).join(' | ')}`
      if (fault || ms > LONGEST_MS) break
    }
    const [before = 0, last = 0] = times.slice(-2)
    const isBad = failed !== '' || last > LONGEST_MS || (last > LEAST_MS && last > before * LARGEST_RATIO)
    if (isBad) faults++
    if (isBad || values.all)
      process.stdout.write(
        `${run.padEnd(12)} ${kind.padEnd(32)} ${times.map(ms => ms.toFixed(0)).join(' ')} ${failed}\n`,
      )
  }
runner.end()
process.stdout.write(
  `${faults} kinds grow faster than their size, take more than ${LONGEST_MS} ms, or fail\n`,
)
process.exitCode = faults > 0 ? 1 : 0

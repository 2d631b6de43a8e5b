import { parseArgs } from 'node:util'
import { batch } from './batch.js'
import { cold } from './cold.js'
import { commandLine } from './command-line.js'
import { figures } from './figures.js'
import { growth, memory } from './growth.js'
import { layouts } from './layouts.js'
import { describeMachine } from './machine.js'
import { stayOnOneCore } from './one-core.js'
import { allPeers } from './peers/all-peers.js'
import { picture } from './picture.js'
import { openPipeline } from './pipeline.js'
import { type BenchResults, tablesOf } from './results.js'
import { twins } from './twins.js'
import { warm } from './warm.js'

/**
 * What printing costs, against peers on the same words in the same run and on one core: `npm run bench` after `npm run build`,
 * with `--only PART[,PART…]` for some of it, `--editions N` for how many the memory is watched over, and `--json` for programs. Typst
 * is compared with where `npm install --prefix bench` has brought it in.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    editions: { type: 'string', default: '1000' },
  },
})

const pinned = stayOnOneCore()
const pipeline = await openPipeline()
const peers = allPeers()
const names = peers.map(({ name }) => name)

const measures: {
  readonly [Part in keyof BenchResults]: () => BenchResults[Part] | Promise<BenchResults[Part]>
} = {
  warm: () => warm(pipeline, peers),
  commandLine: () => commandLine(pipeline, peers),
  cold: () => cold(pipeline, peers),
  growth: () => growth(['Briefwright', ...names]),
  memory: () => memory(Number(values.editions)),
  layouts: () => layouts(pipeline),
  picture: () => picture(pipeline, peers),
  figures: () => figures(pipeline),
  twins: () => twins(pipeline),
  batch: () => batch(pinned),
}
const parts = Object.keys(measures)
const asked = values.only?.split(',') ?? parts
const unknown = asked.filter(part => !parts.includes(part))
if (unknown.length > 0) throw new Error(`no part \`${unknown.join(', ')}\`: ${parts.join(', ')}`)

const machine = describeMachine(pinned)
if (!values.json) process.stdout.write(`${machine}\n`)
const results: Record<string, unknown> = {}
for (const [part, measure] of Object.entries(measures)) {
  if (!asked.includes(part)) continue
  const taken = { [part]: await measure() }
  Object.assign(results, taken)
  if (!values.json) process.stdout.write(`\n${tablesOf(taken, names)}`)
}
if (values.json) process.stdout.write(`${JSON.stringify({ machine, ...results }, undefined, 2)}\n`)

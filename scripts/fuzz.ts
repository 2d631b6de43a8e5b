/**
 * Runs commands on inputs that nobody would write, and finds those that end in an exception, take more than five seconds of processor
 * time, or too much memory. `npm run fuzz -- [--seconds N | --count N] [--seed N] [--from N] [--sort NAME] [--keep FOLDER]
 * [--replay FOLDER]`. An input is determined by the seed and its number; one that fails is kept in a folder.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import type { FuzzOutcome } from './fuzz/fuzz-runner.js'
import { type FuzzInput, makeInput, SORTS } from './fuzz/inputs.js'
import { RunnerProcess } from './fuzz/runner-process.js'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
    sort: { type: 'string', multiple: true },
    keep: { type: 'string', default: 'fuzz-failures' },
    replay: { type: 'string' },
  },
})

const MOST_MS = 5_000
const MOST_MEGABYTES = 1_500
/** Failures of one kind that are kept. */
const KEPT_OF_A_KIND = 3

process.exitCode = values.replay === undefined ? await fuzz() : await replay(values.replay)

async function fuzz(): Promise<number> {
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
  const count = values.count === undefined ? Number.POSITIVE_INFINITY : Number(values.count)
  const end = Date.now() + 1000 * Number(values.seconds ?? (values.count === undefined ? 60 : 1e9))
  const first = Number(values.from)
  const sorts = values.sort ?? SORTS
  process.stdout.write(`seed ${seed}\n`)
  const runner = fuzzProcess()
  const counts = new Map<string, number>()
  const kinds = new Map<string, number>()
  const slowest: { ms: number; label: string }[] = []
  let index = first
  for (; index < first + count && Date.now() < end; index++) {
    const input = makeInput(seed, index, sorts)
    const outcome = await runner.run(input)
    counts.set(input.sort, (counts.get(input.sort) ?? 0) + 1)
    slowest.push({ ms: outcome.ms, label: `${input.sort}, number ${index}` })
    slowest.sort((a, b) => b.ms - a.ms)
    slowest.length = Math.min(slowest.length, 5)
    const fault = faultOf(outcome)
    if (fault === undefined) continue
    const kind = kindOf(input, fault)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if ((kinds.get(kind) ?? 0) > KEPT_OF_A_KIND) continue
    const folder = join(values.keep, `${seed}-${index}`)
    keep(input, folder)
    process.stdout.write(`\nFAILED ${input.sort}, number ${index}, kept in ${folder}\n${fault}\n`)
  }
  runner.end()
  process.stdout.write(`\n${index - first} inputs with seed ${seed}\n`)
  for (const [sort, number] of counts) process.stdout.write(`${String(number).padStart(7)} ${sort}\n`)
  process.stdout.write('slowest, in ms of processor time\n')
  for (const { ms, label } of slowest) process.stdout.write(`${ms.toFixed(0).padStart(7)} ${label}\n`)
  for (const [kind, number] of kinds) process.stdout.write(`FAILED ${number} times: ${kind}\n`)
  return kinds.size > 0 ? 1 : 0
}

async function replay(folder: string): Promise<number> {
  const argv = JSON.parse(readFileSync(join(folder, 'argv.json'), 'utf8'))
  const workspace = join(folder, 'workspace')
  const files = Object.fromEntries(
    readdirSync(workspace, { recursive: true, encoding: 'utf8' })
      .map(name => join(workspace, name))
      .filter(path => statSync(path).isFile())
      .map(path => [relative(workspace, path), readFileSync(path)]),
  )
  const runner = fuzzProcess()
  const outcome = await runner.run({ sort: 'replayed', files, argv })
  runner.end()
  const fault = faultOf(outcome)
  process.stdout.write(`${outcome.ms.toFixed(0)} ms, status ${outcome.status}\n${fault ?? 'no fault'}\n`)
  return fault === undefined ? 0 : 1
}

function fuzzProcess(): RunnerProcess<FuzzInput, FuzzOutcome> {
  const files = {
    'briefs/dam.yaml': 'title: The dam\nas_of: 2025-03-10\nbottom_line: Raise it.\n',
    'a.txt': '“We will go there,” said Ann Moe.',
  }
  const warmUp = [
    ['build', '-a', 'public', '-j', '1'],
    ['draft', 'a.txt'],
  ]
  return new RunnerProcess(
    new URL('fuzz/fuzz-runner.ts', import.meta.url),
    warmUp.map(argv => ({ sort: 'warm-up', files, argv })),
    (ms, fault) => ({ ms, megabytes: 0, status: 1, fault }),
  )
}

function faultOf({ fault, ms, megabytes }: FuzzOutcome): string | undefined {
  if (fault !== undefined) return fault
  if (ms > MOST_MS) return `took ${ms.toFixed(0)} ms`
  return megabytes > MOST_MEGABYTES ? `took ${megabytes.toFixed(0)} MB` : undefined
}

/** The sort of an input with the message and the first place of what was thrown. */
function kindOf({ sort }: FuzzInput, fault: string): string {
  const lines = fault.split('\n')
  const place = lines.find(line => /^\s+at /.test(line))?.trim() ?? ''
  return `${sort}: ${(lines[0] ?? '').replace(/\d+/g, 'N').slice(0, 120)} ${place}`
}

function keep({ files, argv }: FuzzInput, folder: string): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'workspace', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  writeFileSync(join(folder, 'argv.json'), `${JSON.stringify(argv)}\n`)
}

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type BuildResult, buildBriefs } from '../../src/batch/build-briefs.js'
import { BriefCache } from '../../src/batch/plan/brief-cache.js'
import { inThreadPrinter } from '../../src/batch/print/in-thread-printer.js'
import type { PrintJob, PrintResult } from '../../src/batch/print/print-job.js'
import { PrinterPool } from '../../src/batch/print/printer-pool.js'
import { DAM, NOTE } from '../support/briefs.js'
import { workspace } from '../support/workspace.js'

const FILES = {
  'templates/note.hbs': NOTE,
  'briefs/dam.yaml': `${DAM}audiences: [note]\n`,
  'briefs/port.yaml': `${DAM}audiences: [note]\n`,
}

/** Presses that do with each job what a test wants. */
class TestPool extends PrinterPool {
  constructor(readonly print: (job: PrintJob) => Promise<PrintResult>) {
    super()
  }

  override async choose() {
    return { print: this.print, close: async () => {}, concurrency: 1 }
  }
}

async function build(cwd: string, print: (job: PrintJob) => Promise<PrintResult>, more: object = {}) {
  const options = { cwd, briefs: [], audiences: [], out: 'out', ...more }
  const result = await buildBriefs(options, new TestPool(print))
  return { ...result, found: result.diagnostics.map(({ code, place }) => `${place.file.path} ${code}`) }
}

const printed = ({ editions }: BuildResult) => [...editions].map(({ brief }) => brief)

test('whatever throws while an edition is printed costs that edition', async () => {
  const space = workspace(FILES)
  const { print } = inThreadPrinter(new BriefCache())
  const failing = async (job: PrintJob) => {
    if (job.brief.name === 'dam') throw new TypeError('a bug')
    return print(job)
  }
  const result = await build(space.root, failing)
  assert.equal(
    [result.failed, printed(result), result.found],
    [1, ['port'], ['briefs/dam.yaml edition-crashed']],
  )
  assert.is(result.diagnostics[0]?.message, 'the edition `note` was not printed: internal error: a bug')
})

test('a brief that breaks after it was read is not printed, and not taken for what it was', async () => {
  const space = workspace(FILES)
  const { print } = inThreadPrinter(new BriefCache())
  const spoiling = async (job: PrintJob) => {
    space.write({ 'briefs/dam.yaml': 'title: [\n' })
    return print(job)
  }
  const result = await build(space.root, spoiling)
  assert.equal([printed(result), result.found], [['port'], ['briefs/dam.yaml changed-meanwhile']])
})

test('a brief that changes after it was read is known by what was printed of it', async () => {
  const space = workspace(FILES)
  const { print } = inThreadPrinter(new BriefCache())
  let isFirst = true
  const editing = async (job: PrintJob) => {
    if (isFirst) space.write({ 'briefs/dam.yaml': FILES['briefs/dam.yaml'].replace('The dam', 'A dam') })
    isFirst = false
    return print(job)
  }
  assert.equal(printed(await build(space.root, editing)), ['dam', 'port'])
  const jobs: string[] = []
  const counting = (job: PrintJob) => {
    jobs.push(job.brief.name)
    return print(job)
  }
  await build(space.root, counting)
  assert.equal(jobs, [], 'what stands is what the brief is now')
})

test('recipients that change while they are still read are found out', async () => {
  for (const [count, expected] of [
    [1001, ['people.csv changed-meanwhile']],
    [2, []],
  ] as const) {
    const rows = Array.from({ length: count }, (_, index) => `r${index}\n`).join('')
    const space = workspace({ ...FILES, 'people.csv': `id\n${rows}` })
    const editing = async () => {
      space.write({ 'people.csv': `id\n${rows}another\n` })
      return { printed: undefined, findings: [] }
    }
    const { found } = await build(space.root, editing, { data: 'people.csv' })
    assert.equal(found, expected, `${count} rows`)
  }
})

test('an interrupt records what stands, and takes nothing for failed', async () => {
  const space = workspace({ ...FILES, 'people.csv': 'id\na\nb\nc\n' })
  const { print } = inThreadPrinter(new BriefCache())
  const stop = new AbortController()
  let count = 0
  const stopping = (job: PrintJob) => {
    if (++count === 2) stop.abort()
    return count === 1 ? print(job) : Promise.reject(new Error('closed'))
  }
  const result = await build(space.root, stopping, { data: 'people.csv', signal: stop.signal })
  assert.equal([result.interrupted, result.failed, result.found, printed(result)], [true, 0, [], ['dam']])
  assert.is(JSON.parse(space.read('out/manifest.json')).editions.length, 1)
})

test.run()

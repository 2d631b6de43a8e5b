import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Document } from '../src/index.js'
import { briefYaml } from './briefs.js'
import { pagesOf } from './peers/peer.js'
import { openPipeline } from './pipeline.js'
import { figureOf } from './rounds.js'

export interface GrowthRow {
  readonly pages: number
  /** Milliseconds; the least of several runs, as only that is free of what else the machine does. */
  readonly msPerPage: number
  /** Megabytes of a process that prints nothing else. */
  readonly peakMemory: number
}

/** Briefs of four pages that make documents of some 50, 200 and 1,000 pages. */
const SIZES = [13, 50, 250]
/** The longest is printed once, so that its peak is its own. */
const RUNS = 3
/** A longer document is not one of more different words. */
const VOCABULARIES = 13

/** What a page costs as a document grows: each size in a process of its own. */
export function growth(): GrowthRow[] {
  return SIZES.map(briefs => JSON.parse(inProcess('growth', String(briefs))) as GrowthRow)
}

export interface MemoryRow {
  readonly documents: number
  /** Megabytes. */
  readonly memory: number
}

const CHECKPOINTS = [100, 250, 500, 750, 1000]

/** What a process holds after having printed so many documents, one after another. */
export const memory = (): MemoryRow[] => JSON.parse(inProcess('memory')) as MemoryRow[]

function inProcess(...argv: string[]): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', ...process.execArgv, fileURLToPath(import.meta.url), ...argv],
    { encoding: 'utf8', maxBuffer: 1 << 24 },
  )
  if (status !== 0) throw new Error(stderr)
  return stdout
}

async function growthOf(briefs: number): Promise<GrowthRow> {
  const { documentOf, print } = await openPipeline()
  await print(documentOf(briefYaml(0)))
  let pages = 0
  const times: number[] = []
  for (let run = 0; run < (briefs === SIZES.at(-1) ? 1 : RUNS); run++) {
    const document = joined(
      Array.from({ length: briefs }, (_, index) => documentOf(briefYaml(run + index, index % VOCABULARIES))),
    )
    const start = performance.now()
    const pdf = await print(document)
    times.push(performance.now() - start)
    pages = pagesOf(pdf)
  }
  const peakMemory = process.resourceUsage().maxRSS / 1024
  return { pages, msPerPage: figureOf(times).least / pages, peakMemory }
}

/** The blocks of documents one after another, as one. */
function joined(documents: readonly Document[]): Document {
  const [first] = documents
  if (!first) throw new Error('there is nothing to join')
  return { ...first, blocks: documents.flatMap(({ blocks }) => blocks) }
}

async function memoryOver(): Promise<MemoryRow[]> {
  const { documentOf, print } = await openPipeline()
  const rows: MemoryRow[] = []
  for (let documents = 1; documents <= 1000; documents++) {
    await print(documentOf(briefYaml(documents)))
    if (!CHECKPOINTS.includes(documents)) continue
    globalThis.gc?.()
    rows.push({ documents, memory: process.memoryUsage().rss / 2 ** 20 })
  }
  return rows
}

const [, file, task, briefs] = process.argv
if (file === fileURLToPath(import.meta.url)) {
  const result = task === 'memory' ? await memoryOver() : await growthOf(Number(briefs))
  process.stdout.write(JSON.stringify(result))
}

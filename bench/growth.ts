import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Document } from '../src/index.js'
import { briefYaml } from './briefs.js'
import { allPeers } from './peers/all-peers.js'
import { pagesOf } from './peers/peer.js'
import { openPipeline } from './pipeline.js'
import { type Cost, costOf, figureOf } from './rounds.js'

export interface GrowthRow {
  readonly name: string
  readonly pages: number
  /** CPU time and wall time a page; of several runs the least, as only that is free of what else the machine does. */
  readonly page: Cost
  /** Megabytes of a process that prints nothing else; what a peer is given is prepared in it too. */
  readonly peakMemory: number
}

const { peakMemory } = createRequire(import.meta.url)('./peak-memory.cjs')

/** Briefs of four pages that make documents of some 50, 200 and 1,000 pages. */
const SIZES = [14, 55, 275]
/** The longest is printed once, so that its peak is its own. */
const RUNS = 3
/** A longer document is not one of more different words. */
const VOCABULARIES = 13

/** What a page costs as a document grows, by program and size: each in a process of its own. */
export function growth(names: readonly string[]): GrowthRow[] {
  return names.flatMap(name =>
    SIZES.map(briefs => JSON.parse(inProcess('growth', name, String(briefs))) as GrowthRow),
  )
}

export interface MemoryRow {
  readonly editions: number
  /** Megabytes that the process holds, and how much of them JavaScript does, after unused memory was collected. */
  readonly resident: number
  readonly heap: number
}

const CHECKPOINTS = [0.1, 0.25, 0.5, 0.75, 1]

/** What a process holds after having printed so many editions, all different and each from its brief. */
export const memory = (editions: number): MemoryRow[] =>
  JSON.parse(inProcess('memory', String(editions))) as MemoryRow[]

function inProcess(...argv: string[]): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', ...process.execArgv, fileURLToPath(import.meta.url), ...argv],
    { encoding: 'utf8', maxBuffer: 1 << 24 },
  )
  if (status !== 0) throw new Error(stderr)
  return stdout
}

async function growthOf(name: string, briefs: number): Promise<GrowthRow> {
  const { documentOf, print } = await openPipeline()
  const peer = allPeers().find(one => one.name === name)
  const prepare = (document: Document) => (peer ? peer.prepare(document) : document)
  const printed = (prepared: unknown) => (peer ? peer.print(prepared) : print(prepared as Document))
  await printed(prepare(documentOf(briefYaml(0))))
  let pages = 0
  const costs: Cost[] = []
  for (let run = 0; run < (briefs === SIZES.at(-1) ? 1 : RUNS); run++) {
    const document = joined(
      Array.from({ length: briefs }, (_, index) => documentOf(briefYaml(run + index, index % VOCABULARIES))),
    )
    const prepared = prepare(document)
    let pdf: Uint8Array = new Uint8Array()
    costs.push(
      await costOf(async () => {
        pdf = await printed(prepared)
      }),
    )
    pages = pagesOf(pdf)
  }
  const least = (key: keyof Cost) => figureOf(costs.map(cost => cost[key])).least / pages
  return { name, pages, page: { cpu: least('cpu'), wall: least('wall') }, peakMemory: peakMemory() }
}

/** The blocks of documents one after another, as one. */
function joined(documents: readonly Document[]): Document {
  const [first] = documents
  if (!first) throw new Error('there is nothing to join')
  return { ...first, blocks: documents.flatMap(({ blocks }) => blocks) }
}

async function memoryOver(total: number): Promise<MemoryRow[]> {
  const { documentOf, print } = await openPipeline()
  const checkpoints = new Set(CHECKPOINTS.map(share => Math.round(share * total)))
  const rows: MemoryRow[] = []
  for (let editions = 1; editions <= total; editions++) {
    await print(documentOf(briefYaml(editions)))
    if (!checkpoints.has(editions)) continue
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    rows.push({ editions, resident: rss / 2 ** 20, heap: heapUsed / 2 ** 20 })
  }
  return rows
}

const [, file, task, first = '', second] = process.argv
if (file === fileURLToPath(import.meta.url)) {
  const result = task === 'memory' ? await memoryOver(Number(first)) : await growthOf(first, Number(second))
  process.stdout.write(JSON.stringify(result))
}

import { briefYaml } from './briefs.js'
import { type Peer, pagesOf } from './peers/peer.js'
import type { Pipeline } from './pipeline.js'
import { type Figure, inRounds } from './rounds.js'

export interface WarmRow {
  readonly name: string
  readonly pages: number
  /** Milliseconds a document. */
  readonly document: Figure
}

const ROUNDS = 9
/** Documents in a round; none is printed twice. */
const BATCH = 4

/** Documents of four pages that all differ, one after another in a process that has printed before. */
export async function warm(pipeline: Pipeline, peers: readonly Peer[]): Promise<WarmRow[]> {
  const programs: {
    name: string
    prepare(yaml: string): unknown
    print(prepared: unknown): Promise<Uint8Array>
  }[] = [
    {
      name: 'Briefwright',
      prepare: yaml => pipeline.documentOf(yaml),
      print: document => pipeline.print(document as ReturnType<Pipeline['documentOf']>),
    },
    {
      name: 'Briefwright, from the brief',
      prepare: yaml => yaml,
      print: yaml => pipeline.print(pipeline.documentOf(yaml as string)),
    },
    ...peers.map(peer => ({
      name: peer.name,
      prepare: (yaml: string) => peer.prepare(pipeline.documentOf(yaml)),
      print: (prepared: unknown) => peer.print(prepared),
    })),
  ]
  let number = 1
  const run = async ({ prepare, print }: (typeof programs)[number], from: number) => {
    const prepared = Array.from({ length: BATCH }, (_, index) => prepare(briefYaml(from + index)))
    const start = performance.now()
    for (const one of prepared) await print(one)
    return (performance.now() - start) / BATCH
  }
  const pages: number[] = []
  for (const program of programs) {
    pages.push(pagesOf(await program.print(program.prepare(briefYaml(0)))))
    await run(program, 1_000_000)
  }
  if (new Set(pages).size > 1) throw new Error(`not the same pages: ${pages.join(', ')}`)
  const figures = await inRounds(
    programs.map(program => () => {
      number += BATCH
      return run(program, number)
    }),
    ROUNDS,
  )
  return programs.map(({ name }, index) => ({
    name,
    pages: pages[index] ?? 0,
    document: figures[index] ?? { median: 0, least: 0, most: 0 },
  }))
}

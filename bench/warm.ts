import { briefYaml } from './briefs.js'
import { isTagged, type Peer, pagesOf } from './peers/peer.js'
import type { Pipeline } from './pipeline.js'
import { type Comparison, compareInRounds, costOf } from './rounds.js'

export interface WarmRow extends Comparison {
  readonly pages: number
  readonly tagged: boolean
}

const ROUNDS = 9
/** Documents in a round; none is printed twice. */
const BATCH = 4
/** Documents that are printed before anything is measured. */
const WARMING = 12

interface Program {
  readonly name: string
  prepare(yaml: string): unknown
  print(prepared: unknown): Promise<Uint8Array>
}

/** Documents of four pages that all differ, one after another in a process that has printed before. */
export async function warm(pipeline: Pipeline, peers: readonly Peer[]): Promise<WarmRow[]> {
  const programs: Program[] = [
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
  const run = ({ prepare, print }: Program, count: number) => {
    const prepared = Array.from({ length: count }, () => prepare(briefYaml(number++)))
    return costOf(async () => {
      for (const one of prepared) await print(one)
    }, count)
  }
  const first: Uint8Array[] = []
  for (const program of programs) {
    first.push(await program.print(program.prepare(briefYaml(0))))
    await run(program, WARMING)
  }
  if (new Set(first.map(pagesOf)).size > 1)
    throw new Error(`not the same pages: ${first.map(pagesOf).join(', ')}`)
  const rows = await compareInRounds(
    programs.map(program => ({ name: program.name, measure: () => run(program, BATCH) })),
    ROUNDS,
  )
  return rows.map((row, index) => {
    const pdf = first[index] ?? new Uint8Array()
    return { ...row, pages: pagesOf(pdf), tagged: isTagged(pdf) }
  })
}

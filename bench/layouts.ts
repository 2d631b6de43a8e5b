import { briefYaml } from './briefs.js'
import type { Pipeline } from './pipeline.js'
import { type Cost, costOf, type Figure, figureOf } from './rounds.js'

export interface LayoutRow {
  readonly name: string
  readonly cpu: Figure
  readonly wall: Figure
  /** CPU time as a share of that of the first layout of the same document. */
  readonly share: Figure
}

const ROUNDS = 31
const WARMING = 8
/** Multiples of the theme's vertical space, as fitting tries them. */
const SPACINGS = [1, 0.94, 0.88] as const

/** What a layout costs after the first of the same document where only the spacing is another, as fitting asks for. */
export async function layouts(pipeline: Pipeline): Promise<LayoutRow[]> {
  const rounds: Cost[][] = []
  for (let round = -WARMING; round < ROUNDS; round++) {
    const layOut = pipeline.layouts(pipeline.documentOf(briefYaml(5000 + round)))
    const costs: Cost[] = []
    for (const spacing of SPACINGS) costs.push(await costOf(async () => layOut(spacing)))
    if (round >= 0) rounds.push(costs)
  }
  return ['the first', 'the second', 'the third'].map((name, index) => {
    const of = (key: keyof Cost) => rounds.map(costs => costs[index]?.[key] ?? 0)
    return {
      name,
      cpu: figureOf(of('cpu')),
      wall: figureOf(of('wall')),
      share: figureOf(rounds.map(costs => (costs[index]?.cpu ?? 0) / (costs[0]?.cpu ?? 0))),
    }
  })
}

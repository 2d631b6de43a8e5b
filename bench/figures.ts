import { figuresYaml, WITH_FIGURES, WITHOUT_FIGURES } from './briefs.js'
import { pagesOf } from './peers/peer.js'
import type { Pipeline } from './pipeline.js'
import { type Figure, figureOf } from './rounds.js'

export interface FiguresRow {
  readonly name: string
  readonly pages: number
  /** Milliseconds a document, from the text of the brief. */
  readonly document: Figure
  /** The documents of a round against the same without figures, printed right before them. */
  readonly ratio: Figure
}

const ROUNDS = 31
const BATCH = 4

/** What three figures add to documents whose words are the same without them. */
export async function figures(pipeline: Pipeline): Promise<FiguresRow[]> {
  const print = (template: string, yaml: string) => pipeline.print(pipeline.documentOf(yaml, template))
  let number = 1
  const run = async (template: string) => {
    const briefs = Array.from({ length: BATCH }, () => figuresYaml(number++))
    const start = performance.now()
    for (const yaml of briefs) await print(template, yaml)
    return (performance.now() - start) / BATCH
  }
  const rounds: { readonly without: number; readonly having: number }[] = []
  for (let round = -6; round < ROUNDS; round++) {
    const without = await run(WITHOUT_FIGURES)
    const having = await run(WITH_FIGURES)
    if (round >= 0) rounds.push({ without, having })
  }
  const pages = async (template: string) => pagesOf(await print(template, figuresYaml(0)))
  return [
    {
      name: 'without figures',
      pages: await pages(WITHOUT_FIGURES),
      document: figureOf(rounds.map(({ without }) => without)),
      ratio: figureOf(rounds.map(() => 1)),
    },
    {
      name: 'with three figures',
      pages: await pages(WITH_FIGURES),
      document: figureOf(rounds.map(({ having }) => having)),
      ratio: figureOf(rounds.map(({ without, having }) => having / without)),
    },
  ]
}

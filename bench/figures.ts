import { figuresYaml, WITH_FIGURES, WITHOUT_FIGURES } from './briefs.js'
import { pagesOf } from './peers/peer.js'
import type { Pipeline } from './pipeline.js'
import { type Comparison, compareInRounds, costOf } from './rounds.js'

export interface FiguresRow extends Comparison {
  readonly pages: number
}

const ROUNDS = 31
const BATCH = 4
const WARMING = 6

const TEMPLATES = [
  { name: 'without figures', template: WITHOUT_FIGURES },
  { name: 'with three figures', template: WITH_FIGURES },
] as const

/** What three figures add to documents whose words are the same without them, from the text of the brief. */
export async function figures(pipeline: Pipeline): Promise<FiguresRow[]> {
  const print = (template: string, yaml: string) => pipeline.print(pipeline.documentOf(yaml, template))
  let number = 1
  const run = (template: string) => {
    const briefs = Array.from({ length: BATCH }, () => figuresYaml(number++))
    return costOf(async () => {
      for (const yaml of briefs) await print(template, yaml)
    }, BATCH)
  }
  for (let round = 0; round < WARMING; round++) for (const { template } of TEMPLATES) await run(template)
  const rows = await compareInRounds(
    TEMPLATES.map(({ name, template }) => ({ name, measure: () => run(template) })),
    ROUNDS,
  )
  const pages: number[] = []
  for (const { template } of TEMPLATES) pages.push(pagesOf(await print(template, figuresYaml(0))))
  return rows.map((row, index) => ({ ...row, pages: pages[index] ?? 0 }))
}

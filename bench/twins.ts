import { figuresYaml, WITH_FIGURES } from './briefs.js'
import type { Pipeline } from './pipeline.js'
import { type Comparison, compareInRounds, costOf } from './rounds.js'

const ROUNDS = 15
const BATCH = 3
const WARMING = 4
const FORMATS = ['html', 'docx', 'md', 'txt'] as const

/** What an edition with three figures costs in each format, from its block tree to bytes; nothing is fitted. */
export async function twins(pipeline: Pipeline): Promise<Comparison[]> {
  let number = 1
  const run = (print: (document: ReturnType<Pipeline['documentOf']>) => Promise<unknown>) => {
    const documents = Array.from({ length: BATCH }, () =>
      pipeline.documentOf(figuresYaml(number++), WITH_FIGURES),
    )
    return costOf(async () => {
      for (const document of documents) await print(document)
    }, BATCH)
  }
  const programs = [
    { name: 'PDF', measure: () => run(document => pipeline.print(document)) },
    ...FORMATS.map(format => ({
      name: format,
      measure: () => run(document => pipeline.printTwin(format, document)),
    })),
  ]
  for (let round = 0; round < WARMING; round++) for (const { measure } of programs) await measure()
  return compareInRounds(programs, ROUNDS)
}

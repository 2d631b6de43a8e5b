import { paragraphsOf, readSpeech } from '../src/speech/index.js'

/**
 * How much CPU time it takes to read who speaks in an article, as it grows, and in inputs made to be slow; each figure is the
 * least of several runs in one warm process. Run it with `npx tsx bench/speech.ts`.
 */
const RUNS = 3

const PARAGRAPH =
  'The Department for Harbours has confirmed £200m for piers in 2025, and the money will be paid to every town on the coast by the end of the summer. “We have waited ten years for this pier,” Ann Moe said on Tuesday. The council of Nordhavn, led by Tom Varga, did not agree with her and wrote that the plan “would be a gift to the rich and nobody else in the town”.\n\n'
const WORDS = PARAGRAPH.split(/\s+/).length - 1

const INPUTS: readonly (readonly [name: string, unit: string])[] = [
  ['open marks', '“a '],
  ['open paragraphs', '“a b c d e\n\n'],
  ['single marks', "'a b c d\n\n"],
  ['labels', 'MARSH: I took it.\n\n'],
  ['introductions', 'Moe said:\n\n'],
  ['denials', 'Moe never said “I took the money and ran”. '],
  ['inner marks', '“Moe said ‘I took the money and ran’ to us.” '],
]

const print = (...cells: (string | number)[]) =>
  process.stdout.write(`${cells.map(cell => String(cell).padStart(18)).join('')}\n`)

print('words', 'CPU ms')
for (const words of [25_000, 50_000, 100_000])
  print(words, await cpuTime(PARAGRAPH.repeat(Math.ceil(words / WORDS))))
print('input', '10,000', '20,000', 'growth')
for (const [name, unit] of INPUTS) {
  const [less, more] = [await cpuTime(unit.repeat(10_000)), await cpuTime(unit.repeat(20_000))]
  print(name, less, more, (more / less).toFixed(2))
}

async function cpuTime(text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage()
    await readSpeech(text, paragraphsOf(text))
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, Math.round((user + system) / 1000))
  }
  return least
}

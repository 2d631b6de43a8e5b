import type { Brief } from '../src/brief/index.js'
import { SourceFile } from '../src/diagnostics/index.js'
import { prepareSourceText, prove } from '../src/evidence/index.js'

/**
 * How long the proof of 200 quotations takes, preparation of the source included, as the source grows; each figure is the
 * median of several runs in one warm process. Run it with `npx tsx bench/evidence.ts`.
 */
const QUOTES = 200
const RUNS = 9

interface Row {
  readonly words: number
  readonly prepare: number
  readonly verified: number
  readonly altered: number
}

const rows = [50_000, 100_000, 200_000].map(measure)
const line = (...cells: (string | number)[]) => cells.map(cell => String(cell).padStart(14)).join('')
const print = (text: string) => process.stdout.write(`${text}\n`)
print(line('words', 'prepare ms', 'verified ms', 'altered ms', 'altered/ver.', 'growth'))
rows.forEach((row, index) => {
  const before = rows[index - 1]
  const growth = before ? ((row.prepare + row.altered) / (before.prepare + before.altered)).toFixed(2) : ''
  const ratio = (row.altered / row.verified).toFixed(2)
  print(line(row.words, ...[row.prepare, row.verified, row.altered].map(ms => ms.toFixed(1)), ratio, growth))
})

function measure(words: number): Row {
  const list = article(words)
  const file = new SourceFile('source.txt', textOf(list))
  const [prepared] = [prepareSourceText(file)]
  const texts = new Map([['source', prepared]])
  const exact = Array.from({ length: QUOTES }, (_, index) => {
    const start = Math.floor((index * (words - 60)) / QUOTES)
    return list.slice(start, start + 12 + (index % 30))
  })
  const changed = exact.map((quote, index) => quote.with(index % quote.length, 'otherwise'))
  return {
    words,
    prepare: median(() => prepareSourceText(file)),
    verified: median(() => prove(briefOf(exact), texts, undefined, () => {})),
    altered: median(() => prove(briefOf(changed), texts, undefined, () => {})),
  }
}

function median(run: () => unknown): number {
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0
}

/** Words whose frequencies fall as those of a language do (Zipf's law), the same at each run. */
function article(length: number): string[] {
  let state = 1
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length }, (_, at) => `w${Math.floor(20_000 ** random())}${at % 9 === 8 ? '’s' : ''}`)
}

/** Paragraphs of some eighty words, as in print. */
function textOf(words: readonly string[]): string {
  return words.map((word, at) => (at % 80 === 79 ? `${word}\n\n` : `${word} `)).join('')
}

function briefOf(quotes: readonly (readonly string[])[]): Brief {
  const file = new SourceFile('brief.yaml', '')
  const place = () => ({ file, range: { start: 0, end: 0 } })
  const data = {
    title: 'Bench',
    as_of: '2025-01-01',
    sources: [{ id: 'source', title: 'Source' }],
    quotes: quotes.map(words => ({ text: words.join(' '), source: ['source'] })),
  }
  return { file, data, knownAudiences: [], place, placeWithin: place }
}

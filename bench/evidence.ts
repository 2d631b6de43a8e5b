import { fileURLToPath } from 'node:url'
import { type Brief, MarkingSchemes } from '../src/brief/index.js'
import { SourceFile } from '../src/diagnostics/index.js'
import { prepareSourceText, prove } from '../src/evidence/index.js'
import { paragraphsOf, readSpeech } from '../src/speech/index.js'
import { measureCheck, newsArticle } from './check.js'

/**
 * How long the proof of 200 quotations takes, preparation of the source included, as the source grows; what it takes to read
 * who says what in an article; and the processor time of `check`, beside that of an older version if its command line is
 * given. Each figure is the median of several runs. Run it after `npm run build` with `npx tsx bench/evidence.ts [OLDER/dist/cli.js]`.
 */
const QUOTES = 200
const RUNS = 9

interface Row {
  readonly words: number
  readonly prepare: number
  readonly verified: number
  readonly altered: number
}

const line = (...cells: (string | number)[]) => cells.map(cell => String(cell).padStart(14)).join('')
const print = (text: string) => process.stdout.write(`${text}\n`)
const rows: Row[] = []
for (const words of [50_000, 100_000, 200_000]) rows.push(await measure(words))
print(line('words', 'prepare ms', 'verified ms', 'altered ms', 'altered/ver.', 'growth'))
rows.forEach((row, index) => {
  const before = rows[index - 1]
  const growth = before ? ((row.prepare + row.altered) / (before.prepare + before.altered)).toFixed(2) : ''
  const ratio = (row.altered / row.verified).toFixed(2)
  print(line(row.words, ...[row.prepare, row.verified, row.altered].map(ms => ms.toFixed(1)), ratio, growth))
})

print('')
print(line('words', 'speech cpu ms', 'growth'))
const read: number[] = []
for (const words of [25_000, 50_000, 100_000]) {
  const { text } = newsArticle(words)
  const cpu = await median(() => readSpeech(text, paragraphsOf(text)), processorTime)
  const before = read.at(-1)
  print(line(words, cpu.toFixed(0), before === undefined ? '' : (cpu / before).toFixed(2)))
  read.push(cpu)
}

print('')
print(line('check', 'words', 'quotations', 'cpu ms', 'before ms', 'ratio'))
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
for (const { name, words, quotations, now, before } of await measureCheck(cli, process.argv[2])) {
  const ratio = before ? (now.median / before.median).toFixed(2) : ''
  print(line(name, words, quotations, now.median.toFixed(0), before?.median.toFixed(0) ?? '', ratio))
}

async function measure(words: number): Promise<Row> {
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
    prepare: await median(() => prepareSourceText(file)),
    verified: await median(() => prove(briefOf(exact), texts, undefined, () => {})),
    altered: await median(() => prove(briefOf(changed), texts, undefined, () => {})),
  }
}

async function median(run: () => unknown, clock: () => number = () => performance.now()): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const start = clock()
    await run()
    times.push(clock() - start)
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0
}

function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
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
  const known = {
    knownAudiences: [],
    markings: new MarkingSchemes([]),
    dataFiles: new Map(),
    customFields: new Map(),
  }
  return { file, data, ...known, place, placeWithin: place }
}

import { draftBrief } from '../src/draft/index.js'
import { readArticle } from '../src/speech/index.js'

/**
 * How long a first draft takes as its article grows, and how many articles a second that makes; each figure is the median of
 * several runs in one warm process. Run it with `npx tsx bench/draft.ts`.
 */
const RUNS = 5
const KILOBYTES = [5, 50, 200, 500, 1000]

const GIVEN = ['Ingrid', 'Tomas', 'Ana', 'Peter', 'Joan', 'Carl', 'Mia', 'Paul']
const FAMILY = [
  'Solheim',
  'Varga',
  'Prieto',
  'Lund',
  'Field',
  'Ostrow',
  'Chen',
  'Amsel',
  'Brandt',
  'Ruiz',
  'Dahl',
]
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

const rows = []
await draft(5)
for (const size of KILOBYTES) rows.push({ size, ...(await measure(size)) })

const [first] = rows
const line = (...cells: (string | number)[]) => cells.map(cell => String(cell).padStart(14)).join('')
const print = (text: string) => process.stdout.write(`${text}\n`)
print(line('KB', 'ms', 'articles/s', 'ms a KB', 'against first', 'quotations'))
for (const { size, ms, quotations } of rows)
  print(
    line(
      size,
      ms.toFixed(1),
      (1000 / ms).toFixed(1),
      (ms / size).toFixed(2),
      `${(ms / size / ((first?.ms ?? 1) / (first?.size ?? 1))).toFixed(2)} ×`,
      quotations,
    ),
  )

async function measure(size: number): Promise<{ ms: number; quotations: number }> {
  const times: number[] = []
  let quotations = 0
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now()
    quotations = await draft(size)
    times.push(performance.now() - start)
  }
  return { ms: times.sort((a, b) => a - b)[RUNS >> 1] ?? 0, quotations }
}

/** Drafts from an article of so many kilobytes, and gives the number of its quotations. */
async function draft(size: number): Promise<number> {
  const article = await readArticle(Buffer.from(articleOf(size * 1000)), 'article.txt', () => {})
  if (!article) throw new Error('no article')
  const { json } = await draftBrief(article, { today: '2025-01-01', date: '2025-02-20' })
  return Array.isArray(json.brief.quotes) ? json.brief.quotes.length : 0
}

/** News of a harbour, as long as is asked for: the people, figures and days change with each paragraph. */
function articleOf(length: number): string {
  const paragraphs = ['Storm closes the old pier of Nordhavn']
  for (let number = 0, written = 0; written < length; number++) {
    const paragraph = paragraphOf(number)
    paragraphs.push(paragraph)
    written += paragraph.length + 2
  }
  return paragraphs.join('\n\n').slice(0, length)
}

function paragraphOf(number: number): string {
  const pick = (list: readonly string[], step: number) => list[(number * step) % list.length] ?? ''
  const [given, family, day] = [pick(GIVEN, 3), pick(FAMILY, 7), pick(DAYS, 2)]
  switch (number % 4) {
    case 0:
      return `The harbour council closed pier ${number} on ${day} after a storm broke its wall, and ${1000 + number} dockers went home. The repair will cost $${number + 2} million, according to the harbour company.`
    case 1:
      return `“We will build a new pier before the summer, and it will hold for ${number} years,” Mayor ${given} ${family} said on ${day}. “Nobody on pier ${number},” the mayor added, “will have to leave the town for it.”`
    case 2:
      return `${given} ${family}, the head of the dockers’ union, rejected the plan. “We were never asked about pier ${number},” ${number % 8 === 2 ? 'he' : 'she'} told reporters. If the wall breaks again, the town could lose its only road to the north.`
    default:
      return `More than ${number % 90}% of the ships wait outside. ${given} ${family} has proposed a law that would let them in at night, and the council is expected to vote on it next month.`
  }
}

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, inRounds } from './rounds.js'

/** The processor time that `check` takes of one command line and of an older one, in turn on the same briefs. */
export interface CheckRow {
  readonly name: string
  readonly words: number
  readonly quotations: number
  readonly now: Figure
  /** Undefined where no older command line is given. */
  readonly before: Figure | undefined
}

const ROUNDS = 7
const SHAPES = [
  { name: 'no texts', articles: 0, words: 0 },
  { name: 'one article', articles: 1, words: 900 },
  { name: 'six articles', articles: 6, words: 900 },
  { name: 'a long report', articles: 1, words: 60_000 },
] as const

/** Measures `check` of a brief with ever more text. `cli` and `older` are paths of `dist/cli.js`. */
export async function measureCheck(cli: string, older: string | undefined): Promise<CheckRow[]> {
  const rows: CheckRow[] = []
  for (const { name, articles, words } of SHAPES) {
    const { folder, quotations } = workspaceOf(articles, words)
    const [now, before] = await inRounds(
      [cli, ...(older === undefined ? [] : [older])].map(path => () => processorTime(path, folder)),
      ROUNDS,
    )
    rmSync(folder, { recursive: true })
    if (now) rows.push({ name, words: articles * words, quotations, now, before })
  }
  return rows
}

/** Says at the end of a process how much processor time it had, in microseconds. */
const TIMES = String.raw`process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeSync(2, '\ncpu ' + (user + system) + '\n')
})`

/** Milliseconds. */
function processorTime(cli: string, cwd: string): number {
  const argv = ['--require', join(cwd, 'times.cjs'), cli, 'check']
  const { stderr } = spawnSync(process.execPath, argv, { cwd, encoding: 'utf8' })
  if (/ error: |rror \[|\n {4}at /.test(stderr)) throw new Error(stderr)
  return Number(/^cpu (\d+)$/m.exec(stderr)?.[1]) / 1000
}

const QUOTED_OF_ARTICLE = 4

function workspaceOf(articles: number, words: number): { folder: string; quotations: number } {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-check-'))
  mkdirSync(join(folder, 'briefs'))
  writeFileSync(join(folder, 'times.cjs'), TIMES)
  const written = Array.from({ length: articles }, (_, index) => newsArticle(words, index))
  for (const [index, { text }] of written.entries()) writeFileSync(join(folder, `briefs/a${index}.txt`), text)
  const quotes = written.flatMap(({ said }, index) =>
    said
      .slice(0, QUOTED_OF_ARTICLE)
      .map(({ words, speaker }) => `  - { text: "${words}", speaker: p${speaker}, source: a${index} }\n`),
  )
  const actors = NAMES.map((name, index) => `  - { id: p${index}, name: ${name} }\n`)
  const sources = written.map(
    (_, index) => `  - { id: a${index}, title: Article, type: article-newspaper, text: a${index}.txt }\n`,
  )
  const lists = [
    `actors:\n${actors.join('')}`,
    ...(quotes.length > 0 ? [`quotes:\n${quotes.join('')}sources:\n${sources.join('')}`] : []),
  ]
  const yaml = `title: Harbour\nas_of: 2025-03-01\nissue: May the harbour close?\n${lists.join('')}audiences: [press]\n`
  writeFileSync(join(folder, 'briefs/harbour.yaml'), yaml)
  return { folder, quotations: quotes.length }
}

const NAMES = ['Nora Quillby', 'Peter Tarrow', 'Irene Vestrin', 'Victor Olmack']
const SUBJECTS =
  'council,harbour,ferry,committee,museum,market,railway,school,library,hospital,theatre,brewery'.split(',')
const VERBS = 'close,rebuild,sell,inspect,support,replace,finance,survey,open,protect,reduce,extend'.split(
  ',',
)
const OBJECTS =
  'old pier,northern quay,lighthouse,fish auction,customs shed,boat yard,sea wall,tram depot,swimming hall,town archive'.split(
    ',',
  )

/** A news article of so many words, of which every third paragraph quotes somebody; the same at each run. */
export function newsArticle(
  length: number,
  seed = 0,
): { text: string; said: readonly { words: string; speaker: number }[] } {
  let number = seed * 7919
  const sentence = () => {
    number += 131
    const at = (list: readonly string[], step: number) => list[Math.floor(number / step) % list.length]
    return `The ${at(SUBJECTS, 1)} will ${at(VERBS, 12)} the ${at(OBJECTS, 144)} and ${at(VERBS, 5)} its ${at(OBJECTS, 7)} in ${1900 + (number % 97)}`
  }
  const said: { words: string; speaker: number }[] = []
  const paragraphs = ['Harbour to be rebuilt']
  for (let count = 0; count < length; ) {
    const at = paragraphs.length
    const [one, two] = [sentence(), sentence()]
    if (at % 3 === 0) {
      const speaker = said.length % NAMES.length
      said.push({ words: one, speaker })
      paragraphs.push(`“${one},” ${NAMES[speaker]} said. “${two}.”`)
    } else paragraphs.push(`${one}. ${two}.`)
    count += paragraphs.at(-1)?.split(' ').length ?? 0
  }
  return { text: `${paragraphs.join('\n\n')}\n`, said }
}

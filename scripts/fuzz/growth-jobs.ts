import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkBriefs, draftBrief, Findings, inspectEdition, readArticle } from '../../src/index.js'
import { PATHOLOGICAL_PAGES, PATHOLOGICAL_TEXTS } from './pathological-texts.js'

/** What is done with a text: drafted from, or checked as the text of a source or as prose of a brief, or made markup. */
export const GROWTH_RUNS = [
  'draft',
  'draft md',
  'draft html',
  'source',
  'source html',
  'prose',
  'markup',
] as const
export type GrowthRun = (typeof GROWTH_RUNS)[number]

export interface GrowthJob {
  readonly kind: string
  readonly run: GrowthRun
  readonly size: number
}

export function kindsOf(run: GrowthRun): string[] {
  return Object.keys(run.endsWith('html') ? PATHOLOGICAL_PAGES : PATHOLOGICAL_TEXTS)
}

/** Does with a text of a kind and size what a user would; faults are thrown. */
export async function runGrowthJob({ kind, run, size }: GrowthJob): Promise<void> {
  const text = (run.endsWith('html') ? PATHOLOGICAL_PAGES : PATHOLOGICAL_TEXTS)[kind]?.(size) ?? ''
  if (run === 'draft') await draftFrom(`${LEAD}${text}`, 'article.txt')
  else if (run === 'draft md') await draftFrom(`${LEAD}${text}`, 'article.md')
  else if (run === 'draft html') await draftFrom(text, 'article.html')
  else await checkIn(run, text)
}

const LEAD = '“We will raise the dam,” said Ann Moe, the mayor, on Monday in the town.\n\n'

async function draftFrom(text: string, path: string): Promise<void> {
  const article = await readArticle(Buffer.from(text), path, new Findings().report, { lang: 'en' })
  if (article) await draftBrief(article, { today: '2025-03-10' })
}

async function checkIn(run: GrowthRun, text: string): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'briefwright-growth-'))
  const source = run === 'source html' ? 'source.html' : 'source.txt'
  const isSource = run.startsWith('source')
  try {
    mkdirSync(join(cwd, 'briefs'))
    writeFileSync(join(cwd, 'briefs', source), isSource ? `${LEAD}${text}` : LEAD)
    const prose = isSource ? 'A dam “we will raise the dam” and “words that are not there”.' : text
    const lines = [
      'title: The dam',
      'as_of: 2025-03-10',
      `background: ${JSON.stringify(prose)}`,
      'quotes: [{text: We will raise the dam, speaker: moe, source: s}, {text: We never will go there, speaker: moe, source: s}]',
      'actors: [{id: moe, name: Ann Moe}]',
      `sources: [{id: s, type: article, title: Courier, text: ${source}}]`,
    ]
    writeFileSync(join(cwd, 'briefs', 'dam.yaml'), `${lines.join('\n')}\n`)
    if (run === 'markup')
      await inspectEdition({ cwd, brief: 'briefs/dam.yaml', audience: 'decision', stage: 'blocks' })
    else await checkBriefs({ cwd, briefs: [], updateLock: false })
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

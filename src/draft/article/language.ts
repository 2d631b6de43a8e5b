import type { Report } from '../../diagnostics/index.js'
import type { Article } from './article.js'

/** Letters that it takes to tell one language from another, and characters that are read at most. */
const ENOUGH = 200
const SAMPLE = 20_000

/** Characters that the library reads of a text; what it says of a few weighs little. */
const PIECE = 2000

/** Sees to it that an article is English, as the rules of drafting are; false where it is another language. */
export async function checkLanguage(article: Article, report: Report): Promise<boolean> {
  const sample = proseOf(article)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < ENOUGH) return true
  const { francAll } = await import('franc-min')
  const totals = new Map<string, number>()
  for (let at = 0; at < sample.length; at += PIECE) {
    const piece = sample.slice(at, at + PIECE)
    for (const [language, score] of francAll(piece))
      totals.set(language, (totals.get(language) ?? 0) + score * piece.length)
  }
  const [best] = [...totals].sort(([, a], [, b]) => b - a)
  if (!best || best[0] === 'und' || (totals.get('eng') ?? 0) >= best[1] * CLOSE) return true
  const range = article.paragraphs.find((_, at) => isPart(article, at)) ?? { start: 0, end: 0 }
  report(
    'article-not-english',
    { file: article.file, range: { start: range.start, end: Math.min(range.end, range.start + 80) } },
    `the article is in ${nameOf(best[0])}, and only English can be drafted from`,
    'begin the brief with `new` and write it by hand, or draft it from a translation',
  )
  return false
}

/** A share of the best score with which English is still believed: names of one country are no language. */
const CLOSE = 0.9

function proseOf(article: Article): string {
  let text = ''
  for (const [at, { start, end }] of article.paragraphs.entries()) {
    if (text.length >= SAMPLE) break
    if (isPart(article, at)) text += `${article.file.text.slice(start, Math.min(end, start + SAMPLE))}\n`
  }
  return text.slice(0, SAMPLE)
}

function isPart({ headings, asides }: Article, paragraph: number): boolean {
  return !headings.has(paragraph) && !asides.has(paragraph)
}

function nameOf(code: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code)
  return name ?? `another language (\`${code}\`)`
}

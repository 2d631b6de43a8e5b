import type { Report } from '../../diagnostics/index.js'
import type { Article } from './article.js'

/** Letters that it takes to tell one language from another, and characters that are read at most. */
const MIN_LETTERS = 200
const MAX_SAMPLE = 20_000

/** Characters that the library reads of a text; what it says of a few weighs little. */
const CHUNK = 2000

/** Whether an article is in English, the language of the rules of drafting; another one is a finding. */
export async function checkLanguage(article: Article, report: Report): Promise<boolean> {
  const sample = sampleText(article)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return true
  const { francAll } = await import('franc-min')
  const totals = new Map<string, number>()
  for (let at = 0; at < sample.length; at += CHUNK) {
    const piece = sample.slice(at, at + CHUNK)
    for (const [language, score] of francAll(piece))
      totals.set(language, (totals.get(language) ?? 0) + score * piece.length)
  }
  const [best] = [...totals].sort(([, a], [, b]) => b - a)
  if (!best || best[0] === 'und' || (totals.get('eng') ?? 0) >= best[1] * MIN_SCORE_RATIO) return true
  const range = article.paragraphs.find((_, at) => isArticleText(article, at)) ?? { start: 0, end: 0 }
  report(
    'article-not-english',
    { file: article.file, range: { start: range.start, end: Math.min(range.end, range.start + 80) } },
    `the article is in ${languageName(best[0])}, and only English can be drafted from`,
    'begin the brief with `new` and write it by hand, or draft it from a translation',
  )
  return false
}

/** The share of the best score from which a text is taken for English: names may be of another language. */
const MIN_SCORE_RATIO = 0.9

function sampleText(article: Article): string {
  let text = ''
  for (const [at, { start, end }] of article.paragraphs.entries()) {
    if (text.length >= MAX_SAMPLE) break
    if (isArticleText(article, at))
      text += `${article.file.text.slice(start, Math.min(end, start + MAX_SAMPLE))}\n`
  }
  return text.slice(0, MAX_SAMPLE)
}

function isArticleText({ headings, boilerplate }: Article, paragraph: number): boolean {
  return !headings.has(paragraph) && !boilerplate.has(paragraph)
}

function languageName(code: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code)
  return name ?? `another language (\`${code}\`)`
}

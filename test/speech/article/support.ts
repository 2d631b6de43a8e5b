import { type Diagnostic, Findings } from '../../../src/diagnostics/index.js'
import type { Article } from '../../../src/speech/article/article.js'
import { readArticle } from '../../../src/speech/article/read-article.js'

export interface Outcome {
  readonly article: Article | undefined
  readonly findings: readonly Diagnostic[]
  /** Line, column and code of each finding: `1:1 article-empty`. */
  readonly found: readonly string[]
}

export async function read(
  content: string | Uint8Array,
  path = 'article.txt',
  lang?: string,
): Promise<Outcome> {
  const findings = new Findings()
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const article = await readArticle(bytes, path, findings.report, { lang })
  const found = findings.all.map(({ code, place }) => {
    const { line, column } = place.file.position(place.range.start)
    return `${line}:${column} ${code}`
  })
  return { article, findings: findings.all, found }
}

/** Reads an article that has nothing wrong with it, in English however short it is. */
export async function readSound(content: string | Uint8Array, path?: string): Promise<Article> {
  const { article, found } = await read(content, path, 'en')
  if (!article || found.length > 0) throw new Error(`unexpected: ${found.join(', ')}`)
  return article
}

/** The paragraphs as texts, each with what it is: `# ` before a heading, `- ` before what is no part of the article. */
export function outline({ file, paragraphs, headings, boilerplate }: Article): string[] {
  return paragraphs.map(({ start, end }, at) => {
    const mark = headings.has(at) ? '# ' : boilerplate.has(at) ? '- ' : ''
    return mark + file.text.slice(start, end)
  })
}

/** What an article states, without its text. */
export function stated({ title, author, publisher, issued, url }: Article) {
  return { title, author, publisher, issued, url }
}

/** A paragraph that nobody takes for anything else. */
export const PROSE =
  'The council of Ellby voted on Monday to keep the old bridge closed, and asked its engineers for a new report.'

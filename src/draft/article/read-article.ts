import { reportTooLarge } from '../../brief/index.js'
import { type Report, SourceFile } from '../../diagnostics/index.js'
import { paragraphsOf } from '../../evidence/index.js'
import type { Article, ArticleFormat, Reading } from './article.js'
import { aboutAuthors, asidesAmong } from './asides.js'
import { decodeArticle } from './decode.js'
import { formatOf } from './format.js'
import { headingsAmong } from './headings.js'
import { readHtml } from './html/read-html.js'
import { checkLanguage } from './language.js'
import { readMarkdown } from './markdown.js'
import { passageOf } from './passage.js'
import { firstStated } from './stated.js'
import { statedInLines } from './stated-in-lines.js'
import { titleAmong, titleOf } from './title.js'

/** Bytes that an article may have: a hundred times a long one, so that pages with their scripts still pass. */
export const ARTICLE_LIMIT = 2 * 1024 * 1024

/** Reads an article of the press, saved as text, Markdown or a web page; what cannot be drafted from is a finding. */
export async function readArticle(
  bytes: Uint8Array,
  path: string,
  report: Report,
): Promise<Article | undefined> {
  if (bytes.length > ARTICLE_LIMIT) {
    reportTooLarge(path, bytes.length, ARTICLE_LIMIT, report)
    return undefined
  }
  const source = decodeArticle(bytes, path, report)
  if (!source) return undefined
  const format = formatOf(source)
  const article = articleOf(format, await READERS[format](source))
  if (/[\p{L}\p{N}]/u.test(article.file.text))
    return (await checkLanguage(article, report)) ? article : undefined
  const place = { file: new SourceFile(path, ''), range: { start: 0, end: 0 } }
  report('article-empty', place, `there is no text in \`${path}\``, EMPTY_HINTS[format])
  return undefined
}

const READERS: Readonly<Record<ArticleFormat, (file: SourceFile) => Reading | Promise<Reading>>> = {
  text: file => ({ file, stated: {} }),
  markdown: readMarkdown,
  html: readHtml,
}

const EMPTY_HINTS: Readonly<Record<ArticleFormat, string>> = {
  text: 'check that this is the file you mean',
  markdown: 'check that this is the file you mean',
  html: 'copy the article into a text file, if its page is written by scripts',
}

function articleOf(format: ArticleFormat, { file, blocks, stated }: Reading): Article {
  const paragraphs = paragraphsOf(file.text)
  const passages = paragraphs.map(range => passageOf(file.text.slice(range.start, range.end)))
  const marked = (kind: string) => blocks?.flatMap((block, at) => (block.kind === kind ? [at] : [])) ?? []
  const asides = new Set([...marked('aside'), ...asidesAmong(passages)])
  const titleAt = titleAmong(passages, asides, stated.title, new Set(marked('heading')))
  const title = titleAt === undefined ? undefined : titleOf(passages[titleAt])
  const told = firstStated(stated, statedInLines(passages, titleAt), { title })
  for (const at of aboutAuthors(passages, told.author ?? [])) asides.add(at)
  const headings = blocks ? new Set(marked('heading')) : headingsAmong(passages, asides)
  if (titleAt !== undefined) headings.add(titleAt)
  for (const aside of asides) if (aside !== titleAt) headings.delete(aside)
  return { format, file, paragraphs, headings, asides, ...told }
}

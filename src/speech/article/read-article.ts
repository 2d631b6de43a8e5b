import { reportTooLarge } from '../../brief/index.js'
import { type Report, SourceFile } from '../../diagnostics/index.js'
import { paragraphsOf } from '../text/paragraphs.js'
import type { Article, ArticleFormat, ParsedArticle } from './article.js'
import { checkLanguage } from './check-language.js'
import { readHtml } from './formats/html/read-html.js'
import { readMarkdown } from './formats/markdown.js'
import { decodeArticle } from './input/decode.js'
import { detectFormat } from './input/detect-format.js'
import type { BinaryFormat } from './input/not-text.js'
import { mergeMetadata } from './metadata/metadata.js'
import { metadataInLines } from './metadata/metadata-in-lines.js'
import { paragraphText } from './paragraph-text.js'
import { findAuthorBios, findBoilerplate } from './structure/boilerplate.js'
import { findHeadings } from './structure/headings.js'
import { findTitle, titleText } from './structure/title.js'

/** Bytes that an article may have: a hundred times a long one, so that pages with their scripts still pass. */
export const ARTICLE_LIMIT = 2 * 1024 * 1024

/**
 * Reads a news article that was saved as text, Markdown or a web page; one that cannot be drafted from is a finding. `lang` is
 * its language (BCP 47), where somebody knows it.
 */
export async function readArticle(
  bytes: Uint8Array,
  path: string,
  report: Report,
  { lang }: { readonly lang?: string | undefined } = {},
): Promise<Article | undefined> {
  if (bytes.length > ARTICLE_LIMIT) {
    reportTooLarge(path, bytes.length, ARTICLE_LIMIT, report)
    return undefined
  }
  const source = decodeArticle(bytes, path, report)
  if (!source) return undefined
  const format = detectFormat(source)
  const article = articleOf(format, await PARSERS[format](source))
  if (/[\p{L}\p{N}]/u.test(article.file.text))
    return (await checkLanguage(article, lang, report)) ? article : undefined
  const place = { file: new SourceFile(path, ''), range: { start: 0, end: 0 } }
  report('article-empty', place, `there is no text in \`${path}\``, EMPTY_HINTS[format])
  return undefined
}

/**
 * Reads the text of a document as articles are read: of a web page and of Markdown the blocks that a reader sees, of a text all that it
 * holds. What is no text is for the caller to refuse.
 */
export async function readDocumentText(
  bytes: Uint8Array,
  path: string,
  report: Report,
  refuse: (kind: BinaryFormat) => void,
): Promise<{ readonly file: SourceFile; readonly blockQuotations: ReadonlySet<number> } | undefined> {
  const source = decodeArticle(bytes, path, report, refuse)
  if (!source) return undefined
  const { file, blocks } = await PARSERS[detectFormat(source)](source)
  const quoted = blocks?.flatMap(({ kind }, at) => (kind === 'quotation' ? [at] : [])) ?? []
  return { file, blockQuotations: new Set(quoted) }
}

const PARSERS: Readonly<Record<ArticleFormat, (file: SourceFile) => ParsedArticle | Promise<ParsedArticle>>> =
  {
    text: file => ({ file, metadata: {} }),
    markdown: readMarkdown,
    html: readHtml,
  }

const EMPTY_HINTS: Readonly<Record<ArticleFormat, string>> = {
  text: 'check that this is the file you mean',
  markdown: 'check that this is the file you mean',
  html: 'copy the article into a text file, if its page is written by scripts',
}

function articleOf(format: ArticleFormat, { file, blocks, metadata }: ParsedArticle): Article {
  const paragraphs = paragraphsOf(file.text)
  const passages = paragraphs.map(range => paragraphText(file.text.slice(range.start, range.end)))
  const marked = (kind: string) => blocks?.flatMap((block, at) => (block.kind === kind ? [at] : [])) ?? []
  const asides = new Set([...marked('aside'), ...findBoilerplate(passages)])
  const titleAt = findTitle(passages, asides, metadata.title, new Set(marked('heading')))
  const title = titleAt === undefined ? undefined : titleText(passages[titleAt])
  const told = mergeMetadata(metadata, metadataInLines(passages, titleAt), { title })
  for (const at of findAuthorBios(passages, told.author ?? [])) asides.add(at)
  const headings = blocks ? new Set(marked('heading')) : findHeadings(passages, asides)
  if (titleAt !== undefined) headings.add(titleAt)
  for (const aside of asides) if (aside !== titleAt) headings.delete(aside)
  const blockQuotations = new Set(marked('quotation'))
  const listItems = new Set(marked('item'))
  return { format, file, paragraphs, headings, blockQuotations, listItems, boilerplate: asides, ...told }
}

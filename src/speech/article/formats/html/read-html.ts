import type { SourceFile } from '../../../../diagnostics/index.js'
import type { ArticleBlock, ParsedArticle } from '../../article.js'
import { mergeMetadata } from '../../metadata/metadata.js'
import { fileOfBlocks } from '../blocks.js'
import { ELEMENT_NODE, type Page, type PageElement, type PageNode, walkPage } from './dom.js'
import { htmlBlocks } from './html-blocks.js'
import { pageMetadata } from './page-metadata.js'
import { prunePage } from './prune-page.js'

/** Tags and entities of a page, and its depth, beyond which its article is not looked for: the largest news pages have a quarter of them. */
const MAX_TAGS_AND_ENTITIES = 40_000
const MAX_TREE_DEPTH = 100

/** Reads a web page that was saved: its article without what the site puts around it, and what its head says. */
export async function readHtml(file: SourceFile): Promise<ParsedArticle> {
  const page = await parse(file.text.replace(LONG_WHITE_SPACE, ' '))
  if (!page) return parsedArticle(file, await blocksByTags(file), {})
  // linkedom makes one as soon as it is asked for.
  const hasBody = page.querySelector('body') !== null
  const stated = pageMetadata(page)
  prunePage(page)
  // What was pruned may have been the root: `<script><html>`.
  const root = page.documentElement && contentRoot(page)
  const plain = root ? htmlBlocks(root) : []
  if (plain.length === 0) return parsedArticle(file, await blocksByTags(file), stated)
  const article = (await articleIn(page, plain)) ?? (hasBody ? plain : [])
  return parsedArticle(file, withHeadline(article, plain, stated.title), stated)
}

/** Space that no article has, and that Readability takes quadratic time for. */
const LONG_WHITE_SPACE = /(?:\s|&(?:nbsp|ensp|emsp|#0*(?:9|10|13|32|160)|#x0*(?:9|a|d|20|a0));?){20,}/gi

async function blocksByTags(file: SourceFile): Promise<readonly ArticleBlock[]> {
  const { blocksFromTags } = await import('./blocks-from-tags.js')
  return blocksFromTags(file.text)
}

function parsedArticle(
  file: SourceFile,
  blocks: readonly ArticleBlock[],
  stated: ParsedArticle['metadata'],
): ParsedArticle {
  return { file: fileOfBlocks(file.path, blocks), blocks, metadata: mergeMetadata(stated) }
}

async function parse(html: string): Promise<Page | undefined> {
  if (countOf(html, '<') + countOf(html, '&') > MAX_TAGS_AND_ENTITIES) return undefined
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML(
    /<body[\s>]/i.test(html) && /<html[\s>]/i.test(html) ? html : withRootElements(html),
  ) as { document: Page }
  return document.documentElement && depthOf(document.documentElement) <= MAX_TREE_DEPTH
    ? document
    : undefined
}

/** linkedom makes neither of the elements that a page may leave out. */
function withRootElements(html: string): string {
  const [, head = '', body = html] = /^([\s\S]*?<\/head\s*>)([\s\S]*)$/i.exec(html) ?? []
  const inside = (part: string) => part.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '')
  return `<!doctype html><html><head>${inside(head)}</head><body>${inside(body)}</body></html>`
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++
  return count
}

function depthOf(root: PageNode): number {
  let depth = 0
  let deepest = 0
  walkPage(
    root,
    node => {
      if (node.nodeType === ELEMENT_NODE) deepest = Math.max(deepest, ++depth)
      return true
    },
    node => {
      if (node.nodeType === ELEMENT_NODE) depth--
    },
  )
  return deepest
}

/** The element of an article, by its markup alone. */
function contentRoot(page: Page): PageElement | null {
  const articles = [...page.querySelectorAll('article')].filter(
    one => !one.parentNode || !(one.parentNode as PageElement).closest('article'),
  )
  const [only] = articles
  if (only && articles.length === 1) return only
  return page.querySelector('main') ?? page.querySelector('[role=main]') ?? page.body ?? page.documentElement
}

/**
 * What Readability takes for the article, unless it loses most of it, as it does with short ones; undefined for a page that
 * it cannot take apart.
 */
async function articleIn(
  page: Page,
  plain: readonly ArticleBlock[],
): Promise<readonly ArticleBlock[] | undefined> {
  // Of what was CommonJS, a bundle gives all as the default.
  const { default: readability } = await import('@mozilla/readability')
  const reader = new readability.Readability<PageNode>(page as never, {
    serializer: node => node as unknown as PageNode,
    disableJSONLD: true,
  })
  let blocks: readonly ArticleBlock[]
  try {
    const found = reader.parse()
    blocks = found?.content ? htmlBlocks(found.content) : []
  } catch {
    return undefined
  }
  return textLength(blocks) >= textLength(plain) * MIN_KEPT_SHARE || textLength(blocks) > LONG_ARTICLE
    ? blocks
    : plain
}

/** Letters with which an article is no longer short, and the share of a page that is kept of one that is. */
const LONG_ARTICLE = 1500
const MIN_KEPT_SHARE = 0.6

function textLength(blocks: readonly ArticleBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

/** Puts back the headline, which Readability takes for the title of the page and leaves out. */
function withHeadline(
  blocks: readonly ArticleBlock[],
  plain: readonly ArticleBlock[],
  title: string | undefined,
): readonly ArticleBlock[] {
  const headline = plain.find(({ kind, text }) => kind === 'heading' && text === title)
  return !headline || blocks.length === 0 || blocks.some(({ text }) => text === title)
    ? blocks
    : [headline, ...blocks]
}

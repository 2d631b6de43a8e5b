import type { SourceFile } from '../../../diagnostics/index.js'
import type { Block, Reading } from '../article.js'
import { textOf } from '../block.js'
import { firstStated } from '../stated.js'
import { blocksOf } from './blocks-of.js'
import { ELEMENT, type Page, type PageElement, type PageNode, walk } from './dom.js'
import { statedInPage } from './metadata.js'
import { prune } from './prune.js'

/** Tags and entities of a page, and its depth, beyond which its article is not looked for: the largest news pages have a quarter of them. */
const MOST_MARKS = 40_000
const DEEPEST = 100

/** Reads a web page that was saved: its article without what the site puts around it, and what its head says. */
export async function readHtml(file: SourceFile): Promise<Reading> {
  const page = await parse(file.text.replace(LONG_SPACE, ' '))
  if (!page) return reading(file, await stripped(file), {})
  const stated = statedInPage(page)
  prune(page)
  // What was pruned may have been the root: `<script><html>`.
  const root = page.documentElement && rootOf(page)
  const plain = root ? blocksOf(root) : []
  if (plain.length === 0) return reading(file, await stripped(file), stated)
  return reading(file, withHeadline(await articleIn(page, plain), plain, stated.title), stated)
}

/** Space that no article has, and that Readability takes quadratic time for. */
const LONG_SPACE = /(?:\s|&(?:nbsp|ensp|emsp|#0*(?:9|10|13|32|160)|#x0*(?:9|a|d|20|a0));?){20,}/gi

async function stripped(file: SourceFile): Promise<readonly Block[]> {
  const { stripTags } = await import('./strip-tags.js')
  return stripTags(file.text)
}

function reading(file: SourceFile, blocks: readonly Block[], stated: Reading['stated']): Reading {
  return { file: textOf(file.path, blocks), blocks, stated: firstStated(stated) }
}

async function parse(html: string): Promise<Page | undefined> {
  if (countOf(html, '<') + countOf(html, '&') > MOST_MARKS) return undefined
  const { parseHTML } = await import('linkedom')
  const { document } = parseHTML(
    /<body[\s>]/i.test(html) && /<html[\s>]/i.test(html) ? html : framed(html),
  ) as { document: Page }
  return document.documentElement && depthOf(document.documentElement) <= DEEPEST ? document : undefined
}

/** linkedom makes neither of the elements that a page may leave out. */
function framed(html: string): string {
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
  walk(
    root,
    node => {
      if (node.nodeType === ELEMENT) deepest = Math.max(deepest, ++depth)
      return true
    },
    node => {
      if (node.nodeType === ELEMENT) depth--
    },
  )
  return deepest
}

/** Where an article stands by its markup alone. */
function rootOf(page: Page): PageElement | null {
  const articles = [...page.querySelectorAll('article')].filter(
    one => !one.parentNode || !(one.parentNode as PageElement).closest('article'),
  )
  const [only] = articles
  if (only && articles.length === 1) return only
  return page.querySelector('main') ?? page.querySelector('[role=main]') ?? page.body ?? page.documentElement
}

/** What Readability takes for the article, unless it loses most of it, as it does with short ones. */
async function articleIn(page: Page, plain: readonly Block[]): Promise<readonly Block[]> {
  // Of what was CommonJS, a bundle gives all as the default.
  const { default: readability } = await import('@mozilla/readability')
  const found = new readability.Readability<PageNode>(page as never, {
    serializer: node => node as unknown as PageNode,
    disableJSONLD: true,
  }).parse()
  const blocks = found?.content ? blocksOf(found.content) : []
  return lettersIn(blocks) >= lettersIn(plain) * LEAST_SHARE || lettersIn(blocks) > LONG ? blocks : plain
}

/** Letters with which an article is no longer short, and the share of a page that is kept of one that is. */
const LONG = 1500
const LEAST_SHARE = 0.6

function lettersIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0)
}

/** Puts back the headline, which Readability takes for the title of the page and leaves out. */
function withHeadline(
  blocks: readonly Block[],
  plain: readonly Block[],
  title: string | undefined,
): readonly Block[] {
  const headline = plain.find(({ kind, text }) => kind === 'heading' && text === title)
  return !headline || blocks.some(({ text }) => text === title) ? blocks : [headline, ...blocks]
}

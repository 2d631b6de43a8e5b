import type MarkdownIt from 'markdown-it'
import type { SourceFile } from '../../../diagnostics/index.js'
import type { ArticleBlock, ParsedArticle } from '../article.js'
import { mergeMetadata } from '../metadata/metadata.js'
import { collapseWhiteSpace, fileOfBlocks, hasVisibleText } from './blocks.js'
import { readFrontMatter } from './front-matter.js'

/** Reads an article in Markdown, with the metadata of its front matter. */
export async function readMarkdown(file: SourceFile): Promise<ParsedArticle> {
  const { default: Parser } = await import('markdown-it')
  const { stated, bodyStart } = readFrontMatter(file)
  const parser = new Parser('commonmark', { html: true }).enable('table')
  const body = file.text.slice(bodyStart)
  const blocks = markdownBlocks(parser.parse(BLANK_LINE.test(body) ? body : withBlankLines(body), {})).filter(
    hasVisibleText,
  )
  return { file: fileOfBlocks(file.path, blocks), blocks, metadata: mergeMetadata(stated) }
}

/** An empty line between two others. */
const BLANK_LINE = /\S[^\S\n]*\r?\n[^\S\n]*\r?\n\s*\S/

/** What is copied from a web page has a paragraph on each line, for Markdown as for citations. */
function withBlankLines(body: string): string {
  return body.replace(/\r\n?|\n/g, '\n\n')
}

type MarkdownToken = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

function markdownBlocks(tokens: readonly MarkdownToken[]): ArticleBlock[] {
  const blocks: ArticleBlock[] = []
  let row: string[] | undefined
  let quotations = 0
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'blockquote_open') quotations++
    else if (token.type === 'blockquote_close') quotations--
    else if (token.type === 'tr_open') row = []
    else if (token.type === 'tr_close') {
      blocks.push({ kind: 'prose', text: collapseWhiteSpace(row?.join(' ') ?? '') })
      row = undefined
    } else if (token.type === 'inline') {
      const block = inlineBlock(token, tokens[at - 1]?.type === 'heading_open')
      if (row) row.push(block.text)
      else blocks.push(quotations > 0 && block.kind === 'prose' ? { ...block, kind: 'quotation' } : block)
    } else if (token.type === 'fence' || token.type === 'code_block')
      blocks.push({ kind: 'prose', text: collapseWhiteSpace(token.content) })
    else if (token.type === 'html_block')
      blocks.push({ kind: 'prose', text: collapseWhiteSpace(withoutTags(token.content)) })
  }
  return blocks
}

/** A footnote is no part of the text, but may say where the article is from. */
function inlineBlock(token: MarkdownToken, heading: boolean): ArticleBlock {
  const text = (token.children ?? []).map(plainTextOf).join('')
  const note = /^\[\^[^\]\s]+\]:/.test(text)
  const bare = collapseWhiteSpace(text.replace(/\[\^[^\]\s]{1,100}\]:?/g, ''))
  return { kind: note ? 'aside' : heading ? 'heading' : 'prose', text: bare }
}

function plainTextOf(token: MarkdownToken): string {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return ' '
    case 'html_inline':
      return /^<br\b/i.test(token.content) ? ' ' : ''
    case 'image':
      return ''
    default:
      return token.content
  }
}

function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|iframe|svg|form|nav)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<[^<>]*>/g, ' ')
}

import type MarkdownIt from 'markdown-it'
import type { SourceFile } from '../../diagnostics/index.js'
import type { Block, Reading } from './article.js'
import { collapsed, isVisible, textOf } from './block.js'
import { readFrontMatter } from './front-matter.js'
import { firstStated } from './stated.js'

/** Reads an article that is kept as Markdown, with what its front matter says of it. */
export async function readMarkdown(file: SourceFile): Promise<Reading> {
  const { default: Parser } = await import('markdown-it')
  const { stated, bodyStart } = readFrontMatter(file)
  const parser = new Parser('commonmark', { html: true }).enable('table')
  const body = file.text.slice(bodyStart)
  const blocks = blocksOf(parser.parse(MARKS.test(body) ? body : withParagraphs(body), {})).filter(isVisible)
  return { file: textOf(file.path, blocks), blocks, stated: firstStated(stated) }
}

/** An empty line between two others. */
const MARKS = /\S[^\S\n]*\r?\n[^\S\n]*\r?\n\s*\S/

/** What is copied from a web page has a paragraph on each line, for Markdown as for citations. */
function withParagraphs(body: string): string {
  return body.replace(/\r\n?|\n/g, '\n\n')
}

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

function blocksOf(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = []
  let row: string[] | undefined
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'tr_open') row = []
    else if (token.type === 'tr_close') {
      blocks.push({ kind: 'prose', text: collapsed(row?.join(' ') ?? '') })
      row = undefined
    } else if (token.type === 'inline') {
      const block = inlineBlock(token, tokens[at - 1]?.type === 'heading_open')
      if (row) row.push(block.text)
      else blocks.push(block)
    } else if (token.type === 'fence' || token.type === 'code_block')
      blocks.push({ kind: 'prose', text: collapsed(token.content) })
    else if (token.type === 'html_block')
      blocks.push({ kind: 'prose', text: collapsed(withoutTags(token.content)) })
  }
  return blocks
}

/** A footnote is no part of the text, but may say where the article is from. */
function inlineBlock(token: Token, heading: boolean): Block {
  const text = (token.children ?? []).map(written).join('')
  const note = /^\[\^[^\]\s]+\]:/.test(text)
  const bare = collapsed(text.replace(/\[\^[^\]\s]{1,100}\]:?/g, ''))
  return { kind: note ? 'aside' : heading ? 'heading' : 'prose', text: bare }
}

function written(token: Token): string {
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

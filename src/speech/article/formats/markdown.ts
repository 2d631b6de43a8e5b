import type MarkdownIt from 'markdown-it'
import type { SourceFile } from '../../../diagnostics/index.js'
import type { ArticleBlock, ParsedArticle } from '../article.js'
import { mergeMetadata } from '../metadata/metadata.js'
import { collapseWhiteSpace, fileOfBlocks, hasVisibleText, raisedText } from './blocks.js'
import { readFrontMatter } from './front-matter.js'

/** Reads an article in Markdown, with the metadata of its front matter. */
export async function readMarkdown(file: SourceFile): Promise<ParsedArticle> {
  const { default: Parser } = await import('markdown-it')
  const { stated, bodyStart } = readFrontMatter(file)
  const parser = new Parser('commonmark', { html: true }).enable('table')
  const body = file.text.slice(bodyStart)
  const marked = (BLANK_LINE.test(body) ? body : withBlankLines(body)).replace(NOTE_REFERENCE, '')
  const fromHtml = /<[a-z]/i.test(body) ? await import('./html/blocks-from-tags.js') : undefined
  const blocks = markdownBlocks(
    parser.parse(marked, {}),
    html => fromHtml?.blocksFromTags(html) ?? [],
  ).filter(hasVisibleText)
  return { file: fileOfBlocks(file.path, blocks), blocks, metadata: mergeMetadata(stated) }
}

/** An empty line between two others. */
const BLANK_LINE = /\S[^\S\n]*\r?\n[^\S\n]*\r?\n\s*\S/

/** What is copied from a web page has a paragraph on each line, for Markdown as for citations. */
function withBlankLines(body: string): string {
  return body.replace(/\r\n?|\n/g, '\n\n')
}

type MarkdownToken = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

/** The mark of a note in a text, which the address in a note would make a link of. */
const NOTE_REFERENCE = /(?<!^)\[\^[^\]\s]{1,100}\](?!:)/gm

function markdownBlocks(
  tokens: readonly MarkdownToken[],
  htmlBlocksOf: (html: string) => readonly ArticleBlock[],
): ArticleBlock[] {
  const blocks: ArticleBlock[] = []
  let row: string[] | undefined
  let quotations = 0
  let items = 0
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'blockquote_open') quotations++
    else if (token.type === 'blockquote_close') quotations--
    else if (token.type === 'list_item_open') items++
    else if (token.type === 'list_item_close') items--
    else if (token.type === 'tr_open') row = []
    else if (token.type === 'tr_close') {
      blocks.push({ kind: 'prose', text: collapseWhiteSpace(row?.join(' ') ?? '') })
      row = undefined
    } else if (token.type === 'inline') {
      const block = inlineBlock(token, tokens[at - 1]?.type === 'heading_open')
      if (row) row.push(block.text)
      else if (block.kind === 'prose' && quotations > 0) blocks.push({ ...block, kind: 'quotation' })
      else blocks.push(block.kind === 'prose' && items > 0 ? { ...block, kind: 'item' } : block)
    } else if (token.type === 'fence' || token.type === 'code_block')
      blocks.push({ kind: 'prose', text: collapseWhiteSpace(token.content) })
    else if (token.type === 'html_block') blocks.push(...htmlBlocksOf(withoutComments(token.content)))
  }
  return blocks
}

/** A footnote is no part of the text, but may say where the article is from. */
function inlineBlock(token: MarkdownToken, heading: boolean): ArticleBlock {
  const text = plainTextOf(token.children ?? [])
  const note = /^\[\^[^\]\s]+\]:/.test(text)
  const lines = text.replace(/\[\^[^\]\s]{1,100}\]:?/g, '').split('\n')
  const bare = lines.map(collapseWhiteSpace).join('\n')
  return { kind: note ? 'aside' : heading ? 'heading' : 'prose', text: bare }
}

/** A hyphen at a line's end may belong to the word or not, which only the line end shows. */
const WORD_BROKEN = /[\p{L}\p{N}]-$/u

function plainTextOf(tokens: readonly MarkdownToken[]): string {
  let text = ''
  let raised: number | undefined
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += WORD_BROKEN.test(text) ? '\n' : ' '
    else if (token.type === 'html_inline') {
      if (/^<br\b/i.test(token.content)) text += ' '
      if (/^<sup\b/i.test(token.content)) raised = text.length
      if (/^<\/sup\b/i.test(token.content) && raised !== undefined) {
        text = text.slice(0, raised) + raisedText(text.slice(raised))
        raised = undefined
      }
    } else if (token.type !== 'image') text += token.content
  }
  return text
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
}

import {
  type ProseBlock,
  type ProseParagraph,
  parseProseBlocks,
  proseParagraphText,
} from '../../brief/index.js'
import { escapeHtml } from '../../diagnostics/index.js'
import { fieldAt, type ProseText } from '../../edition/index.js'
import { SafeHtml } from '../html/safe-html.js'
import { reportMissingContent } from './placeholders.js'
import { inlineWords, type PlainTextContext, removeControls } from './print-inline.js'
import { portionMarkBefore, type RenderContext } from './print-text.js'
import { type BlockOptions, ProsePrinter } from './prose-printer.js'
import { reportBlocksInLine } from './report-blocks-in-line.js'

/** Prints prose as inline content: its paragraphs are joined by a space, and so are other blocks, which is reported. */
export function proseHtml(text: ProseText, context: RenderContext): SafeHtml {
  reportMissingContent(text, context.report)
  const blocks = blocksOf(text)
  reportBlocksInLine(text, blocks, context)
  const printed = new ProsePrinter(text, blocks, context).inLine()
  const html = printed.map(each => each.html).join(' ')
  if (html === '') noteEmpty(text, context)
  const mark = html === '' ? '' : portionMarkBefore(text)
  return new SafeHtml(
    html === '' ? '' : context.briefPlaces.mark(text.place, `${escapeHtml(mark)}${html}`),
    () => `${mark}${printed.map(each => each.text).join(' ')}`,
  )
}

/** A text of nothing but what the audience may not see leaves nothing to print. */
function noteEmpty({ place }: ProseText, { shownWithoutWords }: RenderContext): void {
  const at = fieldAt(place)
  if (at) shownWithoutWords.add(at.via ?? at.field)
}

/** Prints prose as the blocks that its field takes; a template may have lists of any. */
export function proseBlocks(text: ProseText, options: BlockOptions, context: RenderContext): SafeHtml {
  const takes = text.takes === 'none' ? 'lists' : text.takes
  const blocks = parseProseBlocks(removeControls(text.markdown), false, takes)
  const html = new ProsePrinter(text, blocks, context).blocks(options)
  if (html.length === 0) noteEmpty(text, context)
  reportMissingContent(text, context.report)
  return new SafeHtml(html.join('\n'), () => wordsOfProse(text, '', context))
}

/**
 * The words of prose, without markup and citations: for attributes, metadata, bookmarks and figures. `unverifiedNote`
 * is put after each quotation that could not be verified.
 */
export function prosePlainText(text: ProseText, context: PlainTextContext, unverifiedNote = ''): string {
  reportMissingContent(text, context.report)
  return wordsOfProse(text, unverifiedNote, context)
}

function wordsOfProse(text: ProseText, unverifiedNote: string, context: PlainTextContext): string {
  return [...wordsOfBlocks(blocksOf(text))]
    .map(markdown => inlineWords(markdown, text, context, unverifiedNote))
    .join(' ')
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .trim()
}

/** The inline Markdown of blocks, a note and a picture having none that stands in the text. */
function* wordsOfBlocks(blocks: readonly ProseBlock[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'heading') yield proseParagraphText(block)
    else if (block.kind === 'table')
      for (const { cells } of [block.head, ...block.rows]) for (const { text } of cells) yield text
    else if (block.kind === 'list') for (const item of block.items) yield* wordsOfBlocks(item)
    else if (block.kind === 'quotation') {
      yield* wordsOfBlocks(block.blocks)
      if (block.attribution) yield proseParagraphText(block.attribution)
    }
  }
}

/** A field that takes no blocks is printed as it stands: its marks are reported in the brief. */
function blocksOf({ markdown, takes }: ProseText): readonly ProseBlock[] {
  const clean = removeControls(markdown)
  return takes === 'none' ? plainParagraphs(clean) : parseProseBlocks(clean, false, takes)
}

function plainParagraphs(markdown: string): ProseParagraph[] {
  return markdown
    .split(/\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map(paragraph => paragraph.replace(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, ''))
    .filter(paragraph => paragraph !== '')
    .map(paragraph => ({ kind: 'paragraph', lines: [{ text: paragraph, start: 0 }], indented: false }))
}

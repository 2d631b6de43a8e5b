import {
  type Citation,
  type ProseBlock,
  parseProseBlocks,
  proseParagraphText,
  UNSAFE_LINK_HINT,
} from '../../brief/index.js'
import { escapeHtml } from '../../diagnostics/index.js'
import {
  fieldAt,
  NOT_VERIFIED_MARK,
  PlainValue,
  ProseText,
  SourceCitation,
  SourceCitations,
  TableFigure,
  Verbatim,
} from '../../edition/index.js'
import { isSafeLink, SafeHtml } from '../html/safe-html.js'
import { removeControlCharacters } from '../html/source-map.js'
import { printedFigure } from '../locale/figure-text.js'
import { type InlineMarkdownToken, parseInlineMarkdown } from './inline-markdown.js'
import {
  fillPlaceholdersInHref,
  fillPlaceholdersInHtml,
  fillPlaceholdersInText,
  reportMissingContent,
} from './placeholders.js'
import {
  crossReferenceText,
  endsSentence,
  joinReferences,
  prefixText,
  printCrossReference,
  suffixText,
} from './print-cross-reference.js'
import {
  portionMarkBefore,
  printCitations,
  printInWordsOf,
  printPlainText,
  printReference,
  printVerbatim,
  type RenderContext,
} from './print-text.js'

/** Prints any value of an edition's data as closed HTML: prose with its Markdown, anything else verbatim. */
export function printValue(value: unknown, context: RenderContext): SafeHtml {
  if (value === undefined || value === null || value === false) return new SafeHtml('', '')
  if (value instanceof SafeHtml) return value
  if (value instanceof ProseText) return proseHtml(value, context)
  if (value instanceof Verbatim) return printVerbatim(value, context)
  if (value instanceof TableFigure)
    return printInWordsOf(value, printedFigure(value, context.locale), context)
  if (value instanceof PlainValue) return printInWordsOf(value, String(value), context)
  if (value instanceof SourceCitations) return printCitations(value.list, context)
  if (value instanceof SourceCitation) return printCitations([value], context)
  if (typeof value === 'string' || typeof value === 'number') return printPlainText(String(value))
  if (value === true) throw new Error('`true` cannot be printed: ask for it with `{{#if …}}`')
  throw new Error(
    Array.isArray(value)
      ? 'a list cannot be printed as it is: write `{{#each …}}` or `{{join …}}`'
      : 'a group of fields cannot be printed: name one of its fields',
  )
}

/** Prints prose as inline content: its paragraphs are joined by a space. */
export function proseHtml(text: ProseText, context: RenderContext): SafeHtml {
  reportMissingContent(text, context.report)
  const printed = splitParagraphs(text.markdown)
    .map(paragraph => printInline(paragraph, text, context))
    .filter(each => each.html !== '')
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

/** Prints prose as paragraphs and lists. */
export function proseBlocks(
  text: ProseText,
  className: string | undefined,
  context: RenderContext,
): SafeHtml {
  const attribute = className === undefined ? '' : ` class="${escapeHtml(className)}"`
  const portion = escapeHtml(portionMarkBefore(text))
  const mark = (html: string) => context.briefPlaces.mark(text.place, `${portion}${html}`)
  const blocks = parseProseBlocks(removeControls(text.markdown), false)
  const html = blocks
    .map(block => blockHtml(block, attribute, text, mark, context))
    .filter(each => each !== '')
  if (html.length === 0) noteEmpty(text, context)
  reportMissingContent(text, context.report)
  return new SafeHtml(html.join('\n'), () => wordsOfProse(text, '', context))
}

type MarkHtml = (html: string) => string

function blockHtml(
  block: ProseBlock,
  attribute: string,
  text: ProseText,
  mark: MarkHtml,
  context: RenderContext,
): string {
  if (block.kind === 'paragraph') {
    const { html } = printInline(proseParagraphText(block), text, context)
    return html === '' ? '' : `<p${attribute}>${mark(html)}</p>`
  }
  const items = block.items.map(item => itemHtml(item, text, mark, context)).filter(item => item !== '')
  const element = block.ordered ? 'ol' : 'ul'
  return items.length === 0
    ? ''
    : `<${element}>${items.map(item => `<li>${item}</li>`).join('')}</${element}>`
}

/** The text of an item stands in it as it is, unless it has several paragraphs. */
function itemHtml(
  blocks: readonly ProseBlock[],
  text: ProseText,
  mark: MarkHtml,
  context: RenderContext,
): string {
  const isLoose = blocks.filter(({ kind }) => kind === 'paragraph').length > 1
  return blocks
    .map(block => {
      if (isLoose || block.kind === 'list') return blockHtml(block, '', text, mark, context)
      const { html } = printInline(proseParagraphText(block), text, context)
      return html === '' ? '' : mark(html)
    })
    .join('')
}

/**
 * The words of prose, without markup and citations: for attributes, metadata, bookmarks and figures. `unverifiedNote`
 * is put after each quotation that could not be verified.
 */
export function prosePlainText(text: ProseText, context: PlainTextContext, unverifiedNote = ''): string {
  reportMissingContent(text, context.report)
  return wordsOfProse(text, unverifiedNote, context)
}

/** What words without markup depend on. */
export type PlainTextContext = Pick<RenderContext, 'locale' | 'report' | 'crossReferences'>

function wordsOfProse(text: ProseText, unverifiedNote: string, context: PlainTextContext): string {
  const words = splitParagraphs(text.markdown).map(paragraph =>
    tokenTexts(parseInlineMarkdown(paragraph), text, context, unverifiedNote),
  )
  return words
    .join(' ')
    .replace(/[^\S\u00A0\u202F]+/g, ' ')
    .trim()
}

function splitParagraphs(markdown: string): string[] {
  return removeControls(markdown)
    .split(/\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map(paragraph => paragraph.replace(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, ''))
    .filter(paragraph => paragraph !== '')
}

/** Keeps `NOT_VERIFIED`, the mark of unverified quotations, which is a control character itself. */
function removeControls(markdown: string): string {
  return markdown.split(NOT_VERIFIED_MARK).map(removeControlCharacters).join(NOT_VERIFIED_MARK)
}

function printInline(markdown: string, prose: ProseText, context: RenderContext): SafeHtml {
  const tokens = context.markdown.tokensOf(markdown)
  const links: boolean[] = []
  const html = tokens.map(token => printToken(token, prose, links, context))
  const end = tokens.findLastIndex(({ kind }) => kind !== 'citations') + 1
  const main = withLanguage(html.slice(0, end).join(''), prose)
  return new SafeHtml(main + html.slice(end).join(''), () => tokenTexts(tokens, prose, context))
}

/** Marks words in another language than that of the edition; citations after them stay outside, to be joined with others. */
function withLanguage(html: string, { untranslated }: ProseText): string {
  if (!untranslated || html === '') return html
  return `<span lang="${escapeHtml(untranslated.lang)}">${html}</span>`
}

/** `links` holds, for each open link, whether it was printed. */
function printToken(
  token: InlineMarkdownToken,
  prose: ProseText,
  links: boolean[],
  context: RenderContext,
): string {
  switch (token.kind) {
    case 'text':
      return printText(token.text, prose, context)
    case 'break':
      return '<br>'
    case 'open':
      return `<${token.element}>`
    case 'close':
      return `</${token.element}>`
    case 'link-open': {
      const href = fillPlaceholdersInHref(token.href, prose)
      const safe = isSafeLink(href)
      links.push(safe)
      if (!safe && !token.bare)
        context.report('unsafe-link', prose.place, `a link leads to \`${href}\``, UNSAFE_LINK_HINT)
      return safe ? `<a href="${escapeHtml(href)}">` : ''
    }
    case 'link-close':
      return links.pop() ? '</a>' : ''
    case 'citations':
      return token.group.citations
        .map(citation => printReference(fillCitation(citation, prose), 'superscript', context))
        .join('')
    case 'references':
      return joinReferences(token.references, context.locale, reference =>
        [
          fillPlaceholdersInHtml(escapeHtml(prefixText(reference)), prose, context),
          printCrossReference(reference),
          fillPlaceholdersInHtml(escapeHtml(suffixText(reference)), prose, context),
        ].join(''),
      )
  }
}

/** Locators and prefixes may contain placeholders, too. */
function fillCitation({ locator, prefix, ...citation }: Citation, prose: ProseText): Citation {
  const fill = (words: string | undefined) => words && fillPlaceholdersInText(words, prose)
  return { ...citation, locator: fill(locator), prefix: fill(prefix) }
}

function printText(text: string, prose: ProseText, context: RenderContext): string {
  if (!text.includes(NOT_VERIFIED_MARK)) return fillPlaceholdersInHtml(escapeHtml(text), prose, context)
  const note = ` <span class="unverified">${escapeHtml(context.locale.label('not_verified') ?? '')}</span>`
  return fillPlaceholdersInHtml(text.split(NOT_VERIFIED_MARK).map(escapeHtml).join(note), prose, context)
}

function tokenTexts(
  tokens: readonly InlineMarkdownToken[],
  prose: ProseText,
  context: PlainTextContext,
  unverifiedNote = '',
): string {
  return tokens.reduce((before, token) => {
    if (token.kind === 'text')
      return before + fillPlaceholdersInText(token.text.replaceAll(NOT_VERIFIED_MARK, unverifiedNote), prose)
    if (token.kind === 'break') return `${before} `
    if (token.kind !== 'references') return before
    const words = joinReferences(token.references, context.locale, (reference, first) => {
      const start = prefixText(reference)
      const begins = first && start === '' && endsSentence(before)
      const after = fillPlaceholdersInText(suffixText(reference), prose)
      return `${start}${crossReferenceText(reference, begins, prose.place, context)}${after}`
    })
    return before + words
  }, '')
}

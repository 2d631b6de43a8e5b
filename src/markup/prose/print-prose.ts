import type { Citation } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import { NOT_VERIFIED_MARK, type ProseText } from '../../edition/index.js'
import { isSafeLink, SAFE_SCHEMES } from '../html/links.js'
import { escapeHtml, SafeHtml } from '../html/safe-html.js'
import { removeControlCharacters } from '../html/source-map.js'
import { type InlineMarkdownToken, parseInlineMarkdown } from './inline-markdown.js'
import {
  fillPlaceholdersInHref,
  fillPlaceholdersInHtml,
  fillPlaceholdersInText,
  reportMissingContent,
} from './placeholders.js'
import { printReference } from './print-value.js'
import type { RenderContext } from './render-context.js'

/** Prints prose within a line: its paragraphs are joined by a space. */
export function proseHtml(text: ProseText, rendering: RenderContext): SafeHtml {
  reportMissingContent(text, rendering.report)
  const printed = splitParagraphs(text.markdown)
    .map(paragraph => printInline(paragraph, text, rendering))
    .filter(each => each.html !== '')
  const html = printed.map(each => each.html).join(' ')
  return new SafeHtml(
    html === '' ? '' : rendering.briefPlaces.mark(text.place, html),
    printed.map(each => each.text).join(' '),
  )
}

/** Prints prose as paragraphs and, where lines begin with `- `, as lists. */
export function proseBlocks(
  text: ProseText,
  className: string | undefined,
  rendering: RenderContext,
): SafeHtml {
  const attribute = className === undefined ? '' : ` class="${escapeHtml(className)}"`
  const print = (markdown: string) => printInline(markdown, text, rendering).html
  const put = (html: string) => rendering.briefPlaces.mark(text.place, html)
  const html = splitParagraphs(text.markdown).flatMap(paragraph => {
    const { lead, items } = splitList(paragraph)
    const printed = print(lead)
    const list = items
      .map(print)
      .filter(item => item !== '')
      .map(item => `<li>${put(item)}</li>`)
    return [
      ...(printed === '' ? [] : [`<p${attribute}>${put(printed)}</p>`]),
      ...(list.length === 0 ? [] : [`<ul>${list.join('')}</ul>`]),
    ]
  })
  return new SafeHtml(html.join('\n'), prosePlainText(text, rendering.report))
}

/**
 * The words of prose, without markup and citations: for attributes, metadata, bookmarks and figures. `unproved`
 * follows each quotation that is printed without a proof.
 */
export function prosePlainText(text: ProseText, report: Report, unproved = ''): string {
  reportMissingContent(text, report)
  const words = splitParagraphs(text.markdown).map(paragraph =>
    parseInlineMarkdown(paragraph)
      .map(piece => tokenText(piece, text, unproved))
      .join(''),
  )
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

function splitParagraphs(markdown: string): string[] {
  return removeControls(markdown)
    .split(/\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map(paragraph => paragraph.replace(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, ''))
    .filter(paragraph => paragraph !== '')
}

/** Keeps the mark of unproved quotations, which is a control character itself. */
function removeControls(markdown: string): string {
  return markdown.split(NOT_VERIFIED_MARK).map(removeControlCharacters).join(NOT_VERIFIED_MARK)
}

/** A list may follow the lines of a paragraph at once; lines without a bullet go on with the item before. */
function splitList(paragraph: string): { readonly lead: string; readonly items: readonly string[] } {
  const lead: string[] = []
  const items: string[] = []
  for (const line of paragraph.split('\n')) {
    const item = /^\s*- +(.*)$/.exec(line)?.[1]
    if (item !== undefined) items.push(item)
    else if (items.length > 0) items.push(`${items.pop()}\n${line.trim()}`)
    else lead.push(line)
  }
  return { lead: lead.join('\n'), items }
}

function printInline(markdown: string, source: ProseText, rendering: RenderContext): SafeHtml {
  const pieces = parseInlineMarkdown(markdown)
  const links: boolean[] = []
  const html = pieces.map(piece => printToken(piece, source, links, rendering))
  const end = pieces.findLastIndex(({ kind }) => kind !== 'citations') + 1
  const words = withLanguage(html.slice(0, end).join(''), source)
  return new SafeHtml(
    words + html.slice(end).join(''),
    pieces.map(piece => tokenText(piece, source)).join(''),
  )
}

/** Words that are not in the language of the edition say so; citations that follow them stand with others that do. */
function withLanguage(html: string, { untranslated }: ProseText): string {
  if (!untranslated || html === '') return html
  return `<span lang="${escapeHtml(untranslated.lang)}">${html}</span>`
}

/** `links` remembers, of the links that are open, whether they were printed. */
function printToken(
  piece: InlineMarkdownToken,
  source: ProseText,
  links: boolean[],
  rendering: RenderContext,
): string {
  switch (piece.kind) {
    case 'text':
      return printText(piece.text, source, rendering)
    case 'break':
      return '<br>'
    case 'open':
      return `<${piece.element}>`
    case 'close':
      return `</${piece.element}>`
    case 'link': {
      const href = fillPlaceholdersInHref(piece.href, source)
      const safe = isSafeLink(href)
      links.push(safe)
      if (!safe)
        rendering.report(
          'unsafe-link',
          source.place,
          `a link leads to \`${href}\``,
          `begin it with ${SAFE_SCHEMES.join(', ')}, or write \`\\[\` for a bracket`,
        )
      return safe ? `<a href="${escapeHtml(href)}">` : ''
    }
    case 'unlink':
      return links.pop() ? '</a>' : ''
    case 'citations':
      return piece.group.citations
        .map(citation => printReference(fillCitation(citation, source), 'raised', rendering))
        .join('')
  }
}

/** A recipient may be told to look at a page of a source, too. */
function fillCitation({ locator, prefix, ...citation }: Citation, text: ProseText): Citation {
  const fill = (words: string | undefined) => words && fillPlaceholdersInText(words, text)
  return { ...citation, locator: fill(locator), prefix: fill(prefix) }
}

function printText(text: string, source: ProseText, rendering: RenderContext): string {
  const note = ` <span class="unverified">${escapeHtml(rendering.locale.label('not_verified') ?? '')}</span>`
  return fillPlaceholdersInHtml(text.split(NOT_VERIFIED_MARK).map(escapeHtml).join(note), source, rendering)
}

function tokenText(piece: InlineMarkdownToken, source: ProseText, unproved = ''): string {
  if (piece.kind === 'text')
    return fillPlaceholdersInText(piece.text.replaceAll(NOT_VERIFIED_MARK, unproved), source)
  return piece.kind === 'break' ? ' ' : ''
}

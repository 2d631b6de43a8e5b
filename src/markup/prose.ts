import type { Citation } from '../brief/index.js'
import type { Report } from '../diagnostics/index.js'
import { NOT_VERIFIED, type Text } from '../edition/index.js'
import { fillHref, fillHtml, fillWords, reportLacks } from './filling.js'
import { escapeHtml, Html } from './html.js'
import { isSafeLink, SAFE_SCHEMES } from './links.js'
import { type Piece, readInline } from './markdown.js'
import { withoutControls } from './origins.js'
import { printReference } from './print.js'
import type { Rendering } from './rendering.js'

/** Prints prose within a line: its paragraphs are joined by a space. */
export function proseHtml(text: Text, rendering: Rendering): Html {
  reportLacks(text, rendering.report)
  const printed = paragraphsOf(text.markdown)
    .map(paragraph => inline(paragraph, text, rendering))
    .filter(each => each.html !== '')
  const html = printed.map(each => each.html).join(' ')
  return new Html(
    html === '' ? '' : rendering.brief.mark(text.place, html),
    printed.map(each => each.text).join(' '),
  )
}

/** Prints prose as paragraphs and, where lines begin with `- `, as lists. */
export function proseBlocks(text: Text, className: string | undefined, rendering: Rendering): Html {
  const attribute = className === undefined ? '' : ` class="${escapeHtml(className)}"`
  const print = (markdown: string) => inline(markdown, text, rendering).html
  const put = (html: string) => rendering.brief.mark(text.place, html)
  const html = paragraphsOf(text.markdown).flatMap(paragraph => {
    const { lead, items } = partList(paragraph)
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
  return new Html(html.join('\n'), plainText(text, rendering.report))
}

/**
 * The words of prose, without markup and citations: for attributes, metadata, bookmarks and figures. `unproved`
 * follows each quotation that is printed without a proof.
 */
export function plainText(text: Text, report: Report, unproved = ''): string {
  reportLacks(text, report)
  const words = paragraphsOf(text.markdown).map(paragraph =>
    readInline(paragraph)
      .map(piece => wordsOf(piece, text, unproved))
      .join(''),
  )
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

function paragraphsOf(markdown: string): string[] {
  return clean(markdown)
    .split(/\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map(paragraph => paragraph.replace(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, ''))
    .filter(paragraph => paragraph !== '')
}

/** Keeps the mark of unproved quotations, which is a control character itself. */
function clean(markdown: string): string {
  return markdown.split(NOT_VERIFIED).map(withoutControls).join(NOT_VERIFIED)
}

/** A list may follow the lines of a paragraph at once; lines without a bullet go on with the item before. */
function partList(paragraph: string): { readonly lead: string; readonly items: readonly string[] } {
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

function inline(markdown: string, source: Text, rendering: Rendering): Html {
  const pieces = readInline(markdown)
  const links: boolean[] = []
  const html = pieces.map(piece => printPiece(piece, source, links, rendering))
  const end = pieces.findLastIndex(({ kind }) => kind !== 'citations') + 1
  const words = spoken(html.slice(0, end).join(''), source)
  return new Html(words + html.slice(end).join(''), pieces.map(piece => wordsOf(piece, source)).join(''))
}

/** Words that are not in the language of the edition say so; citations that follow them stand with others that do. */
function spoken(html: string, { untranslated }: Text): string {
  if (!untranslated || html === '') return html
  return `<span lang="${escapeHtml(untranslated.lang)}">${html}</span>`
}

/** `links` remembers, of the links that are open, whether they were printed. */
function printPiece(piece: Piece, source: Text, links: boolean[], rendering: Rendering): string {
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
      const href = fillHref(piece.href, source)
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
        .map(citation => printReference(filled(citation, source), 'raised', rendering))
        .join('')
  }
}

/** A recipient may be told to look at a page of a source, too. */
function filled({ locator, prefix, ...citation }: Citation, text: Text): Citation {
  const fill = (words: string | undefined) => words && fillWords(words, text)
  return { ...citation, locator: fill(locator), prefix: fill(prefix) }
}

function printText(text: string, source: Text, rendering: Rendering): string {
  const note = ` <span class="unverified">${escapeHtml(rendering.locale.label('not_verified') ?? '')}</span>`
  return fillHtml(text.split(NOT_VERIFIED).map(escapeHtml).join(note), source, rendering)
}

function wordsOf(piece: Piece, source: Text, unproved = ''): string {
  if (piece.kind === 'text') return fillWords(piece.text.replaceAll(NOT_VERIFIED, unproved), source)
  return piece.kind === 'break' ? ' ' : ''
}

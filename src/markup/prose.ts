import { NOT_VERIFIED, type Text } from '../edition/index.js'
import { escapeHtml, Html } from './html.js'
import { isSafeLink, SAFE_SCHEMES } from './links.js'
import { type Piece, readInline } from './markdown.js'
import { withoutControls } from './origins.js'
import { printReference } from './print.js'
import type { Rendering } from './rendering.js'

/** Prints prose within a line: its paragraphs are joined by a space. */
export function proseHtml(text: Text, rendering: Rendering): Html {
  const printed = paragraphsOf(text.markdown).map(paragraph => inline(paragraph, text, rendering))
  const html = printed.map(each => each.html).join(' ')
  return new Html(
    html === '' ? '' : rendering.brief.mark(text.place, html),
    printed.map(each => each.text).join(' '),
  )
}

/** Prints prose as paragraphs and, where lines begin with `- `, as lists. */
export function proseBlocks(text: Text, className: string | undefined, rendering: Rendering): Html {
  const attribute = className === undefined ? '' : ` class="${escapeHtml(className)}"`
  const print = (markdown: string) => rendering.brief.mark(text.place, inline(markdown, text, rendering).html)
  const html = paragraphsOf(text.markdown).flatMap(paragraph => {
    const { lead, items } = partList(paragraph)
    const list = items.map(item => `<li>${print(item)}</li>`).join('')
    return [
      ...(lead === '' ? [] : [`<p${attribute}>${print(lead)}</p>`]),
      ...(items.length === 0 ? [] : [`<ul>${list}</ul>`]),
    ]
  })
  return new Html(html.join('\n'), plainText(text.markdown))
}

/**
 * The words of prose, without markup and citations: for attributes, metadata, bookmarks and figures. `unproved`
 * follows each quotation that is printed without a proof.
 */
export function plainText(markdown: string, unproved = ''): string {
  const words = paragraphsOf(markdown).map(paragraph =>
    readInline(paragraph)
      .map(piece => wordsOf(piece, unproved))
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
  const html = pieces.map(piece => printPiece(piece, source, links, rendering)).join('')
  return new Html(html, pieces.map(piece => wordsOf(piece)).join(''))
}

/** `links` remembers, of the links that are open, whether they were printed. */
function printPiece(piece: Piece, source: Text, links: boolean[], rendering: Rendering): string {
  switch (piece.kind) {
    case 'text':
      return printText(piece.text, rendering)
    case 'break':
      return '<br>'
    case 'open':
      return `<${piece.element}>`
    case 'close':
      return `</${piece.element}>`
    case 'link': {
      const safe = isSafeLink(piece.href)
      links.push(safe)
      if (!safe)
        rendering.report(
          'unsafe-link',
          source.place,
          `a link leads to \`${piece.href}\``,
          `begin it with ${SAFE_SCHEMES.join(', ')}, or write \`\\[\` for a bracket`,
        )
      return safe ? `<a href="${escapeHtml(piece.href)}">` : ''
    }
    case 'unlink':
      return links.pop() ? '</a>' : ''
    case 'citations':
      return piece.group.citations.map(citation => printReference(citation, 'raised', rendering)).join('')
  }
}

function printText(text: string, rendering: Rendering): string {
  const note = ` <span class="unverified">${escapeHtml(rendering.locale.label('not_verified') ?? '')}</span>`
  return text.split(NOT_VERIFIED).map(escapeHtml).join(note)
}

function wordsOf(piece: Piece, unproved = ''): string {
  if (piece.kind === 'text') return piece.text.replaceAll(NOT_VERIFIED, unproved)
  return piece.kind === 'break' ? ' ' : ''
}

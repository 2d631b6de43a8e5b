import { escapeHtml } from '../../diagnostics/index.js'
import { ProseText, Verbatim } from '../../edition/index.js'
import { isSafeLink, SafeHtml } from '../html/safe-html.js'
import { fillDateLabel, formatDate } from '../locale/dates.js'
import { fillPattern } from '../locale/locale.js'
import type { QuotationMarks } from '../locale/locale-schema.js'
import { type DataFields, hasValue, readsTheSame, valueText } from './data-values.js'
import { missingFullStop, printInWordsOf, printLiteral, type RenderContext } from './print-text.js'
import { printValue } from './print-value.js'

/**
 * Prints a source as a bibliography does: author, title, container, publisher, date, address, date of access. The title
 * of a work within a container is quoted; that of an independent work is italic.
 */
export function bibliographyEntry(source: DataFields, context: RenderContext): SafeHtml {
  const print = (value: unknown) => printValue(value, context)
  const parts = [
    ...entryAuthors(source.author).map(print),
    entryTitle(source, context),
    entryContainer(source, context),
    readsTheSame(source.publisher, source.container_title) ? undefined : print(source.publisher),
    entryPages(source.page, context),
    print(source.number),
    entryDate(source.issued, context),
    entryAddress(source.url, context),
    entryDoi(source, context),
    hasValue(source.accessed) ? accessDate(source.accessed, context) : undefined,
  ].filter(part => part !== undefined && part.html !== '')
  const note = source.note instanceof ProseText ? entryNote(source.note, context) : new SafeHtml('', '')
  const { html, text } = parts.reduce<SafeHtml>(
    (before, part) => (part ? joinWithComma(before, part, context.locale.quotationMarks) : before),
    new SafeHtml('', ''),
  )
  const stop = missingFullStop(text)
  return new SafeHtml(`${html}${stop}${note.html}`, `${text}${stop}${note.text}`)
}

/** Two parts of an entry with a comma between them, which stands within a closing quotation mark where the language has it there. */
function joinWithComma(before: SafeHtml, next: SafeHtml, { close, commas }: QuotationMarks): SafeHtml {
  if (before.html === '') return next
  const isInside = commas === 'inside' && before.html.endsWith(close) && before.text.endsWith(close)
  const withComma = (part: string) => (isInside ? `${part.slice(0, -close.length)},${close}` : `${part},`)
  return new SafeHtml(`${withComma(before.html)} ${next.html}`, `${withComma(before.text)} ${next.text}`)
}

/** A source in few words: author, title and date. */
export function shortEntry(source: DataFields, context: RenderContext): string {
  const title = printValue(source.title, context).text
  const issued = valueText(source.issued)
  const parts = [
    ...entryAuthors(source.author).map(author => printValue(author, context).text),
    hasValue(source.container_title) ? fillPattern(context.locale.citations.title, { title }) : title,
    issued === undefined ? '' : (formatDate(issued, 'short', context.locale) ?? issued),
  ]
  return parts.filter(part => part !== '').join(', ')
}

function entryAuthors(author: unknown): readonly unknown[] {
  return Array.isArray(author) ? author : [author]
}

function entryTitle(source: DataFields, context: RenderContext): SafeHtml {
  const title = printValue(source.title, context)
  const lang = valueText(source.lang)
  const spoken =
    lang === undefined || lang === context.edition.lang
      ? title
      : new SafeHtml(`<span lang="${escapeHtml(lang)}">${title.html}</span>`, title.text)
  if (!hasValue(source.container_title)) return wrapInElement('em', spoken)
  return fillPatternWithHtml(context.locale.citations.title, 'title', spoken)
}

/** The journal or series with volume and issue, `Sea Studies 3 (2)`, which no language writes in words of its own. */
function entryContainer(source: DataFields, context: RenderContext): SafeHtml {
  const title = hasValue(source.container_title)
    ? wrapInElement('em', printValue(source.container_title, context))
    : undefined
  const issue = hasValue(source.issue) ? printValue(source.issue, context) : undefined
  const inBrackets = issue && new SafeHtml(`(${issue.html})`, `(${issue.text})`)
  const parts = [title, hasValue(source.volume) ? printValue(source.volume, context) : undefined, inBrackets]
  const held = parts.filter(part => part !== undefined)
  return new SafeHtml(held.map(({ html }) => html).join(' '), held.map(({ text }) => text).join(' '))
}

/** Pages as they are printed: a range has an en dash. */
function entryPages(page: unknown, context: RenderContext): SafeHtml {
  const pages = valueText(page) ?? ''
  return printInWordsOf(page, pages.replace(/(?<=\w)-{1,2}(?=\w)/g, '–'), context)
}

/** A DOI as its address, unless the source has that already. */
function entryDoi(source: DataFields, context: RenderContext): SafeHtml | undefined {
  const doi = valueText(source.doi)
  if (doi === undefined) return undefined
  const address = `https://doi.org/${doi}`
  const isSaid = valueText(source.url)?.toLowerCase().endsWith(`doi.org/${doi.toLowerCase()}`) === true
  const mark = (html: string) =>
    source.doi instanceof Verbatim ? context.briefPlaces.mark(source.doi.place, html) : html
  return isSaid ? undefined : printAddress(address, mark)
}

function entryDate(value: unknown, context: RenderContext): SafeHtml {
  const words = valueText(value)
  const date = words === undefined ? '' : (formatDate(words, 'long', context.locale) ?? words)
  return printInWordsOf(value, date, context)
}

function accessDate(value: unknown, context: RenderContext): SafeHtml {
  const { locale } = context
  return printInWordsOf(
    value,
    fillDateLabel(locale.citations.accessed, valueText(value) ?? '', locale),
    context,
  )
}

/** The address is printed as text, since paper has no links, but without its scheme. */
function entryAddress(url: unknown, context: RenderContext): SafeHtml | undefined {
  const href = valueText(url)
  if (href === undefined || !isSafeLink(href)) return undefined
  return printAddress(href, html =>
    url instanceof Verbatim ? context.briefPlaces.mark(url.place, html) : html,
  )
}

function printAddress(href: string, mark: (html: string) => string): SafeHtml {
  const shown = printLiteral(href.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, ''))
  return new SafeHtml(mark(`<a href="${escapeHtml(href)}">${shown.html}</a>`), shown.text)
}

/** A note cites nothing, since sources are numbered before the list of sources is printed. */
function entryNote(note: ProseText, context: RenderContext): SafeHtml {
  const { html, text } = printValue(note, { ...context, sources: new Map() })
  const stop = text === '' ? '' : missingFullStop(text)
  return new SafeHtml(` ${html}${stop}`, ` ${text}${stop}`)
}

function wrapInElement(element: 'em', { html, text }: SafeHtml): SafeHtml {
  return new SafeHtml(`<${element}>${html}</${element}>`, text)
}

function fillPatternWithHtml(pattern: string, name: string, value: SafeHtml): SafeHtml {
  const html = escapeHtml(pattern).replace(`{${name}}`, () => value.html)
  return new SafeHtml(html, fillPattern(pattern, { [name]: value.text }))
}

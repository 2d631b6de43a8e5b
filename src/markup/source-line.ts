import { Text, Verbatim } from '../edition/index.js'
import { formatDate } from './dates.js'
import { escapeHtml, Html } from './html.js'
import { isSafeLink } from './links.js'
import { fill } from './locale.js'
import { printPlain, printValue } from './print.js'
import type { Rendering } from './rendering.js'
import { stopAfter } from './stop-after.js'
import { type Fields, holds, isSame, wordsOf } from './values.js'

/**
 * A source as a bibliography has it: author, title, what holds it, publisher, date, address, date of access.
 * What stands in a container is quoted, what stands alone is italic.
 */
export function sourceLine(source: Fields, rendering: Rendering): Html {
  const { locale } = rendering
  const print = (value: unknown) => printValue(value, rendering)
  const parts = [
    ...authorsOf(source.author).map(print),
    titleOf(source, rendering),
    holds(source.container_title) ? wrap('em', print(source.container_title)) : undefined,
    isSame(source.publisher, source.container_title) ? undefined : print(source.publisher),
    dateOf(source.issued, rendering),
    addressOf(source.url, rendering),
    holds(source.accessed)
      ? around(locale.citations.accessed, 'date', dateOf(source.accessed, rendering))
      : undefined,
  ].filter(part => part !== undefined && part.html !== '')
  const note = source.note instanceof Text ? noteOf(source.note, rendering) : new Html('', '')
  const text = parts.map(part => part?.text).join(', ')
  const stop = stopAfter(text)
  return new Html(
    `${parts.map(part => part?.html).join(', ')}${stop}${note.html}`,
    `${text}${stop}${note.text}`,
  )
}

function authorsOf(author: unknown): readonly unknown[] {
  return Array.isArray(author) ? author : [author]
}

function titleOf(source: Fields, rendering: Rendering): Html {
  const title = printValue(source.title, rendering)
  const lang = wordsOf(source.lang)
  const spoken =
    lang === undefined || lang === rendering.edition.lang
      ? title
      : new Html(`<span lang="${escapeHtml(lang)}">${title.html}</span>`, title.text)
  if (!holds(source.container_title)) return wrap('em', spoken)
  return around(rendering.locale.citations.title, 'title', spoken)
}

function dateOf(value: unknown, { locale }: Rendering): Html {
  const words = wordsOf(value)
  return printPlain(words === undefined ? '' : (formatDate(words, 'long', locale) ?? words))
}

/** The address is printed, since paper has no links, but without what every address begins with. */
function addressOf(url: unknown, rendering: Rendering): Html | undefined {
  const href = wordsOf(url)
  if (href === undefined || !isSafeLink(href)) return undefined
  const shown = printPlain(href.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, ''))
  const link = `<a href="${escapeHtml(href)}">${shown.html}</a>`
  return new Html(url instanceof Verbatim ? rendering.brief.mark(url.place, link) : link, shown.text)
}

/** A note cites nothing: the list of sources is printed after all numbers are given. */
function noteOf(note: Text, rendering: Rendering): Html {
  const { html, text } = printValue(note, { ...rendering, sources: new Map() })
  return new Html(` ${html}`, ` ${text}`)
}

function wrap(element: 'em', { html, text }: Html): Html {
  return new Html(`<${element}>${html}</${element}>`, text)
}

function around(pattern: string, name: string, value: Html): Html {
  const html = escapeHtml(pattern).replace(`{${name}}`, () => value.html)
  return new Html(html, fill(pattern, { [name]: value.text }))
}

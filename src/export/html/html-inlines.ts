import type { Inline, Link, Note, Reference, Span } from '../../markup/index.js'
import { directionOf, printableText, withAddressBreaks, withFrenchSpaces } from '../../typeset/index.js'
import { escapeMarkup } from '../pictures/index.js'
import type { HtmlContext } from './html-context.js'
import { blockTarget, callTarget, mentionTarget, noteTarget, sourceTarget } from './page-ids.js'
import { classes, tag } from './tag.js'

/** The markup of inlines. */
export const htmlInlines = (inlines: readonly Inline[], context: HtmlContext): string =>
  inlines.map(inline => htmlInline(inline, context)).join('')

/** A text as pages print it, with places where a long address may break. */
export const textMarkup = (text: string, lang: string): string =>
  escapeMarkup(withAddressBreaks(printableText(withFrenchSpaces(text, lang), () => true))).replaceAll(
    '\u200B',
    '<wbr>',
  )

/** What says that something is in another language than what is around it, and runs the other way if it does. */
export function languageAttributes(
  lang: string | undefined,
  around: string,
): { readonly lang?: string; readonly dir?: string } {
  if (lang === undefined || lang === around) return {}
  const dir = directionOf(lang)
  return dir === directionOf(around) ? { lang } : { lang, dir }
}

function htmlInline(inline: Inline, context: HtmlContext): string {
  switch (inline.kind) {
    case 'text':
      return textMarkup(inline.text, context.lang)
    case 'strong':
      context.used.use('strong')
      return tag('strong', {}, htmlInlines(inline.children, context))
    case 'emphasis':
      context.used.use('em')
      return tag('em', {}, htmlInlines(inline.children, context))
    case 'superscript':
      context.used.use('sup')
      return tag('sup', {}, htmlInlines(inline.children, context))
    case 'link':
      return htmlLink(inline, context)
    case 'reference':
      return htmlReference(inline, context)
    case 'note':
      return noteCall(inline, context)
    case 'span':
      return htmlSpan(inline, context)
    case 'break':
      return '<br>'
  }
}

/** What a page may lead to. */
const ADDRESS = /^(?:https?:|mailto:|tel:)/i
/** Characters of a cross-reference that is never broken. */
const LONGEST_WHOLE = 20

function htmlLink({ href, whole, children }: Link, context: HtmlContext): string {
  const content = htmlInlines(children, context)
  const target = href.startsWith('#') ? context.ids.linkTo(blockTarget(href.slice(1))) : undefined
  const address = target ?? (ADDRESS.test(href) ? href : undefined)
  if (address === undefined || content === '') return content
  context.used.use('a')
  const isWhole = whole && content.length <= LONGEST_WHOLE
  return tag('a', { class: isWhole ? 'whole' : undefined, href: address }, content)
}

/** Its spoken form is shown where a pointer rests on it, and read after it. */
function htmlReference(reference: Reference, context: HtmlContext): string {
  const { superscript, quiet, label, spoken, source, first } = reference
  const { ids, used, lang } = context
  const said = textMarkup(superscript ? label.replace(/ /g, '\u00A0') : label, lang)
  if (said === '') return ''
  const style = used.use('source-ref', quiet ? 'quiet' : undefined)
  const id = first ? ids.give(mentionTarget(source)) : undefined
  const href = ids.linkTo(sourceTarget(source))
  const named = { id, class: classes('source-ref', style) }
  const name = spoken === label ? undefined : spoken
  const content = href
    ? tag('a', { ...named, href, title: name }, said)
    : tag(name === undefined ? 'span' : 'abbr', { ...named, title: name }, said)
  return superscript ? tag('sup', {}, content) : content
}

/** The letter that calls a note, which stands at the end of the page. */
function noteCall(note: Note, context: HtmlContext): string {
  const { ids, used, notes } = context
  used.use('source-ref')
  notes.push(note)
  const attributes = {
    id: ids.give(callTarget(note.label)),
    class: 'source-ref',
    href: ids.linkTo(noteTarget(note.label)),
    role: 'doc-noteref',
  }
  return tag('sup', {}, tag('a', attributes, textMarkup(note.label, context.lang)))
}

function htmlSpan({ style, lang, children }: Span, context: HtmlContext): string {
  const content = htmlInlines(children, { ...context, lang: lang ?? context.lang })
  if (content === '') return ''
  const name = context.used.use('span', style)
  const attributes = { class: name, ...languageAttributes(lang, context.lang) }
  return Object.values(attributes).every(value => value === undefined)
    ? content
    : tag('span', attributes, content)
}

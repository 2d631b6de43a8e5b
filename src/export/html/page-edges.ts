import type { Banner } from '../../edition/index.js'
import type { HtmlContext } from './html-context.js'
import { languageAttributes, textMarkup } from './html-inlines.js'
import { classes, tag } from './tag.js'

/** The markings at the top of a page, and what it says of itself across a printed one: that it is a draft, and until when nobody may publish it. */
export function pageHead(context: HtmlContext): string {
  const { overlay } = context.document
  const notice = overlay.map(text => tag('p', {}, textMarkup(text, context.lang)))
  return [
    markings('top', context),
    ...(notice.length === 0 ? [] : [tag('div', { class: 'notice' }, notice.join(''))]),
  ]
    .filter(part => part !== '')
    .join('\n')
}

/** What stands at the edges of printed pages, and the markings again. */
export function pageFoot(context: HtmlContext): string {
  const { organisation, audience, title, notes } = context.document.running
  context.used.use('running')
  const lines = [[organisation, audience], [title], notes]
    .map(parts => parts.filter(part => part !== '').join(' · '))
    .filter(line => line !== '')
    .map(line => tag('p', { class: 'running' }, textMarkup(line, context.lang)))
  return [...lines, markings('bottom', context)].filter(part => part !== '').join('\n')
}

function markings(edge: 'top' | 'bottom', context: HtmlContext): string {
  const shown = context.document.banners.filter(({ position }) => position === edge || position === 'both')
  if (shown.length === 0) return ''
  context.used.use('banner')
  const banners = shown.map(banner => marking(banner, context))
  return tag('div', { class: 'markings' }, banners.join(''))
}

function marking({ text, lang, colour, ground, align }: Banner, context: HtmlContext): string {
  const { used, pictures } = context
  const look = used.declare(pictures.colours.marking(colour, ground))
  const attributes = {
    class: classes('marking', look, `at-${align}`),
    ...languageAttributes(lang, context.lang),
  }
  return tag('p', attributes, textMarkup(text, lang ?? context.lang))
}

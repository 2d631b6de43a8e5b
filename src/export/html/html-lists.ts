import type { DefinitionList, List } from '../../markup/index.js'
import { type HtmlContext, roomWithin } from './html-context.js'
import { htmlInlines } from './html-inlines.js'
import { classes, tag } from './tag.js'

/** A list. Where its theme gives it no markers, it is said to be a list all the same, as Safari would say nothing of it. */
export function htmlList(block: List, context: HtmlContext): string {
  const { sheet, used } = context
  const name = block.ordered ? 'ol' : 'ul'
  const settings = sheet.withClass(name, block.style)
  const inner = { ...context, room: roomWithin(context.room, 1, settings.indent ?? 0) }
  const items = block.items.map(item => context.printBlocks(item, inner))
  if (items.every(item => item === '')) return ''
  const style = used.use(name, block.style)
  const role = settings.marker !== undefined || !block.ordered ? 'list' : undefined
  return tag(
    name,
    { class: classes(style, block.underNumber && 'under-number'), role },
    items.map(item => `\n${tag('li', {}, `\n${item}\n`)}`).join(''),
  )
}

/** Terms with what they mean, each pair together. */
export function htmlDefinitions(block: DefinitionList, context: HtmlContext): string {
  const { sheet, used } = context
  const { arrangement = 'above', term_width: share = 0.2, indent = 0 } = sheet.withClass('dl', block.style)
  const isBeside = arrangement === 'rail' || arrangement === 'column'
  const room = isBeside ? roomWithin(context.room, 1 - share, 2) : roomWithin(context.room, 1, indent)
  const entries = block.entries.map(({ term, body }) => ({
    term: htmlInlines(term, context),
    body: context.printBlocks(body, { ...context, room }),
  }))
  const shown = entries.filter(({ term, body }) => term !== '' || body !== '')
  if (shown.length === 0) return ''
  const style = used.use('dl', block.style)
  return tag(
    'dl',
    { class: classes(arrangement, style, block.underNumber && 'under-number') },
    shown
      .map(({ term, body }) => `\n<div>${tag('dt', {}, term)}\n${tag('dd', {}, `\n${body}\n`)}</div>`)
      .join(''),
  )
}

import type { BlockQuote } from '../../markup/index.js'
import { type HtmlContext, roomWithin } from './html-context.js'
import { htmlInlines, languageAttributes } from './html-inlines.js'
import { classes, tag } from './tag.js'

/** A quotation, with who said it and where below it. */
export function htmlQuotation(block: BlockQuote, context: HtmlContext): string {
  const { sheet, used } = context
  const { lang, style, underNumber } = block
  const padding = sheet.withClass('blockquote', style).padding_x ?? 0
  const room = roomWithin(context.room, 1, padding)
  const content = context.printBlocks(block.children, { ...context, room, lang: lang ?? context.lang })
  const attribution = block.attribution ? htmlInlines(block.attribution, { ...context, room }) : ''
  if (content === '' && attribution === '') return ''
  const name = used.use('blockquote', style)
  const quoted = tag('blockquote', languageAttributes(lang, context.lang), `\n${content}\n`)
  if (attribution !== '') used.use('cite')
  const cited = attribution === '' ? '' : `\n${tag('figcaption', { class: 'cite' }, attribution)}`
  const turned = languageAttributes(lang, context.lang).dir
  return tag(
    attribution === '' ? 'div' : 'figure',
    { class: classes('quotation', name, turned && `turned-${turned}`, underNumber && 'under-number') },
    `\n${quoted}${cited}\n`,
  )
}

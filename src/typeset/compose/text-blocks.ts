import type { Figure, Heading, Masthead, Paragraph, Quotation, Rule } from '../../markup/index.js'
import type { LayoutNode } from '../layout/nodes.js'
import type { Tag } from '../tags/tag.js'
import type { BoxSettings } from '../theme/theme.js'
import { type Context, type Flowed, ofBlock } from './context.js'
import { frameOf, leafOf, stackOf, within } from './flow.js'
import { headingOf } from './inlines.js'
import { plainText } from './plain-text.js'

/** A paragraph in the look of its container, or of its class. */
export function paragraph(block: Paragraph, context: Context): Flowed {
  const { sheet, inlines } = context
  const look = sheet.look(sheet.classed('p', block.style), context.look)
  const flowed = leafOf(
    inlines.runs(block.children, look, ofBlock(context, context.tag.add('P', block.place))),
    sheet.styled('p', block.style),
    sheet,
  )
  const spare = context.width - sheet.theme.measure * look.size
  if (spare > 0) flowed.node.margin = inlines.isTurned(context.lang) ? [spare, 0, 0, 0] : [0, 0, spare, 0]
  return flowed
}

/** A heading: a destination and, outside of the masthead, a bookmark. It stays with what follows. */
export function heading(block: Heading, context: Context): Flowed {
  const { sheet, inlines } = context
  const settings = sheet.style(`h${block.level}`)
  const frame = frameOf(settings, sheet)
  const tag = context.tag.add(`H${context.levels.get(block) ?? block.level}`, block.place)
  const runs = inlines.runs(block.children, sheet.look(settings, context.look), ofBlock(context, tag))
  const outline = { title: plainText(block.children), level: block.level }
  const leaf: LayoutNode = {
    text: runs,
    heading: true,
    anchors: [headingOf(block.id)],
    ...(context.masthead ? {} : { outline }),
  }
  const node: LayoutNode = { stack: [leaf], frame, keepNext: true, whole: true }
  return { node, before: sheet.space(settings.before), after: sheet.space(settings.after) }
}

/** The head of the first page. */
export function masthead(block: Masthead, context: Context): Flowed {
  const tag = context.tag.add('Div', block.place)
  return box(block.children, context.sheet.style('header'), { ...context, tag, masthead: true }, true)
}

/** Blocks in a frame of their own. */
export function box(
  children: Parameters<Context['blocks']>[0],
  settings: BoxSettings,
  context: Context,
  whole: boolean,
): Flowed {
  const { sheet } = context
  const frame = frameOf(settings, sheet)
  const stack = stackOf(context.blocks(children, within(context, settings, frame)))
  const node: LayoutNode = { ...stack, frame, whole }
  return { node, before: sheet.space(settings.before), after: sheet.space(settings.after) }
}

/** A quotation with those who said it under it. */
export function quotation(block: Quotation, context: Context): Flowed {
  const { sheet, inlines } = context
  const settings = sheet.styled('blockquote', block.style)
  const turned = block.lang !== undefined && inlines.isTurned(block.lang)
  const frame = frameOf(settings, sheet, turned)
  const foreign = block.lang !== undefined && block.lang !== context.lang
  const tag = context.tag.add('BlockQuote', block.place, foreign ? { lang: block.lang } : {})
  const inner = { ...within(context, settings, frame), tag, lang: block.lang ?? context.lang }
  const words = context.blocks(block.children, inner)
  const cite = sheet.style('cite')
  const said = ofBlock(context, (foreign ? context.tag : tag).add('P', block.place))
  const under = { ...said, align: turned ? 'right' : 'left' } as const
  const attribution = block.attribution
    ? [leafOf(inlines.runs(block.attribution, sheet.look(cite, context.look), under), cite, sheet)]
    : []
  for (const { node } of attribution.length > 0 ? words.slice(-1) : []) node.keepNext = true
  const node: LayoutNode = { ...stackOf([...words, ...attribution]), frame, whole: true }
  return { node, before: sheet.space(settings.before), after: sheet.space(settings.after) }
}

/** A line across the column. */
export function rule(_block: Rule, { sheet }: Context): Flowed {
  const settings = sheet.style('hr')
  const top = sheet.edge(settings.line, settings.line_weight)
  const node: LayoutNode = { stack: [], frame: { padding: [0, top?.width ?? 0, 0, 0], top, rule: true } }
  return { node, before: sheet.space(settings.before), after: sheet.space(settings.after) }
}

/** Share of a page's body that a picture may take, so that its caption stays beside it. */
const HIGHEST_PICTURE = 0.7

/** A picture with its caption; nothing where the picture could not be read, which is reported already. */
export function figure(block: Figure, context: Context): Flowed[] {
  const { images, bodyHeight } = context
  const image = images.get(block.source)
  if (!image) return []
  const width = Math.min(
    context.width * block.width,
    (bodyHeight * HIGHEST_PICTURE * image.width) / image.height,
  )
  return [captioned(block, block.alt, context, tag => ({ image: block.source, width, tag: tag.spot() }))]
}

/** What is shown and its caption, kept together; `show` makes the node that belongs to the element given to it. */
export function captioned(
  { place, caption }: Pick<Figure, 'place' | 'caption'>,
  alt: string,
  context: Context,
  show: (tag: Tag) => LayoutNode,
): Flowed {
  const { sheet, inlines } = context
  const whole = context.tag.add('Div', place)
  const shown: Flowed = { node: show(whole.add('Figure', place, { alt })), before: 0, after: 0 }
  const style = sheet.style('figcaption')
  const under = ofBlock(context, whole.add('Caption', place))
  const words = caption
    ? [leafOf(inlines.runs(caption, sheet.look(style, context.look), under), style, sheet)]
    : []
  const node: LayoutNode = { ...stackOf([shown, ...words]), whole: true }
  const { before, after } = sheet.style('figure')
  return { node, before: sheet.space(before), after: sheet.space(after) }
}

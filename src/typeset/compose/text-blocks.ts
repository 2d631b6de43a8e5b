import {
  type Figure,
  type Heading,
  type Inline,
  type Masthead,
  type Paragraph,
  type Quotation,
  type Rule,
  textOf,
} from '../../markup/index.js'
import type { LayoutNode } from '../layout/nodes.js'
import type { BoxSettings } from '../theme/theme.js'
import type { Context, Flowed } from './context.js'
import { frameOf, leafOf, stackOf, within } from './flow.js'
import { headingOf } from './inlines.js'

/** A paragraph in the look of its container, or of its class. */
export function paragraph(block: Paragraph, context: Context): Flowed {
  const { sheet, inlines } = context
  const look = sheet.look(sheet.classed('p', block.style), context.look)
  const flowed = leafOf(inlines.runs(block.children, look), sheet.styled('p', block.style), sheet)
  const spare = context.width - sheet.theme.measure * look.size
  if (spare > 0) flowed.node.margin = [0, 0, spare, 0]
  return flowed
}

/** A heading: a destination and, outside of the masthead, a bookmark. It stays with what follows. */
export function heading(block: Heading, context: Context): Flowed {
  const { sheet, inlines } = context
  const settings = sheet.style(`h${block.level}`)
  const frame = frameOf(settings, sheet)
  const runs = inlines.runs(block.children, sheet.look(settings, context.look))
  const outline = { title: plainText(block.children), level: block.level }
  const leaf: LayoutNode = {
    text: runs,
    anchors: [headingOf(block.id)],
    ...(context.masthead ? {} : { outline }),
  }
  const node: LayoutNode = { stack: [leaf], frame, keepNext: true, whole: true }
  return { node, before: sheet.space(settings.before), after: sheet.space(settings.after) }
}

/** The words of inlines without their looks, as bookmarks and the document's information show them. */
export function plainText(inlines: readonly Inline[]): string {
  return textOf(inlines)
    .replace(/[\u00AD\u200B\u200E\u200F\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The head of the first page. */
export function masthead(block: Masthead, context: Context): Flowed {
  return box(block.children, context.sheet.style('header'), { ...context, masthead: true }, true)
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
  const frame = frameOf(settings, sheet)
  const inner = within(context, settings, frame)
  const words = context.blocks(block.children, inner)
  const cite = sheet.style('cite')
  const attribution = block.attribution
    ? [leafOf(inlines.runs(block.attribution, sheet.look(cite, context.look)), cite, sheet)]
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
  const { sheet, inlines, images, bodyHeight } = context
  const image = images.get(block.source)
  if (!image) return []
  const settings = sheet.style('figure')
  const width = Math.min(
    context.width * block.width,
    (bodyHeight * HIGHEST_PICTURE * image.width) / image.height,
  )
  const picture: Flowed = { node: { image: block.source, width }, before: 0, after: 0 }
  const style = sheet.style('figcaption')
  const caption = block.caption
    ? [leafOf(inlines.runs(block.caption, sheet.look(style, context.look)), style, sheet)]
    : []
  const node: LayoutNode = { ...stackOf([picture, ...caption]), whole: true }
  return [{ node, before: sheet.space(settings.before), after: sheet.space(settings.after) }]
}

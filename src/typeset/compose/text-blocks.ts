import {
  type BlockQuote,
  type Figure,
  type Heading,
  type Masthead,
  type Paragraph,
  pictureOf,
  type ThematicBreak,
} from '../../markup/index.js'
import type { BoxFrame, LayoutNode } from '../nodes/layout-nodes.js'
import type { StructureElement } from '../nodes/structure-element.js'
import { unformattedText } from '../text/characters.js'
import type { BoxSettings } from '../theme/style-settings.js'
import { type ComposeContext, elementAndLang, type SpacedNode } from './context.js'
import { headingDestination } from './document-index.js'
import { boxFrame, insideBox, spacedParagraph, stackSpaced } from './spaced-nodes.js'

/** A paragraph in the style of its container, or of its class. */
export function composeParagraph(
  block: Paragraph,
  context: ComposeContext,
  element: StructureElement = context.element.add('P', block.place),
): SpacedNode {
  const { sheet, inlines } = context
  const textStyle = sheet.textStyle(sheet.classStyle('p', block.style), context.textStyle)
  return spacedParagraph(
    inlines.runs(block.children, textStyle, elementAndLang(context, element)),
    sheet.withClass('p', block.style),
    sheet,
  )
}

/** A heading: a destination and, outside of the masthead, a bookmark. It is kept with the block after it. */
export function composeHeading(block: Heading, context: ComposeContext): SpacedNode {
  const { sheet, inlines } = context
  const settings = sheet.withClass(`h${block.level}`, block.style)
  const frame = boxFrame(settings, sheet)
  const element = context.element.add(
    `H${context.index.headingLevels.get(block) ?? block.level}`,
    block.place,
  )
  const runs = inlines.runs(
    block.children,
    sheet.textStyle(settings, context.textStyle),
    elementAndLang(context, element),
  )
  const outline = { title: unformattedText(block.children), level: block.level }
  const leaf: LayoutNode = {
    kind: 'paragraph',
    text: runs,
    balanceLines: true,
    anchors: [headingDestination(block.id)],
    ...(context.inMasthead ? {} : { outline }),
  }
  const node: LayoutNode = { kind: 'stack', stack: [leaf], frame, keepWithNext: true, keepTogether: true }
  return { node, before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
}

/** The head of the first page. */
export function composeMasthead(block: Masthead, context: ComposeContext): SpacedNode {
  const element = context.element.add('Div', block.place)
  return composeBox(
    block.children,
    context.sheet.style('header'),
    { ...context, spare: 0, element, inMasthead: true },
    true,
  )
}

/** Blocks in a frame of their own. */
export function composeBox(
  children: Parameters<ComposeContext['composeBlocks']>[0],
  settings: BoxSettings,
  context: ComposeContext,
  whole: boolean,
): SpacedNode {
  const { sheet } = context
  const frame = withoutFillOf(context.ground, boxFrame(settings, sheet))
  const stack = stackSpaced(context.composeBlocks(children, insideBox(context, settings, frame)))
  const node: LayoutNode = { ...stack, frame, keepTogether: whole }
  return { node, before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
}

/** A frame whose ground is that which it stands on draws none, as it would cover what stands across the page. */
const withoutFillOf = (ground: string, frame: BoxFrame | undefined): BoxFrame | undefined =>
  frame?.fill?.toLowerCase() === ground.toLowerCase() ? { ...frame, fill: undefined } : frame

/** A quotation with its attribution below it. */
export function composeQuotation(block: BlockQuote, context: ComposeContext): SpacedNode {
  const { sheet, inlines } = context
  const settings = sheet.withClass('blockquote', block.style)
  const turned = block.lang !== undefined && inlines.isAgainstPage(block.lang)
  const frame = boxFrame(settings, sheet, turned)
  const foreign = block.lang !== undefined && block.lang !== context.lang
  const element = context.element.add('BlockQuote', block.place, foreign ? { lang: block.lang } : {})
  const inner = { ...insideBox(context, settings, frame), element, lang: block.lang ?? context.lang }
  const words = context.composeBlocks(block.children, inner)
  const cite = sheet.style('cite')
  const ownLang = foreign ? { lang: context.lang } : {}
  const attributionContext = elementAndLang(context, element.add('P', block.place, ownLang))
  const under = { ...attributionContext, align: turned ? 'right' : 'left' } as const
  const attribution = block.attribution
    ? [
        spacedParagraph(
          inlines.runs(block.attribution, sheet.textStyle(cite, context.textStyle), under),
          cite,
          sheet,
        ),
      ]
    : []
  const node: LayoutNode = {
    ...stackSpaced([...(attribution.length > 0 ? keptWithNext(words, attribution) : words), ...attribution]),
    frame,
    keepTogether: true,
  }
  return { node, before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
}

/** Nodes of which the last is kept with what follows, at the space which that asks for. */
const keptWithNext = (nodes: readonly SpacedNode[], [next]: readonly SpacedNode[]): SpacedNode[] =>
  nodes.map((item, index) =>
    index === nodes.length - 1
      ? { ...item, node: { ...item.node, keepWithNext: true }, after: next?.before ?? item.after }
      : item,
  )

/** A line across the column. */
export function composeThematicBreak(_block: ThematicBreak, { sheet }: ComposeContext): SpacedNode {
  const settings = sheet.style('hr')
  const top = sheet.borderLine(settings.line, settings.line_weight)
  const inset = { top: top?.width ?? 0, bottom: 0 }
  const node: LayoutNode = {
    kind: 'stack',
    stack: [],
    frame: { padding: [0, 0, 0, 0], inset, top, rule: true },
  }
  return { node, before: sheet.verticalSpace(settings.before), after: sheet.verticalSpace(settings.after) }
}

/** Share of a page's body that a picture may take, so that its caption stays beside it. */
const MAX_IMAGE_SHARE = 0.7

/** A picture with its caption; nothing where the picture could not be read, which is reported already. */
export function composeFigure(block: Figure, context: ComposeContext): SpacedNode[] {
  const { images, bodyHeight } = context
  const image = images.get(pictureOf(block))
  if (!image) return []
  const { height } = context.sheet.withClass('figure', block.style)
  const highest = Math.min(
    bodyHeight * MAX_IMAGE_SHARE,
    height ? context.sheet.ems(height) : Number.POSITIVE_INFINITY,
  )
  const width = Math.min(context.width * block.width, (highest * image.width) / image.height)
  return [
    composeCaptioned(block, block.alt, context, element => ({
      kind: 'image',
      image: pictureOf(block),
      width,
      height: (width * image.height) / image.width,
      markedContent: element.markedContent(),
    })),
  ]
}

/**
 * What is shown with its title above and its caption below, kept together; `show` makes the node that belongs to the element
 * given to it. Captions and credits stand beside the `Figure` in the tags: within it, its alternative text would be read in their place.
 */
export function composeCaptioned(
  {
    place,
    title,
    caption,
    credit,
    ...block
  }: Pick<Figure, 'place' | 'title' | 'caption' | 'credit'> & { readonly style?: string | undefined },
  alt: string,
  context: ComposeContext,
  show: (element: StructureElement) => LayoutNode,
): SpacedNode {
  const { sheet, inlines } = context
  const whole = context.element.add('Div', place)
  const words = (text: Figure['title'], kind: string | undefined): SpacedNode[] => {
    if (!text) return []
    const style = sheet.withClass('figcaption', kind)
    const under = elementAndLang(context, whole.add('Caption', place))
    return [
      spacedParagraph(inlines.runs(text, sheet.textStyle(style, context.textStyle), under), style, sheet),
    ]
  }
  const above = words(title, 'title')
  const shown: SpacedNode = { node: show(whole.add('Figure', place, { alt })), before: 0, after: 0 }
  const node: LayoutNode = {
    ...stackSpaced([...above, shown, ...words(caption, undefined), ...words(credit, 'credit')]),
    keepTogether: true,
  }
  const { before, after } = sheet.withClass('figure', block.style)
  return { node, before: sheet.verticalSpace(before), after: sheet.verticalSpace(after) }
}

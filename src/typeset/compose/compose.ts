import { primaryLanguage } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import type { PageOrientation } from '../../edition/index.js'
import type { Aside, Block, BlockQuote, DefinitionList, Document, List, Section } from '../../markup/index.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { StackNode } from '../nodes/layout-nodes.js'
import { StructureElement } from '../nodes/structure-element.js'
import { PAPER_COLOUR } from '../theme/overlay-colour.js'
import type { StyleSheet } from '../theme/style-sheet.js'
import { composeColumns, composeTwoColumns, spacedAround } from './column-layouts.js'
import { composeContents } from './contents.js'
import type { ComposeContext, SpacedNode } from './context.js'
import { composeDiagram } from './diagrams.js'
import { type DocumentIndex, headingDestination } from './document-index.js'
import type { InlineComposer } from './inlines.js'
import { composeDefinitions, composeList } from './lists.js'
import { columnWidths, composeToMeasure } from './measure.js'
import { composeMeter, composeTicks } from './meters.js'
import { isTooNarrow, reportNarrow, widerWord } from './narrow-blocks.js'
import { composeNumberedParagraph, composeUnderNumber } from './numbered-paragraphs.js'
import { blocksByPages, nodesByOrientation, type PagePart, tablesBetweenBlocks } from './page-parts.js'
import { composeSignatureLine, composeTickBox } from './paper-marks.js'
import { composeParallelText } from './parallel-text.js'
import { composeSources } from './sources.js'
import { hasContent, ofBlock, stackSpaced, withAnchor } from './spaced-nodes.js'
import { composeInColumn } from './spanning-blocks.js'
import { composeTableInTheme } from './stacked-tables.js'
import {
  composeBox,
  composeFigure,
  composeHeading,
  composeMasthead,
  composeParagraph,
  composeQuotation,
  composeThematicBreak,
} from './text-blocks.js'

export interface ComposeOptions {
  readonly sheet: StyleSheet
  readonly measure: number
  readonly index: DocumentIndex
  readonly inlines: InlineComposer
  readonly session: TypesetSession
  readonly report: Report
  /** Points: the body of a page. */
  bodyOf(orientation: PageOrientation | undefined): { readonly width: number; readonly height: number }
  readonly images: ComposeContext['images']
}

/** The nodes that are laid out in pages, and the elements that their words and pictures belong to. */
export interface ComposedDocument {
  readonly parts: readonly ComposedPart[]
  readonly structure: StructureElement
  /** The elements of the markings, which are read before all else and once. */
  readonly markings: readonly StructureElement[]
}

/** Content on pages of one orientation. */
export interface ComposedPart extends PagePart {
  readonly content: StackNode
}

/** Turns a document into the tree of nodes that is laid out in pages, and the tree of its structure. */
export function composeDocument(document: Document, composing: ComposeOptions): ComposedDocument {
  const root = new StructureElement('Document', document.blocks[0]?.place)
  const markings = document.banners.map(({ lang }) =>
    root.add('P', root.place, lang !== undefined && isForeign(lang, document.lang) ? { lang } : {}),
  )
  const body = composing.bodyOf(undefined)
  const context: ComposeContext = {
    ...composing,
    textStyle: composing.sheet.baseTextStyle,
    element: root,
    lang: document.lang,
    ground: PAPER_COLOUR,
    ...columnWidths(body.width, composing),
    bodyHeight: body.height,
    lying: undefined,
    whole: undefined,
    isRoomChecked: false,
    inMasthead: false,
    composeBlocks: (blocks, inner) => composeWithRoom(blocks, inner).filter(({ node }) => hasContent(node)),
  }
  const tables = tablesBetweenBlocks(document.blocks)
  const lyingWidth = composing.bodyOf('landscape').width
  const parts = blocksByPages(document.blocks).flatMap(({ blocks, ...part }): ComposedPart[] => {
    const { width, height } = composing.bodyOf(part.orientation)
    const lying = lyingWidth > width ? { width: lyingWidth, tables } : undefined
    const on = { ...context, ...columnWidths(width, context), bodyHeight: height, lying }
    return nodesByOrientation(context.composeBlocks(blocks, on), on).map(({ orientation, nodes, above }) => ({
      ...part,
      ...(orientation ? { role: 'turned' } : above === undefined ? {} : { role: 'rest' }),
      orientation: orientation ?? part.orientation,
      content: stackSpaced(nodes, above),
    }))
  })
  return {
    parts: parts.filter(({ content }) => hasContent(content)),
    structure: root,
    markings,
  }
}

/** Whether text in a language is not in that of the document: `en` is in `en-GB`. */
const isForeign = (lang: string, of: string): boolean => primaryLanguage(lang) !== primaryLanguage(of)

/** Composes blocks, and reports if their words have no room in what they are nested in. */
function composeWithRoom(blocks: readonly Block[], context: ComposeContext): SpacedNode[] {
  if (context.isRoomChecked) return blocks.flatMap(block => composeBlock(block, context))
  if (isTooNarrow(context)) {
    reportNarrow(blocks[0], 'this is nested too deep: its words have no room', context)
    return composeWithRoom(blocks, { ...context, isRoomChecked: true })
  }
  return blocks.flatMap(block => {
    const nodes = composeBlock(block, context)
    const word = widerWord(nodes, context)
    if (word) reportNarrow(block, `\`${word.text.trim()}\` is wider than what it is nested in`, context)
    return nodes
  })
}

/** The nodes of a block, each of which knows that it is of it. */
function composeBlock(block: Block, context: ComposeContext): SpacedNode[] {
  if (context.whole) return composeInColumn(block, { ...context, whole: context.whole }, composeToOwnWidth)
  return composeToOwnWidth(block, context)
}

function composeToOwnWidth(block: Block, context: ComposeContext): SpacedNode[] {
  const nodes = composeToMeasure(block, context, composeKind).map(item => ofBlock(block, item))
  const [first, ...others] = nodes
  const id = 'id' in block && block.kind !== 'heading' && block.kind !== 'section' ? block.id : undefined
  return first && id !== undefined
    ? [{ ...first, node: withAnchor(first.node, headingDestination(id)) }, ...others]
    : nodes
}

function composeKind(block: Block, context: ComposeContext): SpacedNode[] {
  switch (block.kind) {
    case 'section':
      return composeSection(block, context)
    case 'heading':
      return [composeHeading(block, context)]
    case 'paragraph':
      return [
        block.number === undefined
          ? composeParagraph(block, context)
          : composeNumberedParagraph(block, block.number, context),
      ]
    case 'list':
      return [underNumber(block, context, inner => composeList(block, inner))]
    case 'definitions':
      return [underNumber(block, context, inner => composeDefinitions(block, inner))]
    case 'table':
      return [composeTableInTheme(block, context)]
    case 'meter':
      return composeMeter(block, context)
    case 'ticks':
      return composeTicks(block, context)
    case 'tick-box':
      return composeTickBox(block, context)
    case 'signature-line':
      return [composeSignatureLine(block, context)]
    case 'quotation':
      return [underNumber(block, context, inner => composeQuotation(block, inner))]
    case 'figure':
      return composeFigure(block, context)
    case 'diagram':
      return composeDiagram(block, context)
    case 'aside':
      return [composeAside(block, context)]
    case 'masthead':
      return [composeMasthead(block, context)]
    case 'columns':
      return composeColumns(block, context)
    case 'parallel':
      return composeParallelText(block, context)
    case 'rule':
      return [composeThematicBreak(block, context)]
    case 'page-break':
      return [{ node: { kind: 'stack', stack: [], endsPage: true }, before: 0, after: 0 }]
    case 'contents':
      return [composeContents(block, context)]
    case 'sources':
      return [composeSources(block, context)]
  }
}

function underNumber(
  { underNumber, place }: List | DefinitionList | BlockQuote,
  context: ComposeContext,
  compose: (context: ComposeContext) => SpacedNode,
): SpacedNode {
  return underNumber ? composeUnderNumber(place, context, compose) : compose(context)
}

function composeAside(block: Aside, context: ComposeContext): SpacedNode {
  const element = context.element.add('Sect', block.place)
  return composeBox(
    block.children,
    context.sheet.withClass('aside', block.style),
    { ...context, element },
    true,
  )
}

/** A plain section adds nothing to its content but space before its first and after its last block. */
function composeSection(block: Section, context: ComposeContext): SpacedNode[] {
  const nodes = composeSectionContent(block, {
    ...context,
    element: context.element.add('Sect', block.place),
  })
  const [first, ...others] = nodes
  return first && block.id
    ? [{ ...first, node: withAnchor(first.node, headingDestination(block.id)) }, ...others]
    : nodes
}

function composeSectionContent(block: Section, context: ComposeContext): SpacedNode[] {
  const { sheet } = context
  if (block.style === 'box') return [composeBox(block.children, sheet.style('section.box'), context, false)]
  if (block.style === 'two-columns')
    return composeTwoColumns(block, sheet.style('section.two-columns'), context)
  if (block.style === 'fine') {
    const settings = sheet.style('section.fine')
    const textStyle = sheet.textStyle(settings, context.textStyle)
    return composeTwoColumns(block, settings, { ...context, textStyle })
  }
  const settings = sheet.style(block.style === 'numbered' ? 'section.numbered' : 'section')
  return spacedAround(context.composeBlocks(block.children, context), settings, sheet)
}

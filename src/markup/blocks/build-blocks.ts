import type { Place } from '../../diagnostics/index.js'
import {
  attributeOf,
  attributePlace,
  type HtmlElement,
  type HtmlNode,
  isWhitespace,
} from '../html/html-node.js'
import { targetOf } from '../html/placed-units.js'
import { elementDefinition, isDiagramKind } from '../html/vocabulary.js'
import type { Locale } from '../locale/locale.js'
import type { BlockContext } from './block-context.js'
import type { Aside, Block, BlockQuote, Heading, Paragraph, Section, SourceList } from './blocks.js'
import { buildDiagram, buildFigure } from './build-figures.js'
import { buildHeading, buildSubheading } from './build-headings.js'
import { buildInlines, isInline } from './build-inlines.js'
import { type BuildContent, buildColumnLayout, buildDefinitionList, buildList } from './build-lists.js'
import { buildMeter, buildTicks } from './build-meter.js'
import { buildSignatureLine, buildTickBox } from './build-paper-marks.js'
import { buildParallelText } from './build-parallel-text.js'
import { buildTable } from './build-table.js'
import { checkLength } from './check-length.js'
import { pageClassOf } from './check-pages.js'
import type { Inline } from './inlines.js'
import { placeOfBlock } from './place-of-block.js'

/** Builds block content. The first heading in it takes the id of the section, if that has one. */
export function buildBlocks(
  nodes: readonly HtmlNode[],
  parent: string,
  context: BlockContext,
  section?: string,
): Block[] {
  let id = section
  return nodes.flatMap(node => {
    if (isWhitespace(node)) return []
    if (isInline(node)) {
      reportInlineOutsideParagraph(node, parent, context)
      return []
    }
    const element = node as HtmlElement
    if (elementDefinition(element.name)?.category !== 'block') {
      const within = elementDefinition(element.name)
        ?.within.map(name => `\`${name}\``)
        .join(' or ')
      context.reportMisplaced(element, parent, `put it into ${within}`)
      return []
    }
    const blocks = spanningWhereAsked(element, buildBlock(element, parent, context, id), context)
    if (blocks.some(block => block.kind === 'heading') && node.name !== 'subheading') id = undefined
    return blocks
  })
}

/** Blocks of an element that says `span="all"` are as wide as all columns. */
function spanningWhereAsked(element: HtmlElement, blocks: Block[], context: BlockContext): Block[] {
  const span = attributeOf(element, 'span')
  if (span === undefined) return blocks
  if (span !== 'all') context.reportInvalidAttribute(element, 'span', '`all`, or leave it out')
  return blocks.map(block => ({ ...block, spansColumns: true }))
}

/** Builds content that may be inline or blocks, as of list items and cells: inline content among blocks becomes paragraphs. */
export function buildFlowContent(nodes: readonly HtmlNode[], parent: string, context: BlockContext): Block[] {
  const runs: HtmlNode[][] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (last?.[0] && isInline(node) && isInline(last[0])) last.push(node)
    else runs.push([node])
  }
  return runs.flatMap((run, index) => {
    const [first] = run
    if (!first || !isInline(first)) return buildBlocks(run, parent, context)
    const words = index === 0 ? run : withoutBreaksBefore(run)
    return buildParagraph(words, undefined, words[0]?.place ?? first.place, parent, context)
  })
}

/** What follows a block begins a line anyway. */
function withoutBreaksBefore(run: readonly HtmlNode[]): readonly HtmlNode[] {
  const start = run.findIndex(node => node.name !== 'br' && !isWhitespace(node))
  return start === -1 ? [] : run.slice(start)
}

function buildBlock(
  element: HtmlElement,
  parent: string,
  context: BlockContext,
  sectionId: string | undefined,
): Block[] {
  const { name, place, children } = element
  const style = attributeOf(element, 'class')
  const buildFlow: BuildContent = child => buildFlowContent(child.children, child.name, context)
  if (isDiagramKind(name)) return buildDiagram({ ...element, name }, context)
  switch (name) {
    case 'section':
      return [buildSection(element, parent, context)]
    case 'header':
      return [{ kind: 'masthead', children: buildBlocks(children, name, context), place }]
    case 'aside':
      return [buildAside(element, context, sectionId)]
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return buildHeading(element, Number(name.slice(1)) as Heading['level'], context, sectionId)
    case 'subheading':
      return buildSubheading(element, context)
    case 'p':
      return buildParagraph(children, style, place, name, context)
    case 'ul':
    case 'ol':
      return buildList(element, context, buildFlow)
    case 'dl':
      return buildDefinitionList(element, context, buildFlow)
    case 'table':
      return buildTable(element, context, buildFlow)
    case 'meter':
      return buildMeter(element, context)
    case 'ticks':
      return buildTicks(element, context)
    case 'tick-box':
      return buildTickBox(element, context)
    case 'signature-line':
      return buildSignatureLine(element, context)
    case 'blockquote':
      return buildBlockQuote(element, context)
    case 'figure':
      return buildFigure(element, context)
    case 'columns':
      return buildColumnLayout(element, context, column => buildBlocks(column.children, column.name, context))
    case 'parallel':
      return buildParallelText(element, context, column => buildBlocks(column.children, column.name, context))
    case 'hr':
      return [{ kind: 'rule', place }]
    case 'page-break':
      return [{ kind: 'page-break', place }]
    case 'contents':
      return [{ kind: 'contents', place }]
    case 'source-list':
      return [buildSourceList(place, context)]
    default:
      throw new Error(`no block is made of \`${name}\``)
  }
}

/** A box of its own, which references can name, or one of the section around it. */
function buildAside(element: HtmlElement, context: BlockContext, sectionId: string | undefined): Aside {
  const { name, place, children } = element
  const style = attributeOf(element, 'class')
  const id = context.targetId(element)
  const content = () => context.inSection(() => buildBlocks(children, name, context, id ?? sectionId))
  const blocks = id === undefined && style !== 'box' ? content() : context.withinBox(content)
  if (id !== undefined) context.checkLabelled(element, id, blocks)
  checkLength(element, blocks, context)
  return { kind: 'aside', style, id, children: blocks, place }
}

/** A section on pages of its own stands in no other element, as nothing else could go on beside it. */
function buildSection(element: HtmlElement, parent: string, context: BlockContext): Section {
  const { name, place, children } = element
  const id = attributeOf(element, 'id')
  const style = attributeOf(element, 'class')
  const page = pageClassOf(element)
  if (page !== undefined && parent !== 'template')
    context.report(
      'misplaced-element',
      attributePlace(element, 'class'),
      `${page === 'annex' ? 'an annex' : `a section of ${page} pages`} cannot stand in \`${parent}\``,
      'put it beside the other sections of the template, into no element',
    )
  if (attributeOf(element, 'after') !== undefined)
    context.report(
      'misplaced-element',
      attributePlace(element, 'after'),
      'a section with `after` stands outside of `placed`',
      'put it directly into `placed`, which moves what it holds',
    )
  const target = targetOf(element) === undefined ? undefined : context.targetId(element)
  const blocks = context.inSection(() => buildBlocks(children, name, context, target ?? id))
  if (target !== undefined) context.checkLabelled(element, target, blocks)
  return {
    kind: 'section',
    style: page === undefined ? style : undefined,
    id: target ?? context.idHere(id),
    page,
    ...startOf(element, context),
    children: blocks,
    place,
  }
}

/** The number with which the paragraphs of a section begin, if it says one. */
function startOf(element: HtmlElement, context: BlockContext): Pick<Section, 'start'> {
  const start = attributeOf(element, 'start')
  if (start === undefined) return {}
  const isNumbered = attributeOf(element, 'class') === 'numbered'
  if (isNumbered && /^[1-9]\d{0,3}$/.test(start)) return { start: Number(start) }
  if (isNumbered) context.reportInvalidAttribute(element, 'start', 'a whole number from 1 to 9999')
  else
    context.report(
      'invalid-attribute',
      attributePlace(element, 'start'),
      'no paragraphs are numbered in this section',
      'give it `class="numbered"`',
    )
  return {}
}

function buildParagraph(
  nodes: readonly HtmlNode[],
  style: string | undefined,
  place: Place,
  parent: string,
  context: BlockContext,
): Paragraph[] {
  const children = buildInlines(nodes, parent, context)
  return children.length === 0
    ? []
    : [{ kind: 'paragraph', style, children, place: placeOfBlock(nodes, place) }]
}

/** Builds a quotation; its `cite`, wherever it is, says who said it and where. */
function buildBlockQuote(element: HtmlElement, context: BlockContext): BlockQuote[] {
  const isCite = (child: HtmlNode) => child.name === 'cite'
  const children = buildFlowContent(
    element.children.filter(child => !isCite(child)),
    element.name,
    context,
  )
  const [cite, ...others] = element.children.filter(isCite)
  for (const other of others)
    context.report('misplaced-element', other.place, 'a quotation has one `cite` at most')
  const said = cite?.name ? buildInlines(cite.children, cite.name, context) : []
  const attribution = said.length > 0 ? said : undefined
  const [first] = children
  if (!first) return []
  const [style, lang] = [attributeOf(element, 'class'), attributeOf(element, 'lang')]
  return [{ kind: 'quotation', style, lang, children, attribution, place: first.place }]
}

function buildSourceList(place: Place, context: BlockContext): SourceList {
  const { locale, referenceWords } = context
  const entries = context.cited.map((id, index) => {
    const number = context.firstSource + index
    const words = buildInlines(context.entryOf(id), 'source-list', context)
    const children = referenceWords.areSilent ? sentenceAround(words, place, locale) : words
    return { number, id, spoken: referenceWords.spokenBack(number), children }
  })
  return { kind: 'sources', numbered: referenceWords.isListNumbered, entries, place }
}

/** The entry of the only source in the sentence that says so, as nothing in the text does. */
function sentenceAround(entry: readonly Inline[], place: Place, locale: Locale): Inline[] {
  const [before = '', after = ''] = (locale.citationFormat('all_from') ?? '{source}').split('{source}')
  const text = (words: string): Inline[] => (words === '' ? [] : [{ kind: 'text', text: words, place }])
  return [...text(before), ...entry, ...text(after)]
}

function reportInlineOutsideParagraph(node: HtmlNode, parent: string, context: BlockContext): void {
  const what = node.name === undefined ? 'text' : `\`${node.name}\``
  context.report(
    'misplaced-element',
    node.place,
    `${what} is in \`${parent}\` outside of a paragraph`,
    'put it into `p`',
  )
}

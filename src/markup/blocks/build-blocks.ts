import type { Place } from '../../diagnostics/index.js'
import {
  attributeOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isWhitespace,
} from '../html/html-node.js'
import { elementDefinition } from '../html/vocabulary.js'
import type { BlockBuildContext } from './block-build-context.js'
import { textOfInlines } from './block-tree.js'
import type { Block, Heading, Inline, Paragraph } from './blocks.js'
import { buildDiagram } from './build-diagram.js'
import { buildBlockQuote, buildFigure } from './build-figure.js'
import { buildInlines, isInline } from './build-inlines.js'
import { buildColumnLayout, buildDefinitionList, buildList } from './build-lists.js'
import { buildTable } from './build-table.js'
import { isDiagramKind } from './diagrams.js'

/** Builds what stands below one another. `section` gives its id to the first heading in it. */
export function buildBlocks(
  nodes: readonly HtmlNode[],
  parent: string,
  building: BlockBuildContext,
  section?: string,
): Block[] {
  let id = section
  return nodes.flatMap(node => {
    if (isWhitespace(node)) return []
    if (isInline(node)) {
      reportInlineOutsideParagraph(node, parent, building)
      return []
    }
    const element = node as HtmlElement
    if (elementDefinition(element.name)?.category !== 'block') {
      const within = elementDefinition(element.name)
        ?.within.map(name => `\`${name}\``)
        .join(' or ')
      building.reportMisplaced(element, parent, `put it into ${within}`)
      return []
    }
    const blocks = buildBlock(element, building, id)
    if (blocks.some(block => block.kind === 'heading')) id = undefined
    return blocks
  })
}

/** Builds what may be a line or blocks, as list items and cells may: lines among blocks become paragraphs. */
export function buildFlowContent(
  nodes: readonly HtmlNode[],
  parent: string,
  building: BlockBuildContext,
): Block[] {
  const runs: HtmlNode[][] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (last?.[0] && isInline(node) && isInline(last[0])) last.push(node)
    else runs.push([node])
  }
  return runs.flatMap(run =>
    run[0] && isInline(run[0])
      ? buildParagraph(run, undefined, run[0].place, parent, building)
      : buildBlocks(run, parent, building),
  )
}

function buildBlock(
  element: HtmlElement,
  building: BlockBuildContext,
  sectionId: string | undefined,
): Block[] {
  const { name, place, children } = element
  const style = attributeOf(element, 'class')
  if (isDiagramKind(name)) return buildDiagram({ ...element, name }, building)
  switch (name) {
    case 'section': {
      const id = attributeOf(element, 'id')
      return [{ kind: 'section', style, id, children: buildBlocks(children, name, building, id), place }]
    }
    case 'header':
      return [{ kind: 'masthead', children: buildBlocks(children, name, building), place }]
    case 'aside':
      return [{ kind: 'aside', style, children: buildBlocks(children, name, building, sectionId), place }]
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return buildHeading(element, Number(name.slice(1)) as Heading['level'], building, sectionId)
    case 'p':
      return buildParagraph(children, style, place, name, building)
    case 'ul':
    case 'ol':
      return buildList(element, building)
    case 'dl':
      return buildDefinitionList(element, building)
    case 'table':
      return buildTable(element, building)
    case 'blockquote':
      return buildBlockQuote(element, building)
    case 'figure':
      return buildFigure(element, building)
    case 'columns':
      return buildColumnLayout(element, building)
    case 'hr':
      return [{ kind: 'rule', place }]
    case 'contents':
      return [{ kind: 'contents', place }]
    case 'source-list':
      return [{ kind: 'sources', entries: sourceListEntries(building), place }]
    default:
      throw new Error(`no block is made of \`${name}\``)
  }
}

function buildHeading(
  element: HtmlElement,
  level: Heading['level'],
  building: BlockBuildContext,
  sectionId: string | undefined,
): Block[] {
  const children = buildInlines(element.children, element.name, building)
  if (children.length === 0) return []
  building.checkHeadingLevel(level, element)
  const wish = attributeOf(element, 'id') ?? sectionId ?? slugOf(textOfInlines(children))
  return [
    {
      kind: 'heading',
      level,
      style: attributeOf(element, 'class'),
      id: building.uniqueId(wish),
      children,
      place: placeOfBlock(element.children, element.place),
    },
  ]
}

function buildParagraph(
  nodes: readonly HtmlNode[],
  style: string | undefined,
  place: Place,
  parent: string,
  building: BlockBuildContext,
): Paragraph[] {
  const children = buildInlines(nodes, parent, building)
  return children.length === 0
    ? []
    : [{ kind: 'paragraph', style, children, place: placeOfBlock(nodes, place) }]
}

/** The place of the first text from the brief, so that a finding about a block leads to its author. */
function placeOfBlock(nodes: readonly HtmlNode[], otherwise: Place): Place {
  return firstTextOfBrief(nodes)?.place ?? otherwise
}

function firstTextOfBrief(nodes: readonly HtmlNode[]): HtmlText | undefined {
  for (const node of nodes) {
    const found =
      node.name !== undefined
        ? firstTextOfBrief(node.children)
        : node.fromBrief && !isWhitespace(node)
          ? node
          : undefined
    if (found) return found
  }
  return undefined
}

function sourceListEntries(
  building: BlockBuildContext,
): { number: number; id: string; children: readonly Inline[] }[] {
  return building.cited.map((id, index) => ({ number: index + 1, id, children: building.entryOf(id) }))
}

function reportInlineOutsideParagraph(node: HtmlNode, parent: string, building: BlockBuildContext): void {
  const what = node.name === undefined ? 'text' : `\`${node.name}\``
  building.report(
    'misplaced-element',
    node.place,
    `${what} stands in \`${parent}\` outside of a paragraph`,
    'put it into `p`',
  )
}

function slugOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return words?.join('-') ?? 'heading'
}

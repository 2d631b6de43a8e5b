import type { Place } from '../diagnostics/index.js'
import type { Block, Heading, Inline, Paragraph } from './blocks.js'
import { diagram } from './build-diagram.js'
import { figure, quotation } from './build-figure.js'
import { inlinesOf, isInline } from './build-inlines.js'
import { columns, definitions, list } from './build-lists.js'
import { table } from './build-table.js'
import type { Building } from './building.js'
import { isDiagram } from './diagrams.js'
import { attributeOf, type ElementNode, type HtmlNode, isBlank, type TextNode } from './element.js'
import { textOf } from './plain.js'
import { elementNamed } from './vocabulary.js'

/** Builds what stands below one another. `section` gives its id to the first heading in it. */
export function blocksOf(
  nodes: readonly HtmlNode[],
  parent: string,
  building: Building,
  section?: string,
): Block[] {
  let id = section
  return nodes.flatMap(node => {
    if (isBlank(node)) return []
    if (isInline(node)) {
      reportInline(node, parent, building)
      return []
    }
    const element = node as ElementNode
    if (elementNamed(element.name)?.role !== 'block') {
      const within = elementNamed(element.name)
        ?.within.map(name => `\`${name}\``)
        .join(' or ')
      building.misplaced(element, parent, `put it into ${within}`)
      return []
    }
    const blocks = blockOf(element, building, id)
    if (blocks.some(block => block.kind === 'heading')) id = undefined
    return blocks
  })
}

/** Builds what may be a line or blocks, as list items and cells may: lines among blocks become paragraphs. */
export function flowOf(nodes: readonly HtmlNode[], parent: string, building: Building): Block[] {
  const runs: HtmlNode[][] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (last?.[0] && isInline(node) && isInline(last[0])) last.push(node)
    else runs.push([node])
  }
  return runs.flatMap(run =>
    run[0] && isInline(run[0])
      ? paragraph(run, undefined, run[0].place, parent, building)
      : blocksOf(run, parent, building),
  )
}

function blockOf(element: ElementNode, building: Building, sectionId: string | undefined): Block[] {
  const { name, place, children } = element
  const style = attributeOf(element, 'class')
  if (isDiagram(name)) return diagram({ ...element, name }, building)
  switch (name) {
    case 'section': {
      const id = attributeOf(element, 'id')
      return [{ kind: 'section', style, id, children: blocksOf(children, name, building, id), place }]
    }
    case 'header':
      return [{ kind: 'masthead', children: blocksOf(children, name, building), place }]
    case 'aside':
      return [{ kind: 'aside', style, children: blocksOf(children, name, building, sectionId), place }]
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
      return heading(element, Number(name.slice(1)) as Heading['level'], building, sectionId)
    case 'p':
      return paragraph(children, style, place, name, building)
    case 'ul':
    case 'ol':
      return list(element, building)
    case 'dl':
      return definitions(element, building)
    case 'table':
      return table(element, building)
    case 'blockquote':
      return quotation(element, building)
    case 'figure':
      return figure(element, building)
    case 'columns':
      return columns(element, building)
    case 'hr':
      return [{ kind: 'rule', place }]
    case 'contents':
      return [{ kind: 'contents', place }]
    case 'source-list':
      return [{ kind: 'sources', entries: sourceEntries(building), place }]
    default:
      throw new Error(`no block is made of \`${name}\``)
  }
}

function heading(
  element: ElementNode,
  level: Heading['level'],
  building: Building,
  sectionId: string | undefined,
): Block[] {
  const children = inlinesOf(element.children, element.name, building)
  if (children.length === 0) return []
  building.checkLevel(level, element)
  const wish = attributeOf(element, 'id') ?? sectionId ?? slug(textOf(children))
  return [
    {
      kind: 'heading',
      level,
      style: attributeOf(element, 'class'),
      id: building.uniqueId(wish),
      children,
      place: placeOf(element.children, element.place),
    },
  ]
}

function paragraph(
  nodes: readonly HtmlNode[],
  style: string | undefined,
  place: Place,
  parent: string,
  building: Building,
): Paragraph[] {
  const children = inlinesOf(nodes, parent, building)
  return children.length === 0 ? [] : [{ kind: 'paragraph', style, children, place: placeOf(nodes, place) }]
}

/** The place of the first text from the brief, so that a finding about a block leads to its author. */
function placeOf(nodes: readonly HtmlNode[], otherwise: Place): Place {
  return firstFromBrief(nodes)?.place ?? otherwise
}

function firstFromBrief(nodes: readonly HtmlNode[]): TextNode | undefined {
  for (const node of nodes) {
    const found =
      node.name !== undefined
        ? firstFromBrief(node.children)
        : node.fromBrief && !isBlank(node)
          ? node
          : undefined
    if (found) return found
  }
  return undefined
}

function sourceEntries(building: Building): { number: number; id: string; children: readonly Inline[] }[] {
  return building.cited.map((id, index) => ({ number: index + 1, id, children: building.entryOf(id) }))
}

function reportInline(node: HtmlNode, parent: string, building: Building): void {
  const what = node.name === undefined ? 'text' : `\`${node.name}\``
  building.report(
    'misplaced-element',
    node.place,
    `${what} stands in \`${parent}\` outside of a paragraph`,
    'put it into `p`',
  )
}

function slug(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return words?.join('-') ?? 'heading'
}

import { DIAGRAMS } from './diagrams.js'
import { attributeOf, type ElementNode, type HtmlNode, isBlank } from './element.js'

/**
 * Leaves out what an edition has no content for: empty paragraphs and items, and sections in which nothing
 * but headings is left. `keeps` decides on elements that print something of their own.
 */
export function prune(nodes: readonly HtmlNode[], keeps: (element: ElementNode) => boolean): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.name === undefined) return [node]
    if (LEAVES.has(node.name)) return keeps(node) ? [node] : []
    const pruned = { ...node, children: prune(node.children, keeps) }
    return CELLS.has(node.name) || hasContent(pruned) ? [pruned] : []
  })
}

/** Ids of the sources that a document refers to, in order of first mention. */
export function citedSources(nodes: readonly HtmlNode[], cited = new Set<string>()): ReadonlySet<string> {
  for (const node of nodes) {
    if (node.name === undefined) continue
    if (node.name === 'source-ref') cited.add(attributeOf(node, 'to') ?? '')
    citedSources(node.children, cited)
  }
  return cited
}

/** They print something without having anything inside. */
const LEAVES: ReadonlySet<string> = new Set([
  ...['br', 'hr', 'img', 'contents', 'source-list', 'source-ref'],
  ...DIAGRAMS,
])
/** They hold a place in a row or a pair, and stay where they are empty. */
const CELLS: ReadonlySet<string> = new Set(['td', 'th', 'dt', 'dd', 'column'])
/** In them a heading announces something else. */
const ANNOUNCED: ReadonlySet<string> = new Set(['section', 'aside', 'column', 'columns'])
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4'])

function hasContent(node: HtmlNode, announced = false): boolean {
  if (node.name === undefined) return !isBlank(node)
  if (node.name === 'br') return false
  if (LEAVES.has(node.name)) return true
  if (announced && HEADINGS.has(node.name)) return false
  if (node.name === 'table' && !node.children.some(child => child.name === 'tbody' || child.name === 'tr'))
    return false
  return node.children.some(child => hasContent(child, announced || ANNOUNCED.has(node.name)))
}

import { attributeOf, type HtmlElement, type HtmlNode, isWhitespace } from './html-node.js'
import { DIAGRAM_KINDS } from './vocabulary.js'

/**
 * Leaves out what an edition has no content for: empty paragraphs and items, and sections in which nothing
 * but headings is left. `keeps` decides on elements that print something of their own.
 */
export function pruneEmptyElements(
  nodes: readonly HtmlNode[],
  keeps: (element: HtmlElement) => boolean,
): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (node.name === undefined) return [node]
    if (PRINTED_WITHOUT_CHILDREN.has(node.name)) return keeps(node) ? [node] : []
    const pruned = { ...node, children: pruneEmptyElements(node.children, keeps) }
    return KEPT_WHEN_EMPTY.has(node.name) || printsSomething(pruned) ? [pruned] : []
  })
}

/** Ids of the sources that a document refers to, in order of first mention. */
export function citedSourceIds(nodes: readonly HtmlNode[], cited = new Set<string>()): ReadonlySet<string> {
  for (const node of nodes) {
    if (node.name === undefined) continue
    if (node.name === 'source-ref') cited.add(attributeOf(node, 'to') ?? '')
    citedSourceIds(node.children, cited)
  }
  return cited
}

/** They print something without having anything inside. */
const PRINTED_WITHOUT_CHILDREN: ReadonlySet<string> = new Set([
  ...['br', 'hr', 'img', 'contents', 'source-list', 'source-ref'],
  ...DIAGRAM_KINDS,
])
/** They hold a place in a row or a pair, and stay where they are empty. */
const KEPT_WHEN_EMPTY: ReadonlySet<string> = new Set(['td', 'th', 'dt', 'dd', 'column'])
/** In them a heading announces something else. */
const HEADED: ReadonlySet<string> = new Set(['section', 'aside', 'column', 'columns'])
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4'])

function printsSomething(node: HtmlNode, announced = false): boolean {
  if (node.name === undefined) return !isWhitespace(node)
  if (node.name === 'br') return false
  if (PRINTED_WITHOUT_CHILDREN.has(node.name)) return true
  if (announced && HEADINGS.has(node.name)) return false
  if (node.name === 'table' && !node.children.some(child => child.name === 'tbody' || child.name === 'tr'))
    return false
  return node.children.some(child => printsSomething(child, announced || HEADED.has(node.name)))
}

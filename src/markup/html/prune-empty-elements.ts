import { present } from '../../diagnostics/index.js'
import { attributeOf, type HtmlElement, type HtmlNode, isWhitespace } from './html-node.js'
import { tiedRows } from './table-grid.js'
import { DIAGRAM_KINDS } from './vocabulary.js'

/**
 * Leaves out elements for which an edition has no content: empty paragraphs and items, and sections with nothing but
 * headings; notes alone, which need words to belong to. `keeps` decides on elements that print something without having content.
 */
export function pruneEmptyElements(
  nodes: readonly HtmlNode[],
  keeps: (element: HtmlElement) => boolean,
): HtmlNode[] {
  let hasRows = false
  const kept: HtmlNode[] = []
  for (const node of nodes) {
    if (node.name === undefined) kept.push(node)
    else if (PRINTED_WITHOUT_CHILDREN.has(node.name)) {
      if (keeps(node)) kept.push(node)
    } else {
      const children = pruneEmptyElements(node.children, keeps)
      const isWhole =
        children.length === node.children.length &&
        children.every((child, index) => child === node.children[index])
      const pruned = isWhole ? node : { ...node, children }
      hasRows ||= node.name === 'tr'
      if (isKept(pruned)) kept.push(pruned)
    }
  }
  return hasRows ? withoutEmptyRows(kept) : kept
}

/** Rows of a table are judged together. */
function isKept(element: HtmlElement): boolean {
  if (element.name === 'note') return element.children.some(child => printsSomething(child))
  return element.name === 'tr' || KEPT_WHEN_EMPTY.has(element.name) || printsSomething(element)
}

/** Rows that a cell ties together stay if one of them has content: the places of the others are counted on. */
function withoutEmptyRows(nodes: readonly HtmlNode[]): HtmlNode[] {
  const rows = nodes.flatMap(node => (node.name === 'tr' ? [node] : []))
  const firsts = tiedRows(rows.map(({ children }) => children.map(cell => ({ rows: rowsOf(cell) }))))
  const first = new Map(rows.map((row, index) => [row as HtmlNode, firsts[index]]))
  const printed = new Set(rows.filter(row => printsSomething(row)).map(row => first.get(row)))
  return nodes.filter(node => node.name !== 'tr' || printed.has(first.get(node)))
}

function rowsOf(cell: HtmlNode): number {
  const span = cell.name === undefined ? undefined : attributeOf(cell, 'rowspan')?.trim()
  return span !== undefined && /^\d+$/.test(span) ? Number(span) : 1
}

/** Ids of the sources that a document refers to, in order of first reference. */
export function citedSourceIds(nodes: readonly HtmlNode[], cited = new Set<string>()): ReadonlySet<string> {
  for (const node of nodes) {
    if (node.name === undefined) continue
    if (node.name === 'source-ref') cited.add(present(attributeOf(node, 'to'), 'source of a reference'))
    citedSourceIds(node.children, cited)
  }
  return cited
}

/** Whether a reference names no place in its source. */
export function citesWithoutPlace(nodes: readonly HtmlNode[]): boolean {
  return nodes.some(
    node =>
      node.name !== undefined &&
      (node.name === 'source-ref'
        ? attributeOf(node, 'locator') === undefined
        : citesWithoutPlace(node.children)),
  )
}

/** Elements that print something without having content. */
const PRINTED_WITHOUT_CHILDREN: ReadonlySet<string> = new Set([
  ...['br', 'hr', 'img', 'contents', 'source-list', 'source-ref', 'ref'],
  ...DIAGRAM_KINDS,
])
/** Elements that belong to a row or a pair, or to what is around them, and are kept when they are empty. */
const KEPT_WHEN_EMPTY: ReadonlySet<string> = new Set(['td', 'th', 'dt', 'dd', 'column', 'page-break'])
/** Elements of which a heading alone is no content. */
const HEADED: ReadonlySet<string> = new Set(['section', 'aside', 'column', 'columns', 'parallel'])
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4'])

function printsSomething(node: HtmlNode, isHeaded = false): boolean {
  if (node.name === undefined) return !isWhitespace(node)
  if (node.name === 'br' || node.name === 'note') return false
  if (PRINTED_WITHOUT_CHILDREN.has(node.name)) return true
  if (isHeaded && HEADINGS.has(node.name)) return false
  if (node.name === 'table' && !node.children.some(child => child.name === 'tbody' || child.name === 'tr'))
    return false
  return node.children.some(child => printsSomething(child, isHeaded || HEADED.has(node.name)))
}

import type { Heights } from './heights.js'
import { marginOf } from './heights.js'
import { type ColumnsNode, isLeaf, isStack, type LayoutNode, type Leaf, type Margin } from './nodes.js'
import { partsOfLines } from './page-breaks.js'
import type { Paragraphs } from './paragraphs.js'

/** What flows over columns, in parts between which a column may end. Heights are points, margins included. */
export interface Flow {
  readonly nodes: readonly LayoutNode[]
  readonly heights: readonly number[]
  readonly width: number
}

/** Takes the content of a two-column section apart: lists into items, paragraphs into lines. */
export function flowOf(node: ColumnsNode, heights: Heights, paragraphs: Paragraphs): Flow {
  const [only] = node.columns
  const width = only?.width ?? 0
  const nodes = only && isStack(only) ? partsOf(only.stack, width, paragraphs) : []
  return { nodes, heights: nodes.map(part => heights.outer(part, width)), width }
}

function partsOf(items: readonly LayoutNode[], width: number, paragraphs: Paragraphs): LayoutNode[] {
  return items.flatMap(item => {
    const [left, top, right, bottom] = marginOf(item)
    if (isLeaf(item)) return linesOf(item, width - left - right, paragraphs)
    if (!isStack(item) || item.frame || item.marker || item.whole || item.stack.length < 2) return [item]
    const inner = partsOf(item.stack, width - left - right, paragraphs)
    return inner.map((part, index) => {
      const own = marginOf(part)
      const last = index === inner.length - 1
      part._margin = [
        own[0] + left,
        own[1] + (index === 0 ? top : 0),
        own[2] + right,
        own[3] + (last ? bottom : 0),
      ]
      if (last && item.keepNext) part.keepNext = true
      return part
    })
  })
}

/** A paragraph in parts, of which the first has its destinations. */
function linesOf(leaf: Leaf, width: number, paragraphs: Paragraphs): LayoutNode[] {
  const parts = partsOfLines(paragraphs.lines(leaf, width))
  if (parts.length === 1) return [leaf]
  const [left, top, right, bottom] = marginOf(leaf)
  return parts.map((lines, index) => {
    const last = index === parts.length - 1
    const margin: Margin = [left, index === 0 ? top : 0, right, last ? bottom : 0]
    const first = index === 0 ? { anchors: leaf.anchors ?? [] } : {}
    const kept = last && leaf.keepNext ? { keepNext: true } : {}
    return { text: [], lines, _margin: margin, ...first, ...kept }
  })
}

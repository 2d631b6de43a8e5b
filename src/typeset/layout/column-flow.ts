import {
  type ColumnsNode,
  isParagraph,
  isStack,
  type LayoutNode,
  type Margin,
  type ParagraphNode,
} from '../nodes/layout-nodes.js'
import type { NodeHeights } from './node-heights.js'
import { marginOf } from './node-heights.js'
import { unbrokenLineGroups } from './paragraph-breaks.js'
import type { ParagraphLines } from './paragraph-lines.js'

/** Content of balanced columns, in parts between which a column may end. Heights are points, margins included. */
export interface ColumnFlow {
  readonly nodes: readonly LayoutNode[]
  readonly heights: readonly number[]
  readonly width: number
}

/** Splits the content of a section with columns: lists into items, paragraphs into lines. */
export function columnFlowOf(
  node: ColumnsNode,
  heights: NodeHeights,
  paragraphs: ParagraphLines,
): ColumnFlow {
  const [only] = node.columns
  const width = only?.width ?? 0
  const nodes = only && isStack(only) ? unbrokenParts(only.stack, width, paragraphs) : []
  return { nodes, heights: nodes.map(part => heights.outerHeight(part, width)), width }
}

function unbrokenParts(
  items: readonly LayoutNode[],
  width: number,
  paragraphs: ParagraphLines,
): LayoutNode[] {
  return items.flatMap(item => {
    const [left, top, right, bottom] = marginOf(item)
    if (isParagraph(item)) return paragraphParts(item, width - left - right, paragraphs)
    if (!isStack(item) || item.frame || item.marker || item.keepTogether || item.stack.length < 2)
      return [item]
    const inner = unbrokenParts(item.stack, width - left - right, paragraphs)
    return inner.map((part, index) => {
      const own = marginOf(part)
      const last = index === inner.length - 1
      part._margin = [
        own[0] + left,
        own[1] + (index === 0 ? top : 0),
        own[2] + right,
        own[3] + (last ? bottom : 0),
      ]
      if (last && item.keepWithNext) part.keepWithNext = true
      return part
    })
  })
}

/** A paragraph in parts; the first has its destinations. */
function paragraphParts(paragraph: ParagraphNode, width: number, paragraphs: ParagraphLines): LayoutNode[] {
  const parts = unbrokenLineGroups(paragraphs.lines(paragraph, width))
  if (parts.length === 1) return [paragraph]
  const [left, top, right, bottom] = marginOf(paragraph)
  return parts.map((lines, index) => {
    const last = index === parts.length - 1
    const margin: Margin = [left, index === 0 ? top : 0, right, last ? bottom : 0]
    const first = index === 0 ? { anchors: paragraph.anchors ?? [] } : {}
    const kept = last && paragraph.keepWithNext ? { keepWithNext: true } : {}
    return { text: [], lines, _margin: margin, ...first, ...kept }
  })
}

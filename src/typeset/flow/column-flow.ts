import type { ColumnsNode, LayoutNode, LinesNode } from '../nodes/layout-nodes.js'
import type { Margin, ParagraphNode } from '../nodes/paragraph.js'
import type { NodeHeights } from './node-heights.js'
import { unbrokenLineGroups } from './paragraph-breaks.js'

/** Content of balanced columns, in parts between which a column may end. Heights are points, margins included. */
export interface ColumnFlow {
  readonly nodes: readonly LayoutNode[]
  readonly heights: readonly number[]
  readonly width: number
}

/** Splits the content of a section with columns: lists into items, paragraphs into lines. */
export function columnFlowOf({ columns }: ColumnsNode, heights: NodeHeights): ColumnFlow {
  const [only] = columns
  const width = only?.width ?? 0
  const nodes = only?.node.kind === 'stack' ? unbrokenParts(only.node.stack, width, heights) : []
  return { nodes, heights: nodes.map(part => heights.outerHeight(part, width)), width }
}

function unbrokenParts(items: readonly LayoutNode[], width: number, heights: NodeHeights): LayoutNode[] {
  return items.flatMap(item => {
    const [left, top, right, bottom] = item.margin ?? NO_MARGIN
    if (item.kind === 'paragraph') return paragraphParts(item, width - left - right, heights)
    if (item.kind !== 'stack' || item.frame || item.marker || item.keepTogether || item.stack.length < 2)
      return [item]
    const inner = unbrokenParts(item.stack, width - left - right, heights)
    return inner.map((part, index): LayoutNode => {
      const own = part.margin ?? NO_MARGIN
      const [first, last] = [index === 0, index === inner.length - 1]
      return {
        kind: 'stack',
        stack: [{ ...part, margin: [own[0], 0, own[2], 0] }],
        margin: [left, own[1] + (first ? top : 0), right, own[3] + (last ? bottom : 0)],
        ...(item.blocks ? { blocks: item.blocks } : {}),
        ...(first && item.anchors ? { anchors: item.anchors } : {}),
        ...(part.keepWithNext || (last && item.keepWithNext) ? { keepWithNext: true } : {}),
      }
    })
  })
}

const NO_MARGIN: Margin = [0, 0, 0, 0]

/** A paragraph in parts; the first has its destinations. */
function paragraphParts(paragraph: ParagraphNode, width: number, heights: NodeHeights): LayoutNode[] {
  const parts = unbrokenLineGroups(heights.linesOf(paragraph, width))
  if (parts.length === 1) return [paragraph]
  const { anchors, blocks, outline, keepWithNext } = paragraph
  const [left, top, right, bottom] = paragraph.margin ?? NO_MARGIN
  return parts.map((lines, index): LinesNode => {
    const [first, last] = [index === 0, index === parts.length - 1]
    return {
      kind: 'lines',
      lines,
      margin: [left, first ? top : 0, right, last ? bottom : 0],
      ...(blocks ? { blocks } : {}),
      ...(first && anchors ? { anchors } : {}),
      ...(first && outline ? { outline } : {}),
      ...(last && keepWithNext ? { keepWithNext: true } : {}),
    }
  })
}

import type { BoxFrame, LayoutNode, LinesNode, StackNode } from '../nodes/layout-nodes.js'
import type { Line } from '../nodes/line.js'
import type { Margin, ParagraphNode } from '../nodes/paragraph.js'
import { unbrokenLineGroups } from './paragraph-breaks.js'

/** What splitting asks of nodes. Lengths are points. */
export interface PartMeasures {
  linesOf(node: ParagraphNode | LinesNode, width: number): readonly Line[]
  outerHeight(node: LayoutNode, width: number): number
}

/** Nodes in parts: paragraphs in lines, lists in items, boxes only where they are higher than so many points. */
export function unbrokenParts(
  items: readonly LayoutNode[],
  width: number,
  how: { readonly measures: PartMeasures; readonly unbroken: number | undefined },
): LayoutNode[] {
  const { measures, unbroken = Number.POSITIVE_INFINITY } = how
  return items.flatMap(item => {
    const [left, top, right, bottom] = item.margin ?? NO_MARGIN
    if (item.kind === 'paragraph') return paragraphParts(item, width - left - right, measures)
    if (item.kind !== 'stack' || item.drawing || item.stack.length === 0) return [item]
    const isHigh = () => measures.outerHeight(item, width) > unbroken
    if (item.frame)
      return item.stack.length > 1 && isHigh() ? partsOfBox(item, item.frame, width, how) : [item]
    if (item.floats !== undefined && !isHigh()) return [item]
    if (item.keepTogether) return [item]
    const inner = unbrokenParts(item.stack, width - left - right, how)
    if (inner.length < 2) return [item]
    return inner.map((part, index): LayoutNode => {
      const own = part.margin ?? NO_MARGIN
      const [first, last] = [index === 0, index === inner.length - 1]
      return {
        kind: 'stack',
        stack: [{ ...part, margin: [own[0], 0, own[2], 0] }],
        margin: [left, own[1] + (first ? top : 0), right, own[3] + (last ? bottom : 0)],
        ...(item.blocks ? { blocks: item.blocks } : {}),
        ...(first && item.anchors ? { anchors: item.anchors } : {}),
        ...(first && item.marker ? { marker: item.marker } : {}),
        ...(part.keepWithNext || (last && item.keepWithNext) ? { keepWithNext: true } : {}),
        ...(part.floats === undefined ? {} : { floats: part.floats }),
      }
    })
  })
}

/** A box in parts that join: the first has its upper edge, the last its lower one, and the space between its blocks is within them. */
function partsOfBox(
  box: StackNode,
  frame: BoxFrame,
  width: number,
  how: Parameters<typeof unbrokenParts>[2],
): LayoutNode[] {
  const [before, above, after, below] = frame.padding
  const [left, top, right, bottom] = box.margin ?? NO_MARGIN
  const inner = unbrokenParts(box.stack, width - left - right - before - after, how)
  return inner.map((part, index): LayoutNode => {
    const [first, last] = [index === 0, index === inner.length - 1]
    return {
      kind: 'stack',
      stack: [part],
      margin: [left, first ? top : 0, right, last ? bottom : 0],
      frame: {
        ...frame,
        isPart: true,
        padding: [before, first ? above : 0, after, last ? below : 0],
        inset: { top: first ? (frame.inset?.top ?? 0) : 0, bottom: last ? (frame.inset?.bottom ?? 0) : 0 },
        top: first ? frame.top : undefined,
        bottom: last ? frame.bottom : undefined,
      },
      ...(box.blocks ? { blocks: box.blocks } : {}),
      ...(first && box.anchors ? { anchors: box.anchors } : {}),
      ...(part.keepWithNext || (last && box.keepWithNext) ? { keepWithNext: true } : {}),
    }
  })
}

const NO_MARGIN: Margin = [0, 0, 0, 0]

/** A paragraph in parts; the first has its destinations. */
function paragraphParts(paragraph: ParagraphNode, width: number, measures: PartMeasures): LayoutNode[] {
  const parts = unbrokenLineGroups(measures.linesOf(paragraph, width))
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

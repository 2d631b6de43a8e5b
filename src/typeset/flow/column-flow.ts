import type { ColumnsNode, LayoutNode, LinesNode } from '../nodes/layout-nodes.js'
import type { Line } from '../nodes/line.js'
import type { Margin, ParagraphNode } from '../nodes/paragraph.js'
import { balancedHeight, type ColumnPart } from './balance-columns.js'
import { unbrokenLineGroups } from './paragraph-breaks.js'

/** What is known of nodes without placing them. Lengths are points. */
export interface NodeMeasures {
  readonly spacing: number
  linesOf(node: ParagraphNode | LinesNode, width: number): readonly Line[]
  marginOf(node: LayoutNode): Margin
  outerHeight(node: LayoutNode, width: number): number
}

/** Text that flows through columns of equal width. Lengths are points. */
export interface ColumnFlow {
  /** How many columns there are, how wide each is, and all of them with the gaps between them. */
  readonly columns: number
  readonly width: number
  readonly whole: number
  /** What stands between two blocks that interrupt all columns, or the ends of the flow. */
  readonly bands: readonly ColumnBand[]
}

/** Parts in columns, and what interrupts the columns below them. */
export interface ColumnBand {
  readonly parts: readonly ColumnPart[]
  /** As wide as all columns, and free to stand at the head or foot of a page: each after so many of the parts. */
  readonly floats: readonly FloatingPart[]
  /** As wide as all columns, in its place below the parts; a heading over it, too. */
  readonly below: readonly LayoutNode[]
}
export interface FloatingPart extends ColumnPart {
  readonly after: number
}

/** Splits the content of a section with columns: lists into items, paragraphs into lines. */
export function columnFlowOf(
  { columns: [only], balance: columns = 1, gap, grid }: ColumnsNode,
  measures: NodeMeasures,
): ColumnFlow {
  const width = only?.width ?? 0
  const whole = columns * width + (columns - 1) * gap
  const bands: ColumnBand[] = []
  let parts: ColumnPart[] = []
  let floats: FloatingPart[] = []
  const items = only?.node.kind === 'stack' ? only.node.stack : []
  for (let at = 0; at < items.length; ) {
    const end = endOfSpanning(items, at)
    const [item] = items.slice(end - 1)
    if (end === at + 1 && item?.spans === 'float')
      floats.push({ ...partOf(item, whole, measures, grid), after: parts.length })
    else if (end > at) {
      bands.push({ parts, floats, below: items.slice(at, end) })
      parts = []
      floats = []
    } else
      for (const node of unbrokenParts(items.slice(at, at + 1), width, measures))
        parts.push(partOf(node, width, measures, grid))
    at = Math.max(end, at + 1)
  }
  if (parts.length + floats.length > 0) bands.push({ parts, floats, below: [] })
  return { columns, width, whole, bands }
}

/** The height of all that flows where no page interrupts it, in points. */
export function heightOfFlow({ bands, columns, whole }: ColumnFlow, measures: NodeMeasures): number {
  return bands.reduce((sum, { parts, floats, below }) => {
    const wide = floats.reduce((high, { above, height }) => high + above + height, 0)
    const under = below.reduce((high, node) => high + measures.outerHeight(node, whole), 0)
    return sum + balancedHeight(parts, columns) + wide + under
  }, 0)
}

/** The end of a node that reaches over all columns, with headings before it that are kept with it; `from` if there is none. */
function endOfSpanning(items: readonly LayoutNode[], from: number): number {
  let at = from
  while (items[at]?.keepWithNext && !items[at]?.spans) at++
  return items[at]?.spans ? at + 1 : from
}

function partOf(
  node: LayoutNode,
  width: number,
  measures: NodeMeasures,
  grid: number | undefined,
): ColumnPart {
  const above = measures.marginOf(node)[1]
  const height = measures.outerHeight(node, width) - above
  const { spacing } = measures
  if (!grid || spacing < 1) return { node, above, height }
  const onGrid = {
    above: Math.round(above / grid) * grid,
    height: Math.ceil(height / grid - ROUNDING) * grid,
  }
  const [left, , right, bottom] = node.margin ?? NO_MARGIN
  const below = bottom + (onGrid.height - height) / spacing
  return { node: { ...node, margin: [left, onGrid.above / spacing, right, below] }, ...onGrid }
}

/** Share of the grid by which rounding may make a part too high. */
const ROUNDING = 0.01

function unbrokenParts(items: readonly LayoutNode[], width: number, measures: NodeMeasures): LayoutNode[] {
  return items.flatMap(item => {
    const [left, top, right, bottom] = item.margin ?? NO_MARGIN
    if (item.kind === 'paragraph') return paragraphParts(item, width - left - right, measures)
    if (item.kind !== 'stack' || item.frame || item.drawing || item.keepTogether || item.stack.length === 0)
      return [item]
    const inner = unbrokenParts(item.stack, width - left - right, measures)
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
      }
    })
  })
}

const NO_MARGIN: Margin = [0, 0, 0, 0]

/** A paragraph in parts; the first has its destinations. */
function paragraphParts(paragraph: ParagraphNode, width: number, measures: NodeMeasures): LayoutNode[] {
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

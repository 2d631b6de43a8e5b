import type { ColumnsNode, LayoutNode, StackNode } from '../nodes/layout-nodes.js'
import type { Margin } from '../nodes/paragraph.js'
import { balancedHeight, type ColumnPart } from './balance-columns.js'
import { type PartMeasures, unbrokenParts } from './unbroken-parts.js'

/** What is known of nodes without placing them. Lengths are points. */
export interface NodeMeasures extends PartMeasures {
  readonly spacing: number
  marginOf(node: LayoutNode): Margin
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
  { columns: [only], balance: columns = 1, gap, grid, unbroken }: ColumnsNode,
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
      for (const node of unbrokenParts(items.slice(at, at + 1), width, { measures, unbroken }))
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
  const kept = node.floats === undefined ? undefined : node.floats * spacing
  if (!grid || spacing < 1) return { node, above, height, ...(kept === undefined ? {} : { below: kept }) }
  const rounded = (space: number) => Math.round(space / grid) * grid
  const onGrid = {
    above: rounded(above),
    height: Math.ceil(height / grid - ROUNDING) * grid,
    ...(kept === undefined ? {} : { below: rounded(kept) }),
  }
  const below = (onGrid.height - height) / spacing
  const [left, , right, bottom] = node.margin ?? NO_MARGIN
  const top = onGrid.above / spacing
  if (isInFrame(node))
    return { node: { ...withSpaceWithin(node, below), margin: [left, top, right, bottom] }, ...onGrid }
  return { node: { ...node, margin: [left, top, right, bottom + below] }, ...onGrid }
}

/** A part of a box that is broken across columns goes on below without a gap. */
const isInFrame = (node: LayoutNode): node is StackNode =>
  node.kind === 'stack' && node.frame?.isPart === true

/** Over what stands in it, if that has space over it already, so that no lines of a paragraph are parted. */
const withSpaceWithin = (node: StackNode, space: number): StackNode => ({
  ...node,
  stack: node.stack.map((item, index) => {
    const [left, top, right, bottom] = item.margin ?? NO_MARGIN
    if (index === 0 && top > 0) return { ...item, margin: [left, top + space, right, bottom] }
    const isLast = index === node.stack.length - 1 && (node.stack[0]?.margin?.[1] ?? 0) === 0
    return isLast ? { ...item, margin: [left, top, right, bottom + space] } : item
  }),
})

const NO_MARGIN: Margin = [0, 0, 0, 0]

/** Share of the grid by which rounding may make a part too high. */
const ROUNDING = 0.01

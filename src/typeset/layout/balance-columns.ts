import type { LayoutNode } from '../nodes/layout-nodes.js'

/**
 * How many of the nodes from `from` on go into columns no higher than `room` (points), each filled before the next;
 * none where the first that must stay together do not go into one.
 */
export function countThatFits(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  from: number,
  columns: number,
  room: number,
): number {
  let fitting = 0
  let column = 1
  let used = 0
  for (let start = from; start < nodes.length; ) {
    const { end, height } = keepGroupAt(nodes, heights, start)
    if (used > 0 && used + height > room + TOLERANCE) {
      column++
      used = 0
    }
    if (column > columns || height > room + TOLERANCE) break
    used += height
    fitting = end - from
    start = end
  }
  return fitting
}

/** Splits nodes into columns, in reading order, so that the highest column is as low as can be. */
export function balancedColumns(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  columns: number,
): LayoutNode[][] {
  const parts = splitAtHeight(nodes, heights, balancedHeight(nodes, heights, columns))
  while (parts.length < columns) parts.push([])
  return parts
}

/** The height of the highest of columns that are as even as can be, in points. */
export function balancedHeight(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  columns: number,
): number {
  let high = 0
  let low = 0
  for (let start = 0; start < nodes.length; ) {
    const { end, height } = keepGroupAt(nodes, heights, start)
    high += height
    low = Math.max(low, height)
    start = end
  }
  low = Math.max(low, high / columns)
  if (splitAtHeight(nodes, heights, low).length <= columns) return low
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (splitAtHeight(nodes, heights, middle).length <= columns) high = middle
    else low = middle
  }
  return high
}

const TOLERANCE = 0.001

function splitAtHeight(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  limit: number,
): LayoutNode[][] {
  const parts: LayoutNode[][] = []
  let part: LayoutNode[] = []
  let used = 0
  for (let start = 0; start < nodes.length; ) {
    const { end, height } = keepGroupAt(nodes, heights, start)
    if (part.length > 0 && used + height > limit + TOLERANCE) {
      parts.push(part)
      part = []
      used = 0
    }
    part.push(...nodes.slice(start, end))
    used += height
    start = end
  }
  if (part.length > 0) parts.push(part)
  return parts
}

/** Nodes that stay together, such as a heading and what follows it: where they end, and how high they are. */
function keepGroupAt(nodes: readonly LayoutNode[], heights: readonly number[], start: number) {
  let end = start
  let height = 0
  do height += heights[end] ?? 0
  while (nodes[end++]?.keepWithNext && end < nodes.length)
  return { end, height }
}

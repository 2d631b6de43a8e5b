import { present } from '../../diagnostics/index.js'
import type { LayoutNode } from '../nodes/layout-nodes.js'

/**
 * How many of the nodes from `from` on fit columns no higher than `available` (points), each filled before the next;
 * none where the first nodes that stay together do not fit a column.
 */
export function countThatFits(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  from: number,
  columns: number,
  available: number,
): number {
  let fitting = 0
  let column = 1
  let used = 0
  for (let start = from; start < nodes.length; ) {
    let { end, height } = keepGroupAt(nodes, heights, start, used === 0)
    if (used > 0 && used + height > available + TOLERANCE) {
      column++
      used = 0
      ;({ end, height } = keepGroupAt(nodes, heights, start, true))
    }
    if (column > columns || height > available + TOLERANCE) break
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

/** The height of the highest column where the columns are as even as can be, in points. */
export function balancedHeight(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  columns: number,
): number {
  let high = 0
  let low = 0
  for (let start = 0; start < nodes.length; ) {
    const { end, height } = keepGroupAt(nodes, heights, start, start === 0)
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

/** Points by which rounding may make a column too high. */
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
    let { end, height } = keepGroupAt(nodes, heights, start, part.length === 0)
    if (part.length > 0 && used + height > limit + TOLERANCE) {
      parts.push(part)
      part = []
      used = 0
      ;({ end, height } = keepGroupAt(nodes, heights, start, true))
    }
    part.push(...nodes.slice(start, end))
    used += height
    start = end
  }
  if (part.length > 0) parts.push(part)
  return parts
}

/**
 * The end and the height of nodes that stay together, such as a heading and what follows it; where a column begins, also a line
 * from the middle of a paragraph and the next, as the column may end there.
 */
function keepGroupAt(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  start: number,
  beginsColumn: boolean,
) {
  let end = start
  let height = 0
  do height += present(heights[end], 'height of a node')
  while (isKept(nodes[end++], beginsColumn && end === start + 1) && end < nodes.length)
  return { end, height }
}

const isKept = (node: LayoutNode | undefined, isFirst: boolean): boolean =>
  node?.keepWithNext === true || (isFirst && isMiddleLine(node))

/** Whether a node is one line of a paragraph that has others before and after it. */
function isMiddleLine(node: LayoutNode | undefined): boolean {
  if (node?.kind === 'stack' && node.stack.length === 1) return isMiddleLine(node.stack[0])
  return node?.kind === 'lines' && node.lines.length === 1
}

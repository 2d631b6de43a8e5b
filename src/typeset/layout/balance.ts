import type { LayoutNode } from './nodes.js'

/** How many of the nodes, from the first, go into columns no higher than `room` (points). */
export function fittingPrefix(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  columns: number,
  room: number,
): number {
  for (let count = nodes.length; count > 0; count--) {
    if (nodes[count - 1]?.keepNext && count < nodes.length) continue
    if (lowestHeight(nodes.slice(0, count), heights.slice(0, count), columns) <= room) return count
  }
  return 0
}

/** Splits nodes into columns, in reading order, so that the highest column is as low as can be. */
export function balancedSplit(
  nodes: readonly LayoutNode[],
  heights: readonly number[],
  columns: number,
): LayoutNode[][] {
  const parts = split(nodes, heights, lowestHeight(nodes, heights, columns))
  while (parts.length < columns) parts.push([])
  return parts
}

function lowestHeight(nodes: readonly LayoutNode[], heights: readonly number[], columns: number): number {
  const total = heights.reduce((sum, height) => sum + height, 0)
  let low = Math.max(total / columns, ...groups(nodes, heights).map(group => group.height))
  let high = total
  if (split(nodes, heights, low).length <= columns) return low
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (split(nodes, heights, middle).length <= columns) high = middle
    else low = middle
  }
  return high
}

function split(nodes: readonly LayoutNode[], heights: readonly number[], limit: number): LayoutNode[][] {
  const parts: LayoutNode[][] = []
  let part: LayoutNode[] = []
  let used = 0
  for (const group of groups(nodes, heights)) {
    if (part.length > 0 && used + group.height > limit + 0.001) {
      parts.push(part)
      part = []
      used = 0
    }
    part.push(...group.nodes)
    used += group.height
  }
  if (part.length > 0) parts.push(part)
  return parts
}

/** Nodes that stay together, such as a heading and what follows it. */
function groups(nodes: readonly LayoutNode[], heights: readonly number[]) {
  const all: { nodes: LayoutNode[]; height: number }[] = []
  let open = false
  nodes.forEach((node, index) => {
    const group = open ? all.at(-1) : undefined
    if (group) {
      group.nodes.push(node)
      group.height += heights[index] ?? 0
    } else all.push({ nodes: [node], height: heights[index] ?? 0 })
    open = node.keepNext === true
  })
  return all
}

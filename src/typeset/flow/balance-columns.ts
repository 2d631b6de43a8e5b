import { present } from '../../diagnostics/index.js'
import type { LayoutNode } from '../nodes/layout-nodes.js'

/** A piece of content between two places where a column may end. Lengths are points. */
export interface ColumnPart {
  readonly node: LayoutNode
  /** The space over it, which is dropped where a column begins. */
  readonly above: number
  /** With the space below it. */
  readonly height: number
}

/**
 * How many of the parts fit columns no higher than `available` (points), each filled before the next; none where the first
 * parts that stay together do not fit a column.
 */
export function countThatFits(parts: readonly ColumnPart[], columns: number, available: number): number {
  return filledColumns(parts, available, columns).reduce((sum, column) => sum + column.length, 0)
}

/** Splits parts into columns, in reading order, so that the highest column is as low as can be. */
export function balancedColumns(parts: readonly ColumnPart[], columns: number): readonly ColumnPart[][] {
  const filled = filledColumns(parts, balancedHeight(parts, columns))
  while (filled.length < columns) filled.push([])
  return filled
}

/** The height of the highest column where the columns are as even as can be, in points. */
export function balancedHeight(parts: readonly ColumnPart[], columns: number): number {
  let high = 0
  let low = 0
  for (let start = 0; start < parts.length; ) {
    const { end, height } = keptTogether(parts, start, start === 0)
    high += height
    low = Math.max(low, height - present(parts[start], 'part of a column').above)
    start = end
  }
  high = Math.max(low, high)
  if (filledColumns(parts, low).length <= columns) return low
  while (high - low > 0.25) {
    const middle = (low + high) / 2
    if (filledColumns(parts, middle).length <= columns) high = middle
    else low = middle
  }
  return high
}

/** Points by which rounding may make a column too high. */
const TOLERANCE = 0.001

/** The height of parts in one column, without the space over the first. */
export const heightOfParts = (parts: readonly ColumnPart[]): number =>
  parts.reduce((sum, { above, height }, index) => sum + (index === 0 ? 0 : above) + height, 0)

/**
 * Fills columns one after another. With `columns` it ends with the last of these, or where what stays together is higher than
 * a column; without, such parts have a column of their own.
 */
function filledColumns(
  parts: readonly ColumnPart[],
  limit: number,
  columns = Number.POSITIVE_INFINITY,
): ColumnPart[][] {
  const filled: ColumnPart[][] = []
  let column: ColumnPart[] = []
  let used = 0
  for (let start = 0; start < parts.length; ) {
    let isFirst = column.length === 0
    let { end, height } = keptTogether(parts, start, isFirst)
    if (!isFirst && used + height > limit + TOLERANCE) {
      filled.push(column)
      if (filled.length >= columns) return filled
      column = []
      used = 0
      isFirst = true
      ;({ end, height } = keptTogether(parts, start, isFirst))
    }
    if (isFirst) height -= present(parts[start], 'part of a column').above
    if (columns < Number.POSITIVE_INFINITY && height > limit + TOLERANCE) break
    column.push(...parts.slice(start, end))
    used += height
    start = end
  }
  if (column.length > 0) filled.push(column)
  return filled
}

/**
 * The end and the height of parts that stay together, such as a heading and what follows it; where a column begins, also a line
 * from the middle of a paragraph and the next, as the column may end there.
 */
export function keptTogether(
  parts: readonly ColumnPart[],
  start: number,
  beginsColumn: boolean,
): { readonly end: number; readonly height: number } {
  let end = start
  let height = 0
  do {
    const part = present(parts[end], 'part of a column')
    height += part.above + part.height
  } while (isKept(parts[end++]?.node, beginsColumn && end === start + 1) && end < parts.length)
  return { end, height }
}

const isKept = (node: LayoutNode | undefined, isFirst: boolean): boolean =>
  node?.keepWithNext === true || (isFirst && isMiddleLine(node))

/** Whether a node is one line of a paragraph that has others before and after it. */
function isMiddleLine(node: LayoutNode | undefined): boolean {
  if (node?.kind === 'stack' && node.stack.length === 1) return isMiddleLine(node.stack[0])
  return node?.kind === 'lines' && node.lines.length === 1
}

import { present } from '../../diagnostics/index.js'
import type { LayoutNode } from '../nodes/layout-nodes.js'

/** A piece of content between two places where a column may end. Lengths are points. */
export interface ColumnPart {
  readonly node: LayoutNode
  /** The space over it, which is dropped where a column begins. */
  readonly above: number
  /** With the space below it. */
  readonly height: number
  /** Of what floats: the space to what stands below it, whatever that is. */
  readonly below?: number
}

/** The space between two parts that stand below one another. */
export const spaceBetween = (upper: ColumnPart | undefined, lower: ColumnPart): number =>
  Math.max(lower.above, upper?.below ?? 0)

/**
 * The parts that fit columns no higher than `available` (points), each filled before the next: all but the last of them, and what
 * floats. None where the first parts that stay together do not fit a column.
 */
export function partsThatFit(
  parts: readonly ColumnPart[],
  columns: number,
  available: number,
): readonly ColumnPart[] {
  const fitting = new Set(filledColumns(parts, available, columns).flat())
  return fitting.size === parts.length ? parts : parts.filter(part => fitting.has(part))
}

/** Splits parts into columns, in reading order but for what floats, so that the highest column is as low as can be. */
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
  const filler = new ColumnFiller(parts, limit, columns)
  filler.fill()
  return filler.filled
}

/** What floats waits where it has no room, with what floats after it, and stands at the head of the next column. */
class ColumnFiller {
  readonly filled: ColumnPart[][] = []
  #column: ColumnPart[] = []
  #used = 0
  #start = 0
  #waiting: readonly ColumnPart[] = []
  /** Nothing stands in the column but what has waited for it, and room has been found for all that was asked for. */
  #isAtHead = true
  /** Something stands in the column that does not float. */
  #hasText = false

  constructor(
    private readonly parts: readonly ColumnPart[],
    private readonly limit: number,
    private readonly columns: number,
  ) {}

  fill(): void {
    while (this.#start < this.parts.length || this.#waiting.length > 0) {
      const isPlaced = this.#takesWaiting() ? this.#placeWaiting() : this.#placeNext()
      if (!isPlaced && !this.#beginColumn()) return
    }
    if (this.#column.length > 0) this.filled.push(this.#column)
  }

  #takesWaiting(): boolean {
    return this.#waiting.length > 0 && (this.#isAtHead || this.#start >= this.parts.length)
  }

  #placeWaiting(): boolean {
    const [first, ...others] = this.#waiting
    if (first && this.#place([first], first.above + first.height)) {
      this.#waiting = others
      return true
    }
    const isTextNext = this.#column.length > 0 && this.#start < this.parts.length
    if (isTextNext) this.#isAtHead = false
    return isTextNext
  }

  #placeNext(): boolean {
    const { end, height } = keptTogether(this.parts, this.#start, !this.#hasText)
    const group = this.parts.slice(this.#start, end)
    const [first, ...others] = group
    const floats = first?.below !== undefined && others.length === 0
    const isPlaced = !(floats && this.#waiting.length > 0) && this.#place(group, height)
    if (first && floats && !isPlaced && this.#column.length > 0) this.#waiting = [...this.#waiting, first]
    else if (!isPlaced) return false
    this.#start = end
    if (isPlaced) {
      this.#isAtHead = false
      if (!floats) this.#hasText = true
    }
    return true
  }

  /** Whether there is room, which there is in an empty column where their number has no end. */
  #place(group: readonly ColumnPart[], whole: number): boolean {
    const isFirst = this.#column.length === 0
    const first = present(group[0], 'part of a column')
    const space = isFirst ? 0 : spaceBetween(this.#column.at(-1), first)
    const height = whole - first.above + space
    const hasRoom = this.#used + height <= this.limit + TOLERANCE
    if (!hasRoom && !(isFirst && this.columns === Number.POSITIVE_INFINITY)) return false
    this.#column.push(...group)
    this.#used += height
    return true
  }

  /** False where there is none, or none would have room for what comes next. */
  #beginColumn(): boolean {
    const isEmpty = this.#column.length === 0
    if (!isEmpty) this.filled.push(this.#column)
    this.#column = []
    this.#used = 0
    this.#isAtHead = true
    this.#hasText = false
    return !isEmpty && this.filled.length < this.columns
  }
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

import { present } from '../../diagnostics/index.js'
import type { ParallelPart } from './parallel-parts.js'

/** A part of each column, or none. */
export type ParallelRow = readonly (ParallelPart | undefined)[]

/** Pairs the parts of columns, in their order, so that as many as can stand beside one of their kind; what is wide stands alone. */
export function rowsOfColumns(columns: readonly (readonly ParallelPart[])[]): ParallelRow[] {
  const [first = [], ...others] = columns
  let rows: ParallelRow[] = first.map(part => [part])
  for (const [index, column] of others.entries()) rows = withColumn(rows, index + 1, column)
  return rows
}

/** `width` is the number of columns that rows have already. */
function withColumn(
  rows: readonly ParallelRow[],
  width: number,
  column: readonly ParallelPart[],
): ParallelRow[] {
  const kinds = rows.map(row =>
    present(
      row.find(part => part !== undefined),
      'part of a row',
    ),
  )
  const joined: ParallelRow[] = []
  const pairs = pairedKinds(kinds, column)
  let [row, at] = [0, 0]
  const alone = (upTo: number, end: number): void => {
    for (; row < upTo; row++) joined.push([...present(rows[row], 'row'), undefined])
    for (; at < end; at++) joined.push([...new Array<undefined>(width).fill(undefined), column[at]])
  }
  for (const [left, right] of pairs) {
    alone(left, right)
    joined.push([...present(rows[left], 'row'), column[right]])
    row = left + 1
    at = right + 1
  }
  alone(rows.length, column.length)
  return joined
}

/** The longest sequence of pairs of one kind, the earliest of those equally long (longest common subsequence). */
function pairedKinds(
  one: readonly ParallelPart[],
  other: readonly ParallelPart[],
): (readonly [number, number])[] {
  const isPair = (left: number, right: number) => {
    const [a, b] = [one[left], other[right]]
    return a !== undefined && b !== undefined && !a.isWide && !b.isWide && a.kind === b.kind
  }
  const width = other.length + 1
  const longest = new Uint32Array((one.length + 1) * width)
  const lengthAt = (left: number, right: number) => longest[left * width + right] ?? 0
  for (let left = one.length - 1; left >= 0; left--)
    for (let right = other.length - 1; right >= 0; right--)
      longest[left * width + right] = isPair(left, right)
        ? 1 + lengthAt(left + 1, right + 1)
        : Math.max(lengthAt(left + 1, right), lengthAt(left, right + 1))
  const pairs: (readonly [number, number])[] = []
  for (let [left, right] = [0, 0]; left < one.length && right < other.length; )
    if (isPair(left, right)) pairs.push([left++, right++])
    else if (lengthAt(left + 1, right) >= lengthAt(left, right + 1)) left++
    else right++
  return pairs
}

/** The index of the last of some sorted things that begins before an offset; -1 if none does. */
export function lastIndexBefore<T>(
  sorted: readonly T[],
  offset: number,
  startOf: (one: T) => number,
): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(sorted[middle] as T) < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

export interface NumberRange {
  readonly first: number
  readonly last: number
}

/** Gathers consecutive numbers, so that many stakes can be named in little room. The numbers ascend. */
export function numberRanges(numbers: readonly number[]): readonly NumberRange[] {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range?.last === number - 1) range.last = number
    else ranges.push({ first: number, last: number })
  }
  return ranges
}

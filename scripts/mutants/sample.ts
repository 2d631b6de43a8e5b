/** That many of the values, in their order, the same for the same seed. */
export function sample<Value>(values: readonly Value[], count: number, seed: number): Value[] {
  const random = generator(seed)
  const ranks = values.map((value, index) => ({ value, index, rank: random() }))
  return ranks
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .toSorted((a, b) => a.index - b.index)
    .map(({ value }) => value)
}

/** Numbers from 0 to 1 by the algorithm mulberry32. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A figure taken several times. */
export interface Figure {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** Takes a figure of each in turn, round after round, so that what else the machine does falls on all alike. */
export async function inRounds(
  measures: readonly (() => number | Promise<number>)[],
  rounds: number,
): Promise<Figure[]> {
  const taken: number[][] = measures.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, measure] of measures.entries()) taken[index]?.push(await measure())
  return taken.map(figureOf)
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: sorted[sorted.length >> 1] ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 }
}

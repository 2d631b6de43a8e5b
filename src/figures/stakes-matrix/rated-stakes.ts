import type { RatedStake } from '../../markup/index.js'

/** A stake with a place in the grid. */
export interface FullyRatedStake extends RatedStake {
  readonly likelihood: number
  readonly impact: number
}

/** Whether a stake has a place in the grid, not only in the list. */
export function isFullyRated(stake: RatedStake): stake is FullyRatedStake {
  return stake.likelihood !== undefined && stake.impact !== undefined
}

/** Likelihood times impact, by which stakes are ranked where there is no room for all; 0 without a rating. */
export function riskScore({ likelihood = 0, impact = 0 }: RatedStake): number {
  return likelihood * impact
}

/** The stakes that share a cell of the grid, in order of their numbers, cell by cell. */
export function stakesByCell(stakes: readonly FullyRatedStake[]): readonly (readonly FullyRatedStake[])[] {
  const cells = new Map<string, FullyRatedStake[]>()
  for (const stake of stakes.toSorted((a, b) => a.number - b.number)) {
    const cell = `${stake.likelihood}/${stake.impact}`
    const inCell = cells.get(cell)
    if (inCell) inCell.push(stake)
    else cells.set(cell, [stake])
  }
  return [...cells.values()]
}

import type { Pens } from '../drawing.js'
import { discsFit } from './fill-cell.js'
import { GREATEST_RADIUS } from './numbered-disc.js'
import type { GridPlan } from './plan-grid.js'
import { type Rated, stakesByCell } from './rated.js'

/** The size of all numbers, in points: smaller than the small type where that lets more cells show their discs. */
export function numberSize({ cell }: GridPlan, stakes: readonly Rated[], { type }: Pens): number {
  const greatest = Math.min(type.small, (cell.height - CELL_PADDING) / (2 * GREATEST_RADIUS))
  const cells = stakesByCell(stakes)
  const crowded = (size: number) => cells.filter(inCell => !discsFit(inCell, cell, size)).length
  return SHRINKING.map(share => share * greatest).reduce((best, size) =>
    crowded(size) < crowded(best) ? size : best,
  )
}

/** Above and below the largest disc in the lowest cell, in points together. Cells are wider than they are high. */
const CELL_PADDING = 0.5

/** Down to the least that is still easily read. */
const SHRINKING = [1, 0.9, 0.8]

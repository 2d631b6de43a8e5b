import type { FigureStyle } from '../drawing.js'
import { circlesFit } from './draw-cell.js'
import { GREATEST_RADIUS } from './numbered-circle.js'
import type { MatrixPlan } from './plan-matrix.js'
import { type FullyRatedStake, stakesByCell } from './rated-stakes.js'

/** The size of all numbers, in points: smaller than the small type where that lets more cells show their discs. */
export function numberSize(
  { cell }: MatrixPlan,
  stakes: readonly FullyRatedStake[],
  { type }: FigureStyle,
): number {
  const greatest = Math.min(type.small, (cell.height - CELL_PADDING) / (2 * GREATEST_RADIUS))
  const cells = stakesByCell(stakes)
  const crowded = (size: number) => cells.filter(inCell => !circlesFit(inCell, cell, size)).length
  return NUMBER_SCALES.map(share => share * greatest).reduce((best, size) =>
    crowded(size) < crowded(best) ? size : best,
  )
}

/** Above and below the largest disc in the lowest cell, in points together. Cells are wider than they are high. */
const CELL_PADDING = 0.5

/** Down to the least that is still easily read. */
const NUMBER_SCALES = [1, 0.9, 0.8]

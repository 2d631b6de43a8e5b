import type { DiagramStrings } from '../../markup/index.js'
import type { FigureStyle, Shape } from '../drawing.js'
import type { MatrixArea } from './cells.js'
import { CELL_GAP } from './cells.js'
import { drawAxes } from './draw-axes.js'
import { drawCell } from './draw-cell.js'
import { namedStakes } from './named-stakes.js'
import type { MatrixPlan } from './plan-matrix.js'
import { type FullyRatedStake, stakesByCell } from './rated-stakes.js'

/**
 * The cells, shaded by risk, with their stakes, and the axes; `named` where these have their names beside them. `size` is
 * that of the numbers, in points.
 */
export function drawGrid(
  plan: MatrixPlan,
  stakes: readonly FullyRatedStake[],
  { size, named }: { readonly size: number; readonly named: boolean },
  words: DiagramStrings,
  style: FigureStyle,
): readonly Shape[] {
  const cells = [5, 4, 3, 2, 1].flatMap(likelihood => [1, 2, 3, 4, 5].map(impact => ({ likelihood, impact })))
  return [
    ...cells.map(cell => ({
      kind: 'rectangle' as const,
      ...cellArea(cell, plan),
      fill: cellShade(cell, style),
    })),
    ...stakesByCell(stakes).flatMap(inCell => {
      const [cell] = inCell
      if (!cell) return []
      const area = cellArea(cell, plan)
      const withNames = named ? namedStakes(inCell, area, size, style) : undefined
      return withNames ?? drawCell(inCell, area, size, style)
    }),
    ...drawAxes(plan, words, style),
  ]
}

interface RatingCell {
  readonly likelihood: number
  readonly impact: number
}

function cellArea({ likelihood, impact }: RatingCell, { cells, cell }: MatrixPlan): MatrixArea {
  return {
    x: cells.x + (impact - 1) * (cell.width + CELL_GAP),
    y: cells.y + (5 - likelihood) * (cell.height + CELL_GAP),
    ...cell,
  }
}

/** The shade depends on the sum of both ratings, so that each shade is a diagonal band. */
function cellShade({ likelihood, impact }: RatingCell, { palette }: FigureStyle): string | undefined {
  return palette.shades[Math.ceil(((likelihood + impact - 2) / 8) * (palette.shades.length - 1))]
}

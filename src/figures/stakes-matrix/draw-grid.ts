import type { DiagramWords } from '../../markup/index.js'
import type { Pens, Shape } from '../drawing.js'
import { GAP } from './cells.js'
import { drawAxes } from './draw-axes.js'
import { fillCell } from './fill-cell.js'
import type { Frame } from './frame.js'
import type { GridPlan } from './plan-grid.js'
import { type Rated, stakesByCell } from './rated.js'

/** The cells, shaded by gravity, with their stakes, and the axes. `size` is that of the numbers, in points. */
export function drawGrid(
  plan: GridPlan,
  stakes: readonly Rated[],
  size: number,
  words: DiagramWords,
  pens: Pens,
): readonly Shape[] {
  const cells = [5, 4, 3, 2, 1].flatMap(likelihood => [1, 2, 3, 4, 5].map(impact => ({ likelihood, impact })))
  return [
    ...cells.map(cell => ({ kind: 'rectangle' as const, ...frameOf(cell, plan), fill: shadeOf(cell, pens) })),
    ...stakesByCell(stakes).flatMap(inCell => {
      const [cell] = inCell
      return cell ? fillCell(inCell, frameOf(cell, plan), size, pens) : []
    }),
    ...drawAxes(plan, words, pens),
  ]
}

interface Cell {
  readonly likelihood: number
  readonly impact: number
}

function frameOf({ likelihood, impact }: Cell, { cells, cell }: GridPlan): Frame {
  return {
    x: cells.x + (impact - 1) * (cell.width + GAP),
    y: cells.y + (5 - likelihood) * (cell.height + GAP),
    ...cell,
  }
}

/** By the sum of both, so that a shade runs across the grid as a band. */
function shadeOf({ likelihood, impact }: Cell, { palette }: Pens): string | undefined {
  return palette.shades[Math.ceil(((likelihood + impact - 2) / 8) * (palette.shades.length - 1))]
}

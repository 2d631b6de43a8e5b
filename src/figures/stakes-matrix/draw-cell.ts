import type { FigureStyle, Shape } from '../drawing.js'
import type { MatrixArea } from './cells.js'
import { groupedNumbers } from './grouped-numbers.js'
import { circleRadius, GREATEST_RADIUS, numberedCircle } from './numbered-circle.js'
import type { MatrixPlan } from './plan-matrix.js'
import { type FullyRatedStake, stakesByCell } from './rated-stakes.js'

/** The stakes of one cell, in order of their numbers: circles, or the numbers as text where there are too many. */
export function drawCell(
  stakes: readonly FullyRatedStake[],
  cell: MatrixArea,
  size: number,
  style: FigureStyle,
): readonly Shape[] {
  const rows = clusterRows(stakes, cell, size)
  if (!rows) {
    const numbers = stakes.map(({ number }) => number)
    return groupedNumbers(numbers, cell, size, style)
  }
  const step = circleSpacing(stakes, size)
  const middle = { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 }
  return rows.flatMap((row, index) => {
    const y = middle.y + (index - (rows.length - 1) / 2) * step
    const left = middle.x - ((row.length - 1) / 2) * step
    return row.flatMap((stake, column) => numberedCircle(stake, { x: left + column * step, y }, size, style))
  })
}

/** The size of all numbers, in points: smaller, down to the smallest type, than the small type where that lets more cells show their circles. */
export function numberSize(
  { cell }: MatrixPlan,
  stakes: readonly FullyRatedStake[],
  { type }: FigureStyle,
): number {
  const greatest = Math.min(type.small, (cell.height - CELL_PADDING) / (2 * GREATEST_RADIUS))
  const cells = stakesByCell(stakes)
  const crowded = (size: number) => cells.filter(inCell => !clusterRows(inCell, cell, size)).length
  const sizes = NUMBER_SCALES.map(share => Math.max(type.smallest, share * greatest))
  return sizes.reduce((best, size) => (crowded(size) < crowded(best) ? size : best))
}

/** Above and below the largest circle in the lowest cell, in points together. Cells are wider than they are high. */
const CELL_PADDING = 0.5

/** Down to the least that is still easy to read. */
const NUMBER_SCALES = [1, 0.9, 0.8]

/** Between two circles, in points. */
const CIRCLE_GAP = 1.2

/** From the centre of one circle to that of the next, wide enough for the largest circle. */
function circleSpacing(stakes: readonly FullyRatedStake[], size: number): number {
  return 2 * Math.max(...stakes.map(({ priority }) => circleRadius(priority, size))) + CIRCLE_GAP
}

/** Arranges the circles in the rows that leave most space around them. */
function clusterRows(
  stakes: readonly FullyRatedStake[],
  cell: { readonly width: number; readonly height: number },
  size: number,
): readonly (readonly FullyRatedStake[])[] | undefined {
  const step = circleSpacing(stakes, size)
  const fullness = (rows: number) =>
    Math.max((Math.ceil(stakes.length / rows) * step) / cell.width, (rows * step) / cell.height)
  let best = 1
  for (let rows = 2; rows <= stakes.length && rows * step <= cell.height + CIRCLE_GAP; rows++) {
    if (fullness(rows) < fullness(best)) best = rows
  }
  const wide = Math.ceil(stakes.length / best) * step - CIRCLE_GAP
  const high = best * step - CIRCLE_GAP
  return wide <= cell.width - CIRCLE_GAP && high <= cell.height ? splitIntoRows(stakes, best) : undefined
}

/** Rows of as equal length as possible, longer ones first. */
function splitIntoRows<T>(items: readonly T[], rows: number): readonly (readonly T[])[] {
  const row = Math.ceil(items.length / rows)
  return rows <= 1 ? [items] : [items.slice(0, row), ...splitIntoRows(items.slice(row), rows - 1)]
}

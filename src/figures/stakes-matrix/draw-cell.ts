import type { FigureStyle, Shape } from '../drawing.js'
import type { MatrixArea } from './frame.js'
import { groupedNumbers } from './grouped-numbers.js'
import { circleRadius, numberedCircle } from './numbered-circle.js'
import type { FullyRatedStake } from './rated-stakes.js'

/** The stakes of one cell, in order of their numbers: a cluster of discs, or their numbers as words where too many. */
export function drawCell(
  stakes: readonly FullyRatedStake[],
  cell: MatrixArea,
  size: number,
  pens: FigureStyle,
): readonly Shape[] {
  const rows = clusterRows(stakes, cell, size)
  if (!rows) {
    const numbers = stakes.map(({ number }) => number)
    return groupedNumbers(numbers, cell, size, pens)
  }
  const step = circleSpacing(stakes, size)
  const middle = { x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 }
  return rows.flatMap((row, index) => {
    const y = middle.y + (index - (rows.length - 1) / 2) * step
    const left = middle.x - ((row.length - 1) / 2) * step
    return row.flatMap((stake, column) => numberedCircle(stake, { x: left + column * step, y }, size, pens))
  })
}

/** Whether the discs of these stakes find room in a cell. */
export function circlesFit(
  stakes: readonly FullyRatedStake[],
  cell: { readonly width: number; readonly height: number },
  size: number,
): boolean {
  return clusterRows(stakes, cell, size) !== undefined
}

/** Between two discs, in points. */
const CIRCLE_GAP = 1.2

/** From the middle of one disc to that of the next: all of a cluster stand as far apart as the largest need. */
function circleSpacing(stakes: readonly FullyRatedStake[], size: number): number {
  return 2 * Math.max(...stakes.map(({ priority }) => circleRadius(priority, size))) + CIRCLE_GAP
}

/** Of the ways to put the discs in rows, the one that leaves most room around them. */
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

/** Rows as even as can be, the longer ones first. */
function splitIntoRows<T>(items: readonly T[], rows: number): readonly (readonly T[])[] {
  const row = Math.ceil(items.length / rows)
  return rows <= 1 ? [items] : [items.slice(0, row), ...splitIntoRows(items.slice(row), rows - 1)]
}

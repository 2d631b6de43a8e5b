import { METER_LINE } from './draw-meter.js'

/** Where words over the points of a line stand: points from the left of the cell, and their row, counted from the top. */
export interface TickPosition {
  readonly x: number
  readonly row: number
}

/** Multiples of the gap by which words may stand beside the centre, rather than in a row of their own. */
const NUDGES = [0, 0.5, -0.5, 1, -1]

/**
 * Centres words over the points of a line that stands in the same column, the first and the last over its ends; within the
 * cell, and in a row of their own where the one above has no room. Undefined where one is wider than the cell.
 */
export function placeTicks(
  widths: readonly number[],
  room: number,
  { unit, gap }: { readonly unit: number; readonly gap: number },
): TickPosition[] | undefined {
  if (widths.some(width => width > room)) return undefined
  const share = Math.min(1, room / ((METER_LINE.length + 2 * METER_LINE.inset) * unit))
  const last = Math.max(1, widths.length - 1)
  const placed: { x: number; row: number; end: number }[] = []
  const positions = new Map<number, TickPosition>()
  const ends = [...new Set([0, widths.length - 1])]
  const order = [...ends, ...widths.keys()].filter((index, at, all) => all.indexOf(index) === at)
  for (const index of order) {
    const width = widths[index] ?? 0
    const over = (METER_LINE.inset + (METER_LINE.length * index) / last) * unit * share
    const centred = Math.min(room - width, Math.max(0, over - width / 2))
    const isFree = (x: number, row: number) =>
      x >= 0 &&
      x + width <= room &&
      placed.every(other => other.row !== row || other.x >= x + width + gap || x >= other.end + gap)
    let row = 0
    let x: number | undefined
    while (x === undefined) {
      x = NUDGES.map(nudge => centred + nudge * gap).find(at => isFree(at, row))
      if (x === undefined) row++
    }
    placed.push({ x, row, end: x + width })
    positions.set(index, { x, row })
  }
  return [...widths.keys()].flatMap(index => positions.get(index) ?? [])
}

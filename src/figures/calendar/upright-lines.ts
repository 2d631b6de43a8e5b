import type { Stroke, VectorPath } from '../drawing.js'
import type { CalendarBox } from './lane-rows.js'

/** An upright line from `top` to `bottom` that is interrupted where words stand in its way. Lengths are points. */
export function drawUpright(
  x: number,
  top: number,
  bottom: number,
  boxes: readonly CalendarBox[],
  stroke: Stroke,
): VectorPath[] {
  const inWay = boxes
    .filter(({ left, right }) => left - CLEAR < x && x < right + CLEAR)
    .toSorted((one, other) => one.top - other.top)
  const pieces: VectorPath[] = []
  let from = top
  for (const box of [...inWay, { top: bottom, bottom }]) {
    const to = Math.min(box.top, bottom)
    if (to - from >= LEAST_PIECE) pieces.push(upright(x, from, to, stroke))
    from = Math.max(from, box.bottom)
  }
  return pieces
}

/** Points between a line and words beside it. */
const CLEAR = 1
/** Shorter pieces, between words one below another, would look like dashes. */
const LEAST_PIECE = 4

function upright(x: number, from: number, to: number, stroke: Stroke): VectorPath {
  const points = [
    { x, y: from },
    { x, y: to },
  ]
  return { kind: 'path', points, closed: false, stroke }
}

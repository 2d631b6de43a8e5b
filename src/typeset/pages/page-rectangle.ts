import type { PdfmakeVector } from '../nodes/pdfmake-classes.js'

/** An upper left corner and a size, in points from the left and the top edge of the page. */
export interface PageRectangle {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The bounds of a vector, without the width of its stroke. */
export function vectorBounds({
  type,
  x = 0,
  y = 0,
  w = 0,
  h = 0,
  r1 = 0,
  r2 = 0,
  ...ends
}: PdfmakeVector): PageRectangle {
  if (type === 'rect') return { x, y, w, h }
  if (type === 'ellipse') return { x: x - r1, y: y - r2, w: 2 * r1, h: 2 * r2 }
  return boundsOf(vectorPoints(ends))
}

/** The points of a line or polyline. */
export function vectorPoints({
  points,
  x1 = 0,
  y1 = 0,
  x2 = 0,
  y2 = 0,
}: Omit<PdfmakeVector, 'type'>): readonly VectorPoint[] {
  return (
    points ?? [
      { x: x1, y: y1 },
      { x: x2, y: y2 },
    ]
  )
}

interface VectorPoint {
  readonly x: number
  readonly y: number
}

function boundsOf(points: readonly VectorPoint[]): PageRectangle {
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))]
  const [right, bottom] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))]
  return { x: left, y: top, w: right - left, h: bottom - top }
}

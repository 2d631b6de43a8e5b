import type { PlacedVector } from '../nodes/page.js'
import type { PdfmakeVector } from '../nodes/pdfmake-classes.js'

/** A vector moved by points. */
export function offsetVector(vector: PdfmakeVector, x: number, y: number): PlacedVector {
  if (vector.points)
    return { ...vector, points: vector.points.map(point => ({ x: point.x + x, y: point.y + y })) }
  if (vector.type === 'line') {
    const { x1 = 0, y1 = 0, x2 = 0, y2 = 0 } = vector
    return { ...vector, x1: x1 + x, y1: y1 + y, x2: x2 + x, y2: y2 + y }
  }
  return { ...vector, x: (vector.x ?? 0) + x, y: (vector.y ?? 0) + y }
}

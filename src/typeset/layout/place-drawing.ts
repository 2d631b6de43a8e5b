import type { DocumentContext } from '../pdfmake-classes.js'
import type { PlacedDrawing } from './nodes.js'
import { offsetVector } from './pdfmake.js'

/** Puts a drawing on the page where the layout has come to; the room that it takes is its node's. */
export function placeDrawing({ vectors, lines }: PlacedDrawing, context: DocumentContext): void {
  const { x, y } = context
  const { items } = context.getCurrentPage()
  for (const vector of vectors) {
    offsetVector(vector, x, y)
    items.push({ type: 'vector', item: vector })
  }
  for (const line of lines) {
    Object.assign(line, { x: x + (line.x ?? 0), y: y + (line.y ?? 0) })
    items.push({ type: 'line', item: line })
  }
}

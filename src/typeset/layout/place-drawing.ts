import type { PlacedDrawing } from '../nodes/layout-nodes.js'
import type { PdfmakeDocumentContext } from '../nodes/pdfmake-classes.js'
import { offsetVector } from '../nodes/pdfmake-modules.js'

/** Puts a drawing on the page where the layout has come to; the room that it takes is its node's. */
export function placeDrawing({ vectors, lines }: PlacedDrawing, context: PdfmakeDocumentContext): void {
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

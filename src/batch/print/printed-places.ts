import type { Range, SourceFile } from '../../diagnostics/index.js'
import { type Document, findNodes } from '../../markup/index.js'

/** Tells whether a document prints any word from a stretch of a file. */
export function printedRangeTest(document: Document, file: SourceFile): (stretch: Range) => boolean {
  const places = findNodes(document.blocks, 'text').map(word => word.place)
  const printed = places.filter(place => place.file === file).map(place => place.range)
  return stretch => printed.some(range => range.start < stretch.end && stretch.start < range.end)
}

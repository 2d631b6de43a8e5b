import type { Range, SourceFile } from '../../diagnostics/index.js'
import { type Document, findNodes } from '../../markup/index.js'
import { countProofs, type QuoteCounts } from '../record/quote-counts.js'
import type { ProvedBrief } from '../workspace/read-brief.js'

/** Counts the quotations that a document prints: those from whose stretch of the brief any of its words come. */
export function countPrintedQuotes(document: Document, { brief, evidence }: ProvedBrief): QuoteCounts {
  if (evidence.proofs.length === 0) return countProofs([])
  const isPrinted = printedRangeTest(document, brief.file)
  return countProofs(
    evidence.proofs.filter(({ path, range }) =>
      isPrinted(brief.placeWithin(path, range.start, range.end).range),
    ),
  )
}

/** Tells whether a document prints any word from a stretch of a file. */
function printedRangeTest(document: Document, file: SourceFile): (stretch: Range) => boolean {
  const places = findNodes(document.blocks, 'text').map(word => word.place)
  const printed = places.filter(place => place.file === file).map(place => place.range)
  return stretch => printed.some(range => range.start < stretch.end && stretch.start < range.end)
}

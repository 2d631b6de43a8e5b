import type { Document } from '../../markup/index.js'
import { countProofs, type QuoteCounts } from '../record/quote-counts.js'
import type { ProvedBrief } from '../workspace/read-brief.js'
import { printedRangeTest } from './printed-places.js'

/** Counts the quotations that a document prints: those from whose stretch of the brief any of its words come. */
export function countPrintedQuotes(document: Document, { brief, evidence }: ProvedBrief): QuoteCounts {
  const isPrinted = printedRangeTest(document, brief.file)
  return countProofs(
    evidence.proofs.filter(({ path, range }) =>
      isPrinted(brief.placeWithin(path, range.start, range.end).range),
    ),
  )
}

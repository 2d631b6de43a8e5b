import type { Document } from '../../markup/index.js'
import { countProofs, type QuoteCounts } from '../quote-counts.js'
import type { ProvedBrief } from '../read-brief.js'
import { printedFrom } from './printed-places.js'

/** Counts the quotations that a document prints: those from whose stretch of the brief any of its words come. */
export function countPrinted(document: Document, { brief, evidence }: ProvedBrief): QuoteCounts {
  const isPrinted = printedFrom(document, brief.file)
  return countProofs(
    evidence.proofs.filter(({ path, range }) =>
      isPrinted(brief.placeWithin(path, range.start, range.end).range),
    ),
  )
}

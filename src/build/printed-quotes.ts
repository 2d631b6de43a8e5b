import type { Range } from '../diagnostics/index.js'
import { type Document, nodesOf } from '../markup/index.js'
import { countProofs, type QuoteCounts } from './quote-counts.js'
import type { ProvedBrief } from './read-brief.js'

/** Counts the quotations that a document prints: those from whose stretch of the brief any of its words come. */
export function countPrinted(document: Document, { brief, evidence }: ProvedBrief): QuoteCounts {
  const printed = nodesOf(document.blocks, 'text')
    .map(word => word.place)
    .filter(place => place.file === brief.file)
  const isPrinted = ({ path, range }: (typeof evidence.proofs)[number]) => {
    const quoted = brief.placeWithin(path, range.start, range.end).range
    return printed.some(place => overlap(place.range, quoted))
  }
  return countProofs(evidence.proofs.filter(isPrinted))
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

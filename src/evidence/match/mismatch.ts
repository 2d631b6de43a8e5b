import type { SourceText } from '../text/source-text.js'
import { describeDifference, type QuotationDifference } from './difference.js'
import { findOccurrences } from './locate.js'
import { findNearestPassage } from './nearest-passage.js'
import type { Quotation } from './quotation.js'

/** Why a quotation is not in a source. */
export interface Mismatch {
  /** The share of its words that the nearest passage has in the same order, from 0 to 1. */
  readonly similarity: number
  /** How the first missing part differs; none where all parts occur somewhere, but not together. */
  readonly difference?: QuotationDifference
  readonly paragraph?: number
}

/** Below this share of shared words a quotation is missing rather than altered. Similarity never proves anything. */
export const LEAST_SIMILARITY_OF_ALTERED = 0.5

/** Looks for the passage most similar to a quotation that a source does not contain; `quote` is its text. */
export function examineMismatch(quote: string, quotation: Quotation, source: SourceText): Mismatch {
  const places = quotation.parts.map(part => findOccurrences(part, source))
  const index = places.findIndex(spans => spans.length === 0)
  const part = quotation.parts[index]
  if (!part) return { similarity: quotation.parts.length > 0 ? 1 : 0 }
  const near = places.find(spans => spans.length > 0)?.[0]?.first
  const nearest = findNearestPassage(part, source, near)
  const words = quotation.parts.reduce((sum, { length }) => sum + length, 0)
  const exact = quotation.parts.reduce((sum, { length }, at) => sum + (places[at]?.length ? length : 0), 0)
  const similarity = (exact + (nearest?.shared ?? 0)) / words
  if (!nearest) return { similarity }
  const difference = describeDifference(quote, part, nearest.steps, source)
  const paragraph = source.paragraphOf[difference.first]
  return paragraph === undefined ? { similarity, difference } : { similarity, difference, paragraph }
}

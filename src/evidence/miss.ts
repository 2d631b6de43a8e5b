import { type Difference, describe } from './difference.js'
import { occurrences } from './locate.js'
import { nearestPassage } from './nearest.js'
import type { Quotation } from './quotation.js'
import type { SourceText } from './source-text.js'

/** Why a quotation is not in a source. */
export interface Miss {
  /** The share of its words that the nearest passage has in the same order, from 0 to 1. */
  readonly similarity: number
  /** How the first part that is not there differs; none where all parts stand somewhere, but not together. */
  readonly difference?: Difference
  readonly paragraph?: number
}

/** Below this share of shared words a quotation is missing rather than altered. Likeness never proves anything. */
export const ALTERED = 0.5

/** Looks for the passage most like a quotation that does not stand in a source; `quote` is its text. */
export function examineMiss(quote: string, quotation: Quotation, source: SourceText): Miss {
  const places = quotation.parts.map(part => occurrences(part, source))
  const index = places.findIndex(spans => spans.length === 0)
  const part = quotation.parts[index]
  if (!part) return { similarity: quotation.parts.length > 0 ? 1 : 0 }
  const near = places.find(spans => spans.length > 0)?.[0]?.first
  const nearest = nearestPassage(part, source, near)
  const words = quotation.parts.reduce((sum, { length }) => sum + length, 0)
  const exact = quotation.parts.reduce((sum, { length }, at) => sum + (places[at]?.length ? length : 0), 0)
  const similarity = (exact + (nearest?.shared ?? 0)) / words
  if (!nearest) return { similarity }
  const difference = describe(quote, part, nearest.steps, source)
  const paragraph = source.paragraphOf[difference.first]
  return paragraph === undefined ? { similarity, difference } : { similarity, difference, paragraph }
}

import type { SourceText } from '../text/source-text.js'
import { lookupKey } from '../text/tokens.js'
import { matchingForm } from './match-word.js'
import type { Quotation, QuotationGap, QuotationPart } from './quotation.js'

/** The tokens of a source that a part stands at: numbers, both inclusive. */
export interface TokenSpan {
  readonly first: number
  readonly last: number
}

/** One span for each part of a quotation, in order. */
export type QuotationPlacement = readonly [TokenSpan, ...TokenSpan[]]

/** How far on the next part of a quotation may stand: so many words, and for an ellipsis so many paragraphs. */
const GAP_LIMITS = { omission: 200, insertion: 8, paragraphs: 2 } as const

/** All places where the words of a quotation stand in a source, exactly and in order. */
export function locateQuotation(quotation: Quotation, source: SourceText): QuotationPlacement[] {
  const spans = quotation.parts.map(part => findOccurrences(part, source))
  const next = linkParts(spans, quotation.gaps, source)
  const placements: QuotationPlacement[] = []
  spans[0]?.forEach((start, index) => {
    const chain: TokenSpan[] = []
    let at = index
    for (let part = 1; part < spans.length; part++) {
      at = next[part - 1]?.[at] ?? -1
      const span = spans[part]?.[at]
      if (!span) return
      chain.push(span)
    }
    placements.push([start, ...chain])
  })
  return placements
}

/** Where one part stands, found by the rarest of its words. */
export function findOccurrences(part: QuotationPart, source: SourceText): TokenSpan[] {
  const anchor = rarestWord(part, source)
  if (!anchor) return []
  const found: TokenSpan[] = []
  for (const position of anchor.positions) {
    const first = position - anchor.at
    if (!occursAt(part, source, first)) continue
    found.push({ first, last: first + part.length - 1 })
    if (found.length === MOST_OCCURRENCES) break
  }
  return found
}

/** Beyond so many places, one more makes no difference to what is proved. */
const MOST_OCCURRENCES = 1000

function rarestWord(
  part: QuotationPart,
  source: SourceText,
): { at: number; positions: readonly number[] } | undefined {
  let best: { at: number; positions: readonly number[] } | undefined
  for (const [at, word] of part.entries()) {
    if (word.key === undefined) continue
    const [key, other] = word.forms.map(form => source.index.get(lookupKey(form)) ?? [])
    const positions =
      other && key !== other ? [...new Set([...(key ?? []), ...other])].sort((a, b) => a - b) : (key ?? [])
    if (!best || positions.length < best.positions.length) best = { at, positions }
  }
  return best
}

function occursAt(part: QuotationPart, source: SourceText, first: number): boolean {
  if (first < 0 || first + part.length > source.tokens.length) return false
  const last = part.length - 1
  return part.every((word, at) => {
    const token = source.tokens[first + at]
    return (
      token !== undefined && matchingForm(word, token, { first: at === 0, last: at === last }) !== undefined
    )
  })
}

/** For each place of each part the nearest place of the next part that leads on to the last; -1 where none does. */
function linkParts(
  spans: readonly TokenSpan[][],
  gaps: readonly QuotationGap[],
  source: SourceText,
): number[][] {
  const next: number[][] = []
  for (let part = spans.length - 2; part >= 0; part--) {
    const gap = gaps[part]
    const followers = spans[part + 1] ?? []
    const onward = next[part + 1]
    next[part] = (spans[part] ?? []).map(span => {
      for (let at = firstSpanAfter(followers, span.last); at < followers.length; at++) {
        const follower = followers[at]
        if (!gap || !follower || !isWithinGapLimits(gap, span, follower, source)) break
        if (!onward || (onward[at] ?? -1) >= 0) return at
      }
      return -1
    })
  }
  return next
}

function firstSpanAfter(spans: readonly TokenSpan[], token: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.first ?? 0) > token) high = middle
    else low = middle + 1
  }
  return low
}

function isWithinGapLimits(
  gap: QuotationGap,
  span: TokenSpan,
  follower: TokenSpan,
  source: SourceText,
): boolean {
  const paragraphs = (source.paragraphOf[follower.first] ?? 0) - (source.paragraphOf[span.last] ?? 0)
  return follower.first - span.last - 1 <= GAP_LIMITS[gap.kind] && paragraphs <= GAP_LIMITS.paragraphs
}

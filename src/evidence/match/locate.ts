import { present } from '../../diagnostics/index.js'
import { lookupKey } from '../../speech/index.js'
import { paragraphAt, type SourceText } from '../text/source-text.js'
import { matchingForm } from './match-word.js'
import type { Quotation, QuotationGap, QuotationPart, QuotedWord } from './quotation.js'

/** The tokens of a source that a part covers: token numbers, both inclusive. */
export interface TokenSpan {
  readonly first: number
  readonly last: number
}

/** One span for each part of a quotation, in order. */
export type QuotationPlacement = readonly [TokenSpan, ...TokenSpan[]]

/** How far from one part of a quotation the next may be: in words, by the kind of gap, and in paragraphs. */
const GAP_LIMITS = { omission: 200, insertion: 8, paragraphs: 2 } as const

/** All places of a source where the words of a quotation occur, exactly and in order. */
export function locateQuotation(quotation: Quotation, source: SourceText): QuotationPlacement[] {
  const spans = quotation.parts.map(part => findOccurrences(part, source))
  const next = linkParts(spans, quotation.gaps, source)
  const placements: QuotationPlacement[] = []
  spans[0]?.forEach((start, index) => {
    const chain: TokenSpan[] = []
    let at = index
    for (let part = 1; part < spans.length; part++) {
      at = present(next[part - 1]?.[at], 'link to the next part')
      if (at === NOWHERE) return
      const span = present(spans[part]?.[at], 'occurrence of the part')
      chain.push(span)
    }
    placements.push([start, ...chain])
  })
  return placements
}

/** The occurrences of one part, found by the rarest of its words. */
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

/** One more occurrence than these makes no difference to what is proved. */
const MOST_OCCURRENCES = 1000

function rarestWord(
  part: QuotationPart,
  source: SourceText,
): { at: number; positions: readonly number[] } | undefined {
  let best: { at: number; positions: readonly number[] } | undefined
  for (const [at, word] of part.entries()) {
    if (word.key === undefined) continue
    const positions = positionsOf(word, source)
    if (!best || positions.length < best.positions.length) best = { at, positions }
  }
  return best
}

/** The positions of a word in any of its first two forms, in ascending order. */
function positionsOf({ forms }: QuotedWord, { index }: SourceText): readonly number[] {
  const [first = [], second = first] = forms.map(form => index.get(lookupKey(form)) ?? [])
  return first === second ? first : [...new Set([...first, ...second])].sort((a, b) => a - b)
}

function occursAt(part: QuotationPart, source: SourceText, first: number): boolean {
  if (first < 0 || first + part.length > source.tokens.length) return false
  const last = part.length - 1
  if (source.tokens[first]?.glued || source.tokens[first + part.length]?.glued) return false
  return part.every((word, at) => {
    const token = source.tokens[first + at]
    return (
      token !== undefined && matchingForm(word, token, { first: at === 0, last: at === last }) !== undefined
    )
  })
}

const NOWHERE = -1

/** For each occurrence of each part, the nearest occurrence of the next part from which the last part can be reached. */
function linkParts(
  spans: readonly TokenSpan[][],
  gaps: readonly QuotationGap[],
  source: SourceText,
): number[][] {
  const next: number[][] = []
  for (let part = spans.length - 2; part >= 0; part--) {
    const gap = present(gaps[part], 'gap after the part')
    const followers = present(spans[part + 1], 'next part')
    const onward = next[part + 1]
    next[part] = present(spans[part], 'part').map(span => {
      for (let at = firstSpanAfter(followers, span.last); at < followers.length; at++) {
        const follower = present(followers[at], 'occurrence of the next part')
        if (!isWithinGapLimits(gap, span, follower, source)) break
        if (onward?.[at] !== NOWHERE) return at
      }
      return NOWHERE
    })
  }
  return next
}

function firstSpanAfter(spans: readonly TokenSpan[], token: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (present(spans[middle], 'occurrence').first > token) high = middle
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
  const paragraphs = paragraphAt(source, follower.first) - paragraphAt(source, span.last)
  return follower.first - span.last - 1 <= GAP_LIMITS[gap.kind] && paragraphs <= GAP_LIMITS.paragraphs
}

import type { SourceText } from '../text/source-text.js'
import { type AlignmentStep, alignPart } from './align.js'
import { matchingForm } from './match-word.js'
import { pairEndWords } from './pair-end-words.js'
import type { QuotationPart } from './quotation.js'

/** The passage of a source that is most similar to words that it does not contain. */
export interface NearestPassage {
  /** From the first to the last word that the two share, as `alignPart` returns them. */
  readonly steps: readonly AlignmentStep[]
  /** How many of the words the passage has in the same order. */
  readonly shared: number
}

/**
 * Finds the passage most like `part`. The rarest shared words vote for where it would begin; the places with
 * most votes are aligned word by word, and the one with the least difference is taken, the first one if there are several.
 * `near` (a token number) prefers a place close to it.
 */
export function findNearestPassage(
  part: QuotationPart,
  source: SourceText,
  near?: number,
): NearestPassage | undefined {
  let best: { steps: AlignmentStep[]; cost: number } | undefined
  for (const start of candidateStarts(part, source, near)) {
    const aligned = alignPart(part, source, start, bandSlack(part))
    if (!best || aligned.cost < best.cost) best = aligned
  }
  if (!best) return undefined
  const shared = best.steps.filter(step => step.kind === 'same' || step.kind === 'form').length
  return shared === 0 ? undefined : { steps: pairEndWords(best.steps, source), shared }
}

/** Whether the words of a step match although their form may differ, as with punctuation at the edges of a part. */
export function isMatchingStep(step: AlignmentStep, part: QuotationPart, source: SourceText): boolean {
  if (step.kind === 'same') return true
  if (step.kind !== 'form') return false
  const word = part[step.quoted]
  const token = source.tokens[step.source]
  if (!word || !token) return false
  return (
    matchingForm(word, token, { first: step.quoted === 0, last: step.quoted === part.length - 1 }) !==
    undefined
  )
}

/** Positions that are counted for one quotation, so that its time is bounded whatever the length of the source. */
const MOST_VOTES = 2000
const MOST_CANDIDATES = 4
/** Starts within so many tokens count as one place. */
const BUCKET_SIZE = 8

function bandSlack(part: QuotationPart): number {
  return Math.min(40, Math.max(16, part.length >> 1))
}

function candidateStarts(part: QuotationPart, source: SourceText, near: number | undefined): number[] {
  const votes = new Map<number, number>()
  let budget = MOST_VOTES
  for (const { at, positions } of wordsByRarity(part, source)) {
    const weight = 1 / Math.log2(2 + positions.length)
    for (const position of positions.slice(0, budget)) {
      const bucket = Math.floor((position - at) / BUCKET_SIZE)
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight)
    }
    budget -= positions.length
    if (budget <= 0) break
  }
  const best: { bucket: number; weight: number }[] = []
  for (const [bucket, own] of votes) {
    const weight =
      own + (votes.get(bucket + 1) ?? 0) + (near === undefined ? 0 : closeness(bucket * BUCKET_SIZE, near))
    if (best.length === MOST_CANDIDATES && weight <= (best.at(-1)?.weight ?? 0)) continue
    const rank = best.findIndex(other => weight > other.weight)
    best.splice(rank < 0 ? best.length : rank, 0, { bucket, weight })
    best.length = Math.min(best.length, MOST_CANDIDATES)
  }
  return best.map(({ bucket }) => (bucket + 1) * BUCKET_SIZE)
}

/** Prefers the nearer of two places with equal votes: from 1 for the same place down to 0. */
function closeness(start: number, near: number): number {
  return 1 / (1 + Math.abs(start - near) / 100)
}

function wordsByRarity(
  part: QuotationPart,
  source: SourceText,
): { at: number; positions: readonly number[] }[] {
  return part
    .flatMap((word, at) => {
      const positions = word.key === undefined ? undefined : source.index.get(word.key)
      return positions ? [{ at, positions }] : []
    })
    .sort((a, b) => a.positions.length - b.positions.length || a.at - b.at)
}

import { lazyData, type WeightedPattern, weightedPatterns } from '../../speech/index.js'
import { bestCandidates, type CandidateSentence, type ExtractedSentence, extractWhole } from './candidates.js'

/** What makes a sentence a candidate for a field, and how much. */
const signals = lazyData(() =>
  weightedPatterns('draft/facts/data/en/signals.txt', ['stakes', 'indicators', 'next-steps']),
)

/** Sentences that say what may be won or lost. */
export function findStakes(candidates: readonly CandidateSentence[]): ExtractedSentence[] {
  return findBySignals(signals().stakes, candidates)
}

/** Sentences that say on what it depends, or what is not decided. */
export function findIndicators(candidates: readonly CandidateSentence[]): ExtractedSentence[] {
  return findBySignals(signals().indicators, candidates)
}

/** Sentences that say what somebody means to do. */
export function findNextSteps(candidates: readonly CandidateSentence[]): ExtractedSentence[] {
  return findBySignals(signals()['next-steps'], candidates)
}

export const MAX_PER_FIELD = 5

/** The score from which a sentence is a candidate. */
export const MIN_SIGNAL_SCORE = 2

function findBySignals(
  patterns: readonly WeightedPattern[],
  candidates: readonly CandidateSentence[],
): ExtractedSentence[] {
  const scored = candidates.map(candidate => {
    const found = patterns.flatMap(({ pattern, weight }) => {
      const [match] = pattern.exec(candidate.text) ?? []
      return match === undefined ? [] : [{ match, weight }]
    })
    const score = found.reduce((sum, { weight }) => sum + weight, 0) - (candidate.isAnaphoric ? 1 : 0)
    return {
      candidate,
      score: score >= MIN_SIGNAL_SCORE ? score : 0,
      reason: found.map(({ match }) => `“${match.toLowerCase()}”`).join(', '),
    }
  })
  return bestCandidates(scored, MAX_PER_FIELD).map(({ candidate, reason }) => extractWhole(candidate, reason))
}

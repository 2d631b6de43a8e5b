import { bestCandidates, type CandidateSentence, type ExtractedSentence, extractWhole } from './candidates.js'

/** What makes a sentence a candidate, and how much. */
interface SignalPattern {
  readonly pattern: RegExp
  readonly weight: number
}

/** Sentences that say what may be won or lost. */
export function findStakes(candidates: readonly CandidateSentence[]): ExtractedSentence[] {
  return findBySignals(STAKES, candidates)
}

/** Sentences that say on what it depends, or what is not decided. */
export function findIndicators(candidates: readonly CandidateSentence[]): ExtractedSentence[] {
  return findBySignals(WATCH, candidates)
}

/** Sentences that say what somebody means to do. */
export function findNextSteps(candidates: readonly CandidateSentence[]): ExtractedSentence[] {
  return findBySignals(NEXT_STEPS, candidates)
}

const MAX_PER_FIELD = 5
const MIN_SIGNAL_SCORE = 2

function findBySignals(
  signals: readonly SignalPattern[],
  candidates: readonly CandidateSentence[],
): ExtractedSentence[] {
  const scored = candidates.map(candidate => {
    const found = signals.flatMap(({ pattern, weight }) => {
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

const STAKES: readonly SignalPattern[] = [
  { pattern: /(?<!\bso (?:that )?(?:they|it|he|she|we) )\b(?:could|might)(?= [a-z])(?! have\b)/i, weight: 2 },
  { pattern: /\bwould(?= [a-z])/i, weight: 1 },
  { pattern: /(?<!\b(?:in|last|this|since|on|of|by) )\bmay(?= [a-z])(?! have\b)/, weight: 2 },
  {
    pattern:
      /(?<!-)\b(?:at stake|stakes|risks?|risking|threatens?|threatening|endangers?|jeopardi[sz]es?|undermines?|worsening)\b/i,
    weight: 2,
  },
  {
    pattern:
      /\b(?:consequences|costs?|damage|harm|losses|lose|losing|disrupt(?:ing)?|escalat(?:e|ing)|retaliate|crisis)\b/i,
    weight: 1,
  },
  { pattern: /\b(?:impossible|dangerous|fatal|irreversible|unprecedented)\b/i, weight: 1 },
]

const WATCH: readonly SignalPattern[] = [
  { pattern: /\b(?:if|unless)\b/i, weight: 2 },
  { pattern: /\bwarn(?:s|ed|ing)?\b(?: that)?/i, weight: 2 },
  {
    pattern:
      /\b(?:whether|remains? (?:to be seen|unclear|uncertain|unresolved)|unclear|undecided|pending)\b/i,
    weight: 2,
  },
  { pattern: /\b(?:is|are) (?:considering|weighing|expected to|likely to)\b/i, weight: 2 },
  {
    pattern: /\b(?:signal(?:s|ed|led)|deadline|vote on|hearing|ruling|appeal|talks|negotiations)\b/i,
    weight: 1,
  },
  { pattern: /\b(?:could|may|might)\b/, weight: 1 },
]

const NEXT_STEPS: readonly SignalPattern[] = [
  {
    pattern: /\b(?:plans?|intends?|vow(?:s|ed|ing)|pledged|promis(?:ed|es)|agreed|hopes?|wants?) to\b/i,
    weight: 2,
  },
  { pattern: /\b(?:is|are) (?:scheduled|set|due|expected|preparing|about) to\b/i, weight: 2 },
  { pattern: /\bwill(?! not)(?= (?:also |then |now |soon )?[a-z])/, weight: 2 },
  {
    pattern:
      /\b(?:has|have) (?:since |also |now |already )?(?:proposed|announced|ordered|requested|called for)\b/i,
    weight: 2,
  },
  {
    pattern:
      /\b(?:next (?:week|month|year|spring|summer|autumn|fall|winter)|later this (?:week|month|year)|in the coming)\b/i,
    weight: 1,
  },
]

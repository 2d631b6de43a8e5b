import { best, type Candidate, type Taken, takeWhole } from './candidates.js'

/** What makes a sentence a candidate, and how much. */
interface Signal {
  readonly pattern: RegExp
  readonly weight: number
}

/** Sentences that say what may be won or lost. */
export function findStakes(candidates: readonly Candidate[]): Taken[] {
  return findBy(STAKES, candidates)
}

/** Sentences that say on what it depends, or what is not decided. */
export function findWatch(candidates: readonly Candidate[]): Taken[] {
  return findBy(WATCH, candidates)
}

/** Sentences that say what somebody means to do. */
export function findNextSteps(candidates: readonly Candidate[]): Taken[] {
  return findBy(NEXT_STEPS, candidates)
}

const MOST = 5
const LEAST = 2

function findBy(signals: readonly Signal[], candidates: readonly Candidate[]): Taken[] {
  const scored = candidates.map(candidate => {
    const found = signals.flatMap(({ pattern, weight }) => {
      const [match] = pattern.exec(candidate.text) ?? []
      return match === undefined ? [] : [{ match, weight }]
    })
    const score = found.reduce((sum, { weight }) => sum + weight, 0) - (candidate.leansBack ? 1 : 0)
    return {
      candidate,
      score: score >= LEAST ? score : 0,
      reason: found.map(({ match }) => `“${match.toLowerCase()}”`).join(', '),
    }
  })
  return best(scored, MOST).map(({ candidate, reason }) => takeWhole(candidate, reason))
}

const STAKES: readonly Signal[] = [
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

const WATCH: readonly Signal[] = [
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

const NEXT_STEPS: readonly Signal[] = [
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

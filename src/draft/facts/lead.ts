import type { Word } from '../language/tag.js'
import { type Candidate, type Taken, takeWhole } from './candidates.js'

/** What a brief begins with, in the article's words. */
export interface Lead {
  readonly issue?: Taken
  readonly bottomLine: readonly Taken[]
  readonly background: readonly Taken[]
}

/**
 * Chooses sentences to start from: the first for the issue, the one nearest to what the whole article is about for the
 * bottom line, and the next nearest for the background. Near is who has the article's most frequent nouns and verbs
 * (Luhn, The Automatic Creation of Literature Abstracts, 1958).
 */
export function chooseLead(
  candidates: readonly Candidate[],
  isTaken: (candidate: Candidate) => boolean,
): Lead {
  const frequency = new Map<string, number>()
  for (const { sentence } of candidates)
    for (const key of contentOf(sentence.words)) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  const nearness = ({ sentence, leansBack, index }: Candidate) => {
    const keys = contentOf(sentence.words)
    const sum = keys.reduce((total, key) => total + (frequency.get(key) ?? 0), 0)
    return (sum / Math.sqrt(keys.length + 4)) * (leansBack ? 0.5 : 1) * placeOf(index, candidates.length)
  }
  const issue = candidates.slice(0, FIRST).find(({ leansBack }) => !leansBack)
  const others = candidates
    .filter(candidate => candidate !== issue && !isTaken(candidate))
    .toSorted((a, b) => nearness(b) - nearness(a))
  const bottomLine = others.slice(0, 1)
  const background = others.slice(1, 1 + MOST_BACKGROUND).sort((a, b) => a.index - b.index)
  return {
    ...(issue && { issue: takeWhole(issue, 'the first sentence') }),
    bottomLine: bottomLine.map(one => takeWhole(one, 'near to the whole')),
    background: background.map(one => takeWhole(one, 'near to the whole')),
  }
}

/** Sentences among which the article says what it is about. */
const FIRST = 4
const MOST_BACKGROUND = 4

/** A report begins with what matters most, and ends with what it comes to. */
function placeOf(index: number, count: number): number {
  if (index < count * 0.15) return 1.3
  return index >= count * 0.85 ? 1.2 : 1
}

function contentOf(words: readonly Word[]): string[] {
  return [
    ...new Set(
      words
        .filter(({ pos, lower }) => /^(?:NOUN|PROPN|VERB)$/.test(pos) && lower.length > 2)
        .map(({ lower }) => stem(lower)),
    ),
  ]
}

function stem(lower: string): string {
  return lower.length > 4 ? lower.replace(/(?:ies|es|s|ed|ing)$/, '') : lower
}

import { present } from '../../diagnostics/index.js'
import type { TaggedWord } from '../../speech/index.js'
import { type CandidateSentence, type ExtractedSentence, extractWhole } from './candidates.js'

/** What a brief begins with, in the article's words. */
export interface Lead {
  readonly issue?: ExtractedSentence
  readonly bottomLine: readonly ExtractedSentence[]
  readonly background: readonly ExtractedSentence[]
}

/**
 * Chooses sentences to start from: the first for the issue, the one most central to the article for the bottom line, and
 * the next for the background. Central sentences have the most frequent nouns and verbs of the article
 * (Luhn, The Automatic Creation of Literature Abstracts, 1958).
 */
export function chooseLead(
  candidates: readonly CandidateSentence[],
  isTaken: (candidate: CandidateSentence) => boolean,
): Lead {
  const frequency = new Map<string, number>()
  for (const { sentence } of candidates)
    for (const key of contentStems(sentence.words)) frequency.set(key, (frequency.get(key) ?? 0) + 1)
  const nearness = ({ sentence, isAnaphoric, index }: CandidateSentence) => {
    const keys = contentStems(sentence.words)
    const sum = keys.reduce((total, key) => total + present(frequency.get(key), 'frequency of a word'), 0)
    return (
      (sum / Math.sqrt(keys.length + 4)) * (isAnaphoric ? 0.5 : 1) * positionWeight(index, candidates.length)
    )
  }
  const issue = candidates.slice(0, ISSUE_SENTENCES).find(({ isAnaphoric }) => !isAnaphoric)
  const others = candidates
    .filter(candidate => candidate !== issue && !isTaken(candidate))
    .toSorted((a, b) => nearness(b) - nearness(a))
  const bottomLine = others.slice(0, 1)
  const background = others.slice(1, 1 + MAX_BACKGROUND).sort((a, b) => a.index - b.index)
  return {
    ...(issue && { issue: extractWhole(issue, 'the first sentence') }),
    bottomLine: bottomLine.map(one => extractWhole(one, 'near to the whole')),
    background: background.map(one => extractWhole(one, 'near to the whole')),
  }
}

/** Sentences at the beginning, among which is the issue. */
const ISSUE_SENTENCES = 4
const MAX_BACKGROUND = 4

/** A report begins with what matters most, and ends with its conclusion. */
function positionWeight(index: number, count: number): number {
  if (index < count * 0.15) return 1.3
  return index >= count * 0.85 ? 1.2 : 1
}

function contentStems(words: readonly TaggedWord[]): string[] {
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

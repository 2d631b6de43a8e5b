import type { Range } from '../../diagnostics/index.js'
import {
  alternatives,
  capitalise,
  lazyData,
  parseDateline,
  type Sentence,
  wordSets,
} from '../../speech/index.js'

/** A sentence of the article taken into the brief. */
export interface ExtractedSentence extends Range {
  /** In the article's words, with single spaces; a part of a sentence begins with a capital and ends with a full stop. */
  readonly text: string
  /** What made it a candidate: `could`, `25%`. */
  readonly reason: string
}

/** A sentence that can stand by itself in a brief. */
export interface CandidateSentence {
  readonly sentence: Sentence
  /** Where its text begins in the article: after `However,`. */
  readonly start: number
  readonly text: string
  /** The place among the candidates, from 0. */
  readonly index: number
  /** It begins with a word for somebody or something named before it: `He`, `This`. */
  readonly isAnaphoric: boolean
}

/** Chooses the sentences that can stand alone: whole, neither a fragment nor a question, and not mostly quoted. */
export function candidateSentences(
  article: string,
  sentences: readonly Sentence[],
  quoted: readonly Range[],
  isListItem: (sentence: Sentence) => boolean = () => false,
): CandidateSentence[] {
  const candidates: CandidateSentence[] = []
  const seen = new Set<string>()
  let span = 0
  for (const sentence of sentences) {
    while ((quoted[span]?.end ?? Number.POSITIVE_INFINITY) < sentence.start) span++
    const { end, words } = sentence
    const start = sentence.start + openingLength(article.slice(sentence.start, end))
    const line = capitalise(article.slice(start, end).replace(/\s+/g, ' '))
    const text = isListItem(sentence) && /[\p{L}\p{N}%)]$/u.test(line) ? `${line}.` : line
    if (words.length < MIN_SENTENCE_WORDS || words.length > MAX_SENTENCE_WORDS) continue
    if (!/^[\p{Lu}\p{N}$€£]/u.test(text) || !/[.!]$/.test(text) || !hasBalancedMarks(text)) continue
    if (hasAlteredQuotation(text)) continue
    if (!words.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) continue
    if (seen.has(text) || quotedLength(quoted, span, sentence) * 3 > end - start) continue
    seen.add(text)
    candidates.push({
      sentence,
      start,
      text,
      index: candidates.length,
      isAnaphoric: openings().anaphoric.test(text),
    })
  }
  return candidates
}

/** Words and punctuation marks of a sentence: fewer are a fragment, more are a list. */
export const MIN_SENTENCE_WORDS = 7
export const MAX_SENTENCE_WORDS = 70

/** Whether a text quotes with brackets, omissions or unprintable characters: such a quotation within prose cannot be proved. */
export function hasAlteredQuotation(text: string): boolean {
  return /["“”„«»‘]/.test(text) && /[[\]…\p{Cc}\p{Noncharacter_Code_Point}]|\.\s?\.\s?\./u.test(text)
}

/** Whether all marks of a sentence are paired: a quotation may go on after its end. */
export function hasBalancedMarks(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return (
    count(/“/g) === count(/”/g) &&
    count(/"/g) % 2 === 0 &&
    count(/\(/g) === count(/\)/g) &&
    !/^[”"]/.test(text)
  )
}

function quotedLength(quoted: readonly Range[], from: number, { start, end }: Range): number {
  let characters = 0
  for (let at = from; at < quoted.length && (quoted[at]?.start ?? end) < end; at++)
    characters += Math.max(0, Math.min(quoted[at]?.end ?? 0, end) - Math.max(quoted[at]?.start ?? 0, start))
  return characters
}

/** The length of the dateline or connective that a sentence begins with: `ELLBY, Norway (Post) — `, `However,`. */
function openingLength(text: string): number {
  return (parseDateline(text) ?? openings().connective.exec(text)?.[0] ?? '').length
}

const openings = lazyData(() => {
  const words = wordSets('draft/facts/data/en/sentences.txt', ['connectives', 'conjunctions', 'anaphors'])
  const capitalised = (some: Iterable<string>) => alternatives([...some].map(capitalise))
  return {
    connective: new RegExp(
      `^(?:(?:${capitalised(words.connectives)}),|(?:${capitalised(words.conjunctions)}),?)\\s+(?=\\p{L})`,
      'u',
    ),
    anaphoric: new RegExp(`^(?:${alternatives(words.anaphors)})\\b`, 'i'),
  }
})

/** The candidate's whole sentence. */
export function extractWhole(
  { sentence, start, text }: CandidateSentence,
  reason: string,
): ExtractedSentence {
  return { text, reason, start, end: sentence.end }
}

/** The candidates with the best scores above 0, in the article's order. */
export function bestCandidates<T extends { readonly candidate: CandidateSentence; readonly score: number }>(
  scored: readonly T[],
  most: number,
): T[] {
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.candidate.index - b.candidate.index)
    .slice(0, most)
    .sort((a, b) => a.candidate.index - b.candidate.index)
}

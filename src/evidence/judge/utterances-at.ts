import type { Range } from '../../diagnostics/index.js'
import { hasLetterOrDigit, lastIndexBefore, type Speech, type Utterance } from '../../speech/index.js'
import type { SourceText } from '../text/source-text.js'

/** Where a passage stands among what others say in a source. */
export interface PassageSetting {
  /** The innermost utterances that hold it; several where it goes from one into the next. */
  readonly utterances: readonly Utterance[]
  /** It is within quotation marks, though the source gives no utterance there: few words, a title. */
  readonly isInMarks: boolean
}

/** Finds the utterances that hold a passage of a source; none if any word of it is outside of them. */
export function utterancesAt(passage: Range, speech: Speech, source: SourceText): PassageSetting {
  const parts = partsOf(speech)
  const range = trimmed(passage, source.file.text)
  const holding = innermost(partsAround(parts, range), range)
  if (holding) return { utterances: [holding.utterance], isInMarks: true }
  const within = parts.slice(firstEndingAfter(parts, range.start)).filter(part => part.start < range.end)
  const touched = within.filter(({ isNested, end }) => !isNested && end > range.start)
  if (touched.length > 0 && isCovered(range, touched, source.file.text))
    return { utterances: [...new Set(touched.map(({ utterance }) => utterance))], isInMarks: true }
  return { utterances: [], isInMarks: isWithinMarks(range, source) }
}

/** Whether all words of a passage are within quotation marks. */
export function isWithinMarks({ start, end }: Range, source: SourceText): boolean {
  const { tokens, inQuotationMarks } = source
  let at = tokenAt(start, source)
  for (; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token || token.start >= end) break
    if (hasLetterOrDigit(token.form) && !inQuotationMarks[at]) return false
  }
  return true
}

interface UtterancePart extends Range {
  readonly utterance: Utterance
  readonly isNested: boolean
}

const partsOfSpeech = new WeakMap<Speech, readonly UtterancePart[]>()

/** The parts of all utterances by their beginnings. */
function partsOf(speech: Speech): readonly UtterancePart[] {
  const known = partsOfSpeech.get(speech)
  if (known) return known
  const parts = speech.utterances
    .filter(({ marking }) => marking !== 'own')
    .flatMap(utterance =>
      utterance.parts.map(({ start, end }) => ({
        start,
        end,
        utterance,
        isNested: isNestedIn(utterance, speech),
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  partsOfSpeech.set(speech, parts)
  return parts
}

/** Whether an utterance is quoted within another, which is not all of the text. */
export function isNestedIn({ within }: Utterance, { utterances }: Speech): boolean {
  return within !== undefined && utterances[within]?.marking !== 'own'
}

/** The punctuation and the marks at the edges of a passage belong to nobody. */
function trimmed({ start, end }: Range, text: string): Range {
  const words = text.slice(start, end)
  const before = /^[^\p{L}\p{N}]*/u.exec(words)?.[0].length ?? 0
  const after = /[^\p{L}\p{N}]*$/u.exec(words)?.[0].length ?? 0
  return before + after >= words.length ? { start, end } : { start: start + before, end: end - after }
}

function partsAround(parts: readonly UtterancePart[], { start }: Range): readonly UtterancePart[] {
  const last = lastIndexBefore(parts, start + 1, part => part.start)
  let first = last
  while (first > 0 && parts[first]?.isNested) first--
  return parts.slice(Math.max(first, 0), last + 1)
}

function innermost(parts: readonly UtterancePart[], { start, end }: Range): UtterancePart | undefined {
  return parts.findLast(part => part.start <= start && end <= part.end)
}

/** The first part that may reach beyond an offset; parts that hold others come before them. */
function firstEndingAfter(parts: readonly UtterancePart[], offset: number): number {
  let first = Math.max(
    0,
    lastIndexBefore(parts, offset + 1, part => part.start),
  )
  while (first > 0 && parts[first]?.isNested) first--
  return first
}

function isCovered({ start, end }: Range, parts: readonly Range[], text: string): boolean {
  let at = start
  let gaps = ''
  for (const part of parts) {
    if (part.start > at) gaps += text.slice(at, Math.min(part.start, end))
    at = Math.max(at, part.end)
  }
  if (at < end) gaps += text.slice(at, end)
  return !/[\p{L}\p{N}]/u.test(gaps)
}

/** The number of the token that holds an offset. */
export function tokenAt(offset: number, { tokens }: SourceText): number {
  return Math.max(
    0,
    lastIndexBefore(tokens, offset + 1, token => token.start),
  )
}

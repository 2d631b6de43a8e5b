import { StyleContextStack, TextBreaker } from '../nodes/pdfmake-modules.js'

/** A piece of text after which a line may end, or must. */
export interface TextSegment {
  readonly text: string
  readonly lineEnd: boolean
}

/** Breaks a text into the pieces between which a line may end (Unicode Standard Annex 14). */
export function segmentText(text: string): readonly TextSegment[] {
  const known = remembered.get(text)
  if (known) return known
  const pieces = breaker
    .getBreaks([{ text }], noStyles)
    .map(piece => ({ text: piece.text, lineEnd: piece.lineEnd === true }))
    .flatMap(dictionaryWords)
  if (remembered.size >= CACHED_TEXTS) remembered.clear()
  remembered.set(text, pieces)
  return pieces
}

/** Scripts that part words by their meaning alone; the standard leaves them to dictionaries (class SA). */
const WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2}/u

function dictionaryWords(piece: TextSegment): readonly TextSegment[] {
  if (!WITHOUT_SPACES.test(piece.text)) return [piece]
  const words = ['']
  let inWord = false
  for (const { segment, isWordLike } of segmenter.segment(piece.text)) {
    if (isWordLike && inWord) words.push(segment)
    else words[words.length - 1] += segment
    inWord ||= isWordLike === true
  }
  return words.map((text, index) => ({ text, lineEnd: piece.lineEnd && index === words.length - 1 }))
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

/** Whether a line may end between two texts: the last word of one and the first of the next. */
export const canBreakBetween = (last: TextSegment, next: TextSegment): boolean =>
  last.lineEnd || segmentText(last.text + next.text).length > 1

/** Fitting lays the same texts out again and again; a long run of documents must not fill the memory. */
const CACHED_TEXTS = 1_000
const remembered = new Map<string, readonly TextSegment[]>()

const breaker = new TextBreaker()
const noStyles = new StyleContextStack({}, {})

import { StyleContextStack, TextBreaker } from '../nodes/pdfmake-modules.js'

/** A segment of a text after which a line may end, or must. */
export interface TextSegment {
  readonly text: string
  readonly lineEnd: boolean
}

/** Breaks a text into the segments between which a line may end (Unicode Standard Annex 14). */
export function segmentText(text: string): readonly TextSegment[] {
  const known = cache.get(text)
  if (known) return known
  const segments = breaker
    .getBreaks([{ text }], noStyles)
    .map(segment => ({ text: segment.text, lineEnd: segment.lineEnd === true }))
    .flatMap(dictionaryWords)
  if (cache.size >= CACHED_TEXTS) cache.clear()
  cache.set(text, segments)
  return segments
}

/** Scripts without spaces between words, which the standard leaves to dictionaries (class SA). */
const WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2}/u

function dictionaryWords(segment: TextSegment): readonly TextSegment[] {
  if (!WITHOUT_SPACES.test(segment.text)) return [segment]
  const words = ['']
  let inWord = false
  for (const { segment: word, isWordLike } of segmenter.segment(segment.text)) {
    if (isWordLike && inWord) words.push(word)
    else words[words.length - 1] += word
    inWord ||= isWordLike === true
  }
  return words.map((text, index) => ({ text, lineEnd: segment.lineEnd && index === words.length - 1 }))
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

/** Whether a line may end between two texts: the last word of one and the first of the next. */
export const canBreakBetween = (last: TextSegment, next: TextSegment): boolean =>
  last.lineEnd || segmentText(last.text + next.text).length > 1

/** Shared by documents, as a text is always broken alike; bounded, so that long runs of documents do not fill the memory. */
const CACHED_TEXTS = 1_000
const cache = new Map<string, readonly TextSegment[]>()

const breaker = new TextBreaker()
const noStyles = new StyleContextStack({}, {})

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
    .reduce(joinWithinCharacters, [])
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

/** What may go on the character before it: a mark, a joiner, a skin tone, the second letter of a flag. */
const CONTINUING =
  /^(?:\p{M}|\u200D|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Extended_Pictographic}|[\u{E0020}-\u{E007F}])/u
const characters = new Intl.Segmenter()

/** No line ends within what is one character to a reader, of however many code points. */
function joinWithinCharacters(before: TextSegment[], segment: TextSegment): TextSegment[] {
  const last = before.at(-1)
  if (!last || last.lineEnd || !CONTINUING.test(segment.text)) return [...before, segment]
  const joined = characters.segment(last.text + segment.text).containing(last.text.length)
  if (!joined || joined.index === last.text.length) return [...before, segment]
  return [...before.slice(0, -1), { text: last.text + segment.text, lineEnd: segment.lineEnd }]
}

/** Whether a line may end between two texts: the last word of one and the first of the next. */
export const canBreakBetween = (last: TextSegment, next: TextSegment): boolean =>
  last.lineEnd || segmentText(last.text + next.text).length > 1

/** Shared by documents, as a text is always broken alike; bounded, so that long runs of documents do not fill the memory. */
const CACHED_TEXTS = 1_000
const cache = new Map<string, readonly TextSegment[]>()

const breaker = new TextBreaker()
const noStyles = new StyleContextStack({}, {})

import LineBreaker from 'linebreak'
import { graphemeSegmenter } from '../../diagnostics/index.js'

/** A segment of a text after which a line may end, or must. */
export interface TextSegment {
  readonly text: string
  readonly lineEnd: boolean
}

/** Breaks a text into the segments between which a line may end (Unicode Standard Annex 14). */
export function segmentText(text: string): readonly TextSegment[] {
  const known = cache.get(text)
  if (known) return known
  const segments = PLAIN_WORDS.test(text) ? plainSegments(text) : anySegments(text)
  if (cache.size >= CACHED_TEXTS) cache.clear()
  cache.set(text, segments)
  return segments
}

/**
 * Words of letters, digits and the punctuation after which the standard allows no break without a space, each followed by at
 * most spaces: what most texts are, and what is broken after its spaces alone.
 */
const PLAIN_WORDS = /^(?:[A-Za-z0-9][A-Za-z0-9.,;:’]{0,99}(?: +|$))+$/

const plainSegments = (text: string): TextSegment[] =>
  (text.match(/[^ ]+ */g) ?? []).map(segment => ({ text: segment, lineEnd: false }))

const anySegments = (text: string): TextSegment[] =>
  standardSegments(text).flatMap(dictionaryWords).reduce(joinUnbreakable, []).flatMap(endlessWord)

/** The segments of the standard; a line break of the text itself ends one, and is not printed. */
function standardSegments(text: string): TextSegment[] {
  const segments: TextSegment[] = []
  const breaker = new LineBreaker(text)
  let last = 0
  for (let at = breaker.nextBreak(); at; at = breaker.nextBreak()) {
    const segment = text.slice(last, at.position)
    const printed = segment.replace(/\r?\n$|\r$/, '')
    segments.push({ text: printed, lineEnd: at.required === true || printed.length < segment.length })
    last = at.position
  }
  return segments.length > 0 ? segments : [{ text, lineEnd: false }]
}

/** Scripts without spaces between words, which the standard leaves to dictionaries (class SA). */
const WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2}/u

function dictionaryWords(segment: TextSegment): readonly TextSegment[] {
  if (!WITHOUT_SPACES.test(segment.text)) return [segment]
  const words = ['']
  let inWord = false
  for (const { segment: word, isWordLike } of wordSegmenter().segment(segment.text)) {
    if (isWordLike && inWord) words.push(word)
    else words[words.length - 1] += word
    inWord ||= isWordLike === true
  }
  return words.map((text, index) => ({ text, lineEnd: segment.lineEnd && index === words.length - 1 }))
}

/** UTF-16 units: a word that is longer is wider than any line, and measured in parts. */
const LONGEST_WORD = 400

function endlessWord({ text, lineEnd }: TextSegment): readonly TextSegment[] {
  const parts: TextSegment[] = []
  let rest = text
  while (rest.length > LONGEST_WORD) {
    const end =
      graphemeSegmenter()
        .segment(rest.slice(0, LONGEST_WORD + 1))
        .containing(LONGEST_WORD)?.index || LONGEST_WORD
    parts.push({ text: rest.slice(0, end), lineEnd: false })
    rest = rest.slice(end)
  }
  return [...parts, { text: rest, lineEnd }]
}

let segmenter: Intl.Segmenter | undefined

/** Made when it is first used, as its dictionaries are large. */
function wordSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' })
  return segmenter
}

/** What may go on the character before it: a mark, a joiner, a skin tone, the second letter of a flag. */
const CONTINUING =
  /^(?:\p{M}|\u200D|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Extended_Pictographic}|[\u{E0020}-\u{E007F}])/u

/**
 * Marks that begin no line, though the standard leaves them to dictionaries or counts them as ideographs: those of repetition,
 * abbreviation and the end of a sentence in Thai, Lao, Khmer and Burmese, which may have a space before them, and the tilde of
 * Japanese ranges.
 */
const NEVER_FIRST = /^[\u0E2F\u0E46\u0EAF\u0EC6\u17D4-\u17DA\u104A\u104B\u104F\uFF5E]/
/** A unit over others, or the beginning of one: none is so long that a line would need to end within. */
const SOLIDUS_UNIT = /^(?=.{1,12}$)[^\s/]{1,6}(?:\/[^\s/]{1,6})+\/?$/u
/** Punctuation and spaces around a word. */
const AROUND_WORD = /^[([“"«‘]+|[\s.,;:!?)\]”"»’]+$/gu

function joinUnbreakable(before: TextSegment[], segment: TextSegment): TextSegment[] {
  const last = before.at(-1)
  if (!last || last.lineEnd || !isUnbreakable(last.text, segment.text)) before.push(segment)
  else before[before.length - 1] = { text: last.text + segment.text, lineEnd: segment.lineEnd }
  return before
}

/** Whether no line ends between two segments: within one character to a reader, before a mark that ends one, or in a unit. */
function isUnbreakable(last: string, next: string): boolean {
  if (NEVER_FIRST.test(next)) return true
  if (last.endsWith('/') || /^\/[^/]/.test(next))
    return SOLIDUS_UNIT.test((last + next).replace(AROUND_WORD, ''))
  if (!CONTINUING.test(next)) return false
  const joined = graphemeSegmenter()
    .segment(last + next)
    .containing(last.length)
  return joined !== undefined && joined.index < last.length
}

/** Whether a line may end between two texts: the last word of one and the first of the next. */
export const canBreakBetween = (last: TextSegment, next: TextSegment): boolean =>
  last.lineEnd || segmentText(last.text + next.text).length > 1

/** Shared by documents, as a text is always broken alike; bounded, so that long runs of documents do not fill the memory. */
const CACHED_TEXTS = 1_000
const cache = new Map<string, readonly TextSegment[]>()

/** A character as readers see it, and where it begins (UTF-16). */
interface Grapheme {
  readonly segment: string
  readonly index: number
}

/** Splits a text into characters as readers see them (UAX #29). */
export function graphemesOf(text: string): Iterable<Grapheme> {
  if (ALONE.test(text)) return Array.from(text, (segment, index) => ({ segment, index }))
  return graphemeSegmenter().segment(text)
}

/** Latin letters, signs and punctuation, none of which joins another. */
const ALONE = /^[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e]*$/

let segmenter: Intl.Segmenter | undefined

/** What splits other texts. It is made when it is first used, as its tables are large. */
export function graphemeSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter()
  return segmenter
}

let segmenter: Intl.Segmenter | undefined

/** What splits texts into characters as readers see them (UAX #29). It is made when it is first used, as its tables are large. */
export function graphemeSegmenter(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter()
  return segmenter
}

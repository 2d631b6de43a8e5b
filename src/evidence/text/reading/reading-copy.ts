import { withoutInterjections } from './interjections.js'
import { withoutLineMarks } from './line-marks.js'
import { join, WORD_JOINER } from './mask.js'
import { withoutNoteMarks } from './note-marks.js'
import { withoutPageBreaks } from './page-breaks.js'

/** A text of which what no reader reads aloud is blanked: both copies have the length of the text, so that all offsets stay. */
export interface ReadingCopy {
  /** Without page heads, line numbers, time codes and the marks of notes; its paragraphs go on over the ends of pages. */
  readonly reading: string
  /** The same without what stands between the words of one speaker: `(Applause.)`, and a label that is repeated. */
  readonly words: string
}

/** Blanks in the text of a source what is no word of those who speak in it, where its kind has such things. */
export function readingCopy(text: string): ReadingCopy {
  const pages = withoutPageBreaks(withoutLineMarks(text))
  const joined = withoutNoteMarks(pages.includes('¬') ? pages.replace(BROKEN_WORD, joinBrokenWord) : pages)
  const reading = joined === text ? text : joined.replaceAll(WORD_JOINER, ' ')
  return { reading, words: withoutInterjections(joined) }
}

/** A word that the sign of older word processors breaks at the end of a line. */
const BROKEN_WORD = /(?<=\p{L})¬[ \t]*\r?\n?[ \t]*(?=\p{L})/gu

/** The line end goes with the sign. */
function joinBrokenWord(sign: string): string {
  return join(sign)
}

import type { PdfmakeLine } from '../nodes/pdfmake-classes.js'
import type { Word } from '../nodes/word.js'

/** A line of pdfmake's, with destinations and the bookmark that lead to it. */
export type TypesetLine = PdfmakeLine & {
  anchors?: readonly string[]
  outline?: { readonly title: string; readonly level: number }
}

/** The words of a line, which pdfmake calls inlines. */
export const wordsOfLine = (line: PdfmakeLine): readonly Word[] => line.inlines as Word[]

/** Points from the top of a line's box to the top of its type: half of its leading. */
export function halfLeading(line: PdfmakeLine): number {
  const descent = line.inlines.reduce(
    (deepest, { font, fontSize }) => Math.max(deepest, (-font.descender / 1000) * fontSize),
    0,
  )
  return (line.getHeight() - line.getAscenderHeight() - descent) / 2
}

/** Points from the top of the page to the baseline of a placed line. */
export const baselineOfLine = (line: PdfmakeLine): number => (line.y ?? 0) + line.getAscenderHeight()

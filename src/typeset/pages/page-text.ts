import type { Place } from '../../diagnostics/index.js'
import { visibleSpan } from '../lines/visual-order.js'
import type { Line } from '../nodes/line.js'
import { baselineOf, type DocumentPage, type PlacedLine } from '../nodes/page.js'
import type { Word } from '../nodes/word.js'
import type { TextDirection } from '../text/direction.js'

/** A printed line, in reading order. Lengths are points, from the left and the top edge of the page; `y` is that of the baseline. */
export interface TextLine {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Family and face of the line's first word, such as `Source Serif 4 bold`. */
  readonly font: string
  readonly size: number
  /** Where the line's first word comes from. */
  readonly place: Place
}
/** The lines of a page, from top to bottom and in the direction of the document. */
export type PageText = readonly TextLine[]

/** The text of a page that is laid out, line by line. */
export function pageText(page: DocumentPage, direction: TextDirection): PageText {
  const lines = page.items.flatMap(({ type, item }) => (type === 'line' ? pageTextLine(item) : []))
  const sign = direction === 'ltr' ? 1 : -1
  return lines.sort((one, other) => one.y - other.y || sign * (one.x - other.x))
}

function pageTextLine(placed: PlacedLine): TextLine[] {
  const { line } = placed
  const [first] = line.words
  const text = textOfLine(line)
  if (!first || text === '') return []
  return [
    {
      text,
      x: hundredths(placed.x + visibleSpan(line).left),
      y: hundredths(baselineOf(placed)),
      font: faceName(first),
      size: hundredths(first.fontSize),
      place: first.place,
    },
  ]
}

/** What a line shows, in reading order. */
export const textOfLine = ({ words }: Line): string =>
  words
    .map(word => word.text)
    .join('')
    .trimEnd()
    .replace(/\u00AD$/, '-')

/** Family and face. */
export const faceName = ({ family, bold, italics }: Word): string =>
  `${family}${bold ? ' bold' : ''}${italics ? ' italic' : ''}`

/** Points, as pages are described to people and other programs. */
export const hundredths = (points: number): number => Math.round(points * 100) / 100

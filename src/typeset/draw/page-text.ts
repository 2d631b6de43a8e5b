import type { Place } from '../../diagnostics/index.js'
import { visibleSpan } from '../lines/visual-order.js'
import { baselineOf, type DocumentPage, type PlacedLine } from '../nodes/page.js'
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
  const { words } = line
  const [first] = words
  const text = words
    .map(word => word.text)
    .join('')
    .trimEnd()
    .replace(/\u00AD$/, '-')
  if (!first || text === '') return []
  const face = `${first.bold ? ' bold' : ''}${first.italics ? ' italic' : ''}`
  return [
    {
      text,
      x: rounded(placed.x + visibleSpan(line).left),
      y: rounded(baselineOf(placed)),
      font: `${first.family}${face}`,
      size: rounded(first.fontSize),
      place: first.place,
    },
  ]
}

const rounded = (points: number) => Math.round(points * 100) / 100

import type { Place } from '../../diagnostics/index.js'
import type { Direction } from '../compose/direction.js'
import { extentOf } from '../layout/reorder.js'
import { baselineOf, wordsOf } from '../layout/set-line.js'
import type { LaidPage, Line } from '../pdfmake-classes.js'

/** A printed line, as it is read. Lengths are points, from the left and the top edge of the page; `y` is that of the baseline. */
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

/** What a page says and where, as laid out. */
export function pageText(page: LaidPage, direction: Direction): PageText {
  const lines = page.items.flatMap(({ type, item }) => (type === 'line' ? textLine(item) : []))
  const along = direction === 'ltr' ? 1 : -1
  return lines.sort((one, other) => one.y - other.y || along * (one.x - other.x))
}

function textLine(line: Line): TextLine[] {
  const words = wordsOf(line)
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
      x: rounded((line.x ?? 0) + extentOf(line).left),
      y: rounded(baselineOf(line)),
      font: `${first.family}${face}`,
      size: rounded(first.fontSize),
      place: first.place,
    },
  ]
}

const rounded = (points: number) => Math.round(points * 100) / 100

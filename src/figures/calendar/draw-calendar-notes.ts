import { type DiagramStrings, fillPattern, type TimelineData } from '../../markup/index.js'
import type { FigureStyle, Shape } from '../drawing.js'
import { listItems } from '../phrases.js'
import { placeTextLine, placeTextLines } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import { calendarEvents } from './calendar-events.js'
import { calendarMeasures } from './calendar-style.js'
import { drawUncertainBar } from './draw-marks.js'

interface CalendarNotes {
  readonly shapes: readonly Shape[]
  /** Points. */
  readonly bottom: number
}

/** Explains dashes where there are any, and names the events without a date. */
export function drawCalendarNotes(
  data: TimelineData,
  words: DiagramStrings,
  top: number,
  width: number,
  style: FigureStyle,
): CalendarNotes {
  const { type, palette } = style
  const { regular, line, bar } = calendarMeasures(style)
  const isUncertain = calendarEvents(data).some(({ inexact, kind }) => inexact || kind === 'within')
  const undated = undatedLines(data, words, width, style)
  if (!isUncertain && undated.length === 0) return { shapes: [], bottom: top }
  const from = top + NOTES_GAP
  const sample = 4 * bar
  const said = isUncertain ? wrapText(words.labels.inexact_date, width - sample - bar, regular, type, 2) : []
  const below = from + said.length * line
  const shapes = [
    ...(isUncertain ? [drawUncertainBar(0, sample, from + line / 2, bar, style)] : []),
    ...said.map((text, index) =>
      placeTextLine(text, { x: sample + bar, top: from + index * line }, regular, palette.muted, type),
    ),
    ...placeTextLines(undated, { x: 0, top: below }, regular, palette.muted, type),
  ]
  return { shapes, bottom: below + undated.length * line }
}

/** The height of the notes, in points. */
export const greatestNotes = (
  data: TimelineData,
  words: DiagramStrings,
  width: number,
  style: FigureStyle,
): number => drawCalendarNotes(data, words, 0, width, style).bottom

const NOTES_GAP = 4
const MOST_UNDATED_LINES = 2

function undatedLines(
  data: TimelineData,
  words: DiagramStrings,
  width: number,
  style: FigureStyle,
): readonly string[] {
  const placed = new Set(calendarEvents(data).map(({ event }) => event))
  const undated = data.events.filter(event => !placed.has(event)).map(({ label }) => label.text)
  if (undated.length === 0) return []
  const note = fillPattern(words.labels.undated, { events: listItems(undated, words) })
  return wrapText(note, width, calendarMeasures(style).regular, style.type, MOST_UNDATED_LINES)
}

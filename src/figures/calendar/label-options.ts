import { priorityRank } from '../../brief/index.js'
import { type DiagramStrings, fillPattern } from '../../markup/index.js'
import type { FigureFace, FigureStyle } from '../drawing.js'
import { countInWords } from '../phrases.js'
import type { TimelineMark } from '../timeline/group-events.js'
import { nameOfRange } from '../timeline/ticks.js'
import { wrapText } from '../wrap-text.js'
import { calendarDate } from './calendar-dates.js'
import type { CalendarEvent } from './calendar-events.js'
import type { CalendarMeasures } from './calendar-style.js'

export interface CalendarMark extends TimelineMark<CalendarEvent> {
  /** What is due on the last day of a period, and says its end. */
  readonly ending?: CalendarEvent | undefined
}

/** The words of a label in lines. Lengths are points. */
export interface CalendarLabel {
  readonly lines: readonly string[]
  readonly face: FigureFace
  readonly width: number
  readonly height: number
}

/** One way to label a mark, and what it costs its readers beyond the best way. */
export interface LabelOption {
  readonly label: CalendarLabel
  /** Of a period that ends ahead: its end, to stand at the end of its bar. */
  readonly end: CalendarLabel | undefined
  readonly cost: number
}

/** What labels are written with. */
export interface LabelContext {
  readonly words: DiagramStrings
  readonly style: FigureStyle
  readonly measures: CalendarMeasures
  /** The year that dates do without. */
  readonly year: number | undefined
  /** Of the part of the calendar in which marks stand. */
  readonly width: number
}

/** The ways to label a mark: in one line, or in more and narrower ones. What is ahead is bold. */
export function labelOptions(mark: CalendarMark, context: LabelContext): LabelOption[] {
  const { measures, words, year } = context
  const [only, ...others] = mark.events
  if (!only || others.length > 0) return linesOf(groupText(mark.events, words), measures.regular, context)
  const name = only.event.label.text
  const face = only.ahead ? measures.bold : measures.regular
  const whole = linesOf(`${calendarDate(only.date, year, words)} ${name}`, face, context)
  if (!only.endsAhead) return whole
  const [from = '', to = ''] = only.date.split('/')
  const { ending } = mark
  const said = ending
    ? `${calendarDate(ending.date, year, words)} ${ending.event.label.text}`
    : calendarDate(`../${to}`, year, words)
  const ends = linesOf(said, measures.bold, context)
  const parted = linesOf(`${calendarDate(from, year, words)} ${name}`, face, context).flatMap(option =>
    ends.map(end => ({ ...option, end: end.label, cost: option.cost + end.cost })),
  )
  if (ending) return parted
  return [...parted, ...whole.map(option => ({ ...option, cost: option.cost + COST_OF_END_WITHIN }))]
}

/** Shares of the width that lines may have. */
const WIDTHS = [1, 0.5, 0.32, 0.22]
const MOST_LINES = 4
const COST_OF_LINE = 1.5
const COST_OF_CUT = 25
const COST_OF_END_WITHIN = 3

function linesOf(
  text: string,
  face: FigureFace,
  { style: { type }, measures, width }: LabelContext,
): LabelOption[] {
  const options: LabelOption[] = []
  for (const share of WIDTHS) {
    const all = wrapText(text, width * share, face, type)
    const lines = all.length > MOST_LINES ? wrapText(text, width * share, face, type, MOST_LINES) : all
    if (options.some(({ label }) => label.lines.length === lines.length && all.length <= MOST_LINES)) continue
    const widest = Math.max(0, ...lines.map(line => type.widthOf(line, face)))
    const label = { lines, face, width: widest, height: lines.length * measures.line }
    const cut = all.length > MOST_LINES ? COST_OF_CUT : 0
    options.push({ label, end: undefined, cost: (lines.length - 1) * COST_OF_LINE + cut })
  }
  return options
}

/** The time of a group, the number of its events, and as many names as there is room for. */
function groupText(events: readonly CalendarEvent[], words: DiagramStrings): string {
  const from = Math.min(...events.map(event => event.from))
  const to = Math.max(...events.map(event => event.to)) - 1
  const names = events
    .toSorted((one, other) => priorityRank(one.event.priority) - priorityRank(other.event.priority))
    .map(({ event }) => event.label.text)
  const { colon, events_in, list_separator } = words.labels
  const count = fillPattern(events_in, { count: countInWords(events.length, words) })
  return `${nameOfRange(from, to, 'month', words)}${list_separator}${count}${colon} ${names.join(list_separator)}`
}

import { priorityRank } from '../../brief/index.js'
import { type DiagramStrings, fillPattern, formatDate } from '../../markup/index.js'
import type { FigureFace, FigureStyle, FigureType } from '../drawing.js'
import { countInWords } from '../phrases.js'
import { lineHeight } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import type { DatedTimelineEvent } from './dated-events.js'
import type { TimelineMark } from './group-events.js'
import { type CalendarDivision, nameOfRange } from './ticks.js'

/** The words of a label, line by line. Lengths are points. */
export interface TimelineLabelText {
  readonly lines: readonly TimelineLabelLine[]
  readonly width: number
  readonly height: number
}
export interface TimelineLabelLine {
  readonly text: string
  readonly face: FigureFace
  readonly colour: string
  /** From the top of the label. */
  readonly top: number
}

/** The most lines of an event's name, and of the names in a group. */
const MOST_LINES = { event: 5, group: 3 }

/** The date and name of an event; for a group, its time, the number of its events and as many names as fit. */
export function timelineLabelText(
  mark: TimelineMark,
  division: CalendarDivision,
  width: number,
  words: DiagramStrings,
  style: FigureStyle,
): TimelineLabelText {
  const [only, ...others] = mark.events
  const parts =
    only && others.length === 0
      ? eventParts(only, words, style)
      : groupParts(mark.events, division, words, style)
  return layOutLines(parts, width, style.type)
}

interface TimelineLabelPart {
  readonly text: string
  readonly face: FigureFace
  readonly colour: string
  readonly most: number
}

function eventParts(
  { event, date }: DatedTimelineEvent,
  words: DiagramStrings,
  { type, palette }: FigureStyle,
): TimelineLabelPart[] {
  const said = formatDate(date, 'short', words) ?? date
  const bold = event.priority === 'must'
  const colour = event.priority === 'could' ? palette.muted : palette.text
  return [
    { text: said, face: { size: type.small, bold: true }, colour: palette.accent, most: 2 },
    { text: event.label.text, face: { size: type.size, bold }, colour, most: MOST_LINES.event },
  ]
}

function groupParts(
  events: readonly DatedTimelineEvent[],
  { unit }: CalendarDivision,
  words: DiagramStrings,
  { type, palette }: FigureStyle,
): TimelineLabelPart[] {
  const from = Math.min(...events.map(event => event.from))
  const to = Math.max(...events.map(event => event.to)) - 1
  const count = countInWords(events.length, words)
  const names = byPriority(events).map(({ event }) => event.label.text)
  return [
    {
      text: nameOfRange(from, to, unit, words),
      face: { size: type.small, bold: true },
      colour: palette.accent,
      most: 2,
    },
    {
      text: fillPattern(words.labels.events_in, { count }),
      face: { size: type.size, bold: true },
      colour: palette.text,
      most: 2,
    },
    {
      text: names.join(words.labels.list_separator),
      face: { size: type.small, bold: false },
      colour: palette.muted,
      most: MOST_LINES.group,
    },
  ]
}

const byPriority = (events: readonly DatedTimelineEvent[]): DatedTimelineEvent[] =>
  events.toSorted((one, other) => priorityRank(one.event.priority) - priorityRank(other.event.priority))

function layOutLines(
  parts: readonly TimelineLabelPart[],
  width: number,
  type: FigureType,
): TimelineLabelText {
  const lines: TimelineLabelLine[] = []
  let height = 0
  for (const { text, face, colour, most } of parts)
    for (const line of wrapText(text, width, face, type, most)) {
      lines.push({ text: line, face, colour, top: height })
      height += lineHeight(face.size, type)
    }
  const widths = lines.map(line => type.widthOf(line.text, line.face))
  return { lines, width: Math.max(0, ...widths), height }
}

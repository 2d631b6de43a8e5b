import { rankOf } from '../../brief/index.js'
import { type DiagramWords, fill, formatDate } from '../../markup/index.js'
import type { Face, Pens, Type } from '../drawing.js'
import { lineHeight } from '../letters.js'
import { sayCount } from '../say.js'
import { wrapText } from '../wrap-text.js'
import type { Mark } from './group-events.js'
import type { DatedEvent } from './spans.js'
import { type Division, rangeName } from './ticks.js'

/** The words of a label, line by line. Lengths are points. */
export interface FlagText {
  readonly lines: readonly FlagLine[]
  readonly width: number
  readonly height: number
}
export interface FlagLine {
  readonly text: string
  readonly face: Face
  readonly colour: string
  /** From the top of the label. */
  readonly top: number
}

/** Lines of an event's words, and of the names of a group's. */
const MOST_LINES = { event: 5, group: 3 }

/** The date of an event and what it is; of a group its time, its number and the names of as many as there is room for. */
export function flagText(
  mark: Mark,
  division: Division,
  width: number,
  words: DiagramWords,
  pens: Pens,
): FlagText {
  const [only, ...others] = mark.events
  const parts =
    only && others.length === 0
      ? eventParts(only, words, pens)
      : groupParts(mark.events, division, words, pens)
  return setLines(parts, width, pens.type)
}

interface Part {
  readonly text: string
  readonly face: Face
  readonly colour: string
  readonly most: number
}

function eventParts({ event, date }: DatedEvent, words: DiagramWords, { type, palette }: Pens): Part[] {
  const said = formatDate(date, 'short', words) ?? date
  const bold = event.priority === 'must'
  const colour = event.priority === 'could' ? palette.muted : palette.text
  return [
    { text: said, face: { size: type.small, bold: true }, colour: palette.accent, most: 2 },
    { text: event.label.text, face: { size: type.size, bold }, colour, most: MOST_LINES.event },
  ]
}

function groupParts(
  events: readonly DatedEvent[],
  { unit }: Division,
  words: DiagramWords,
  { type, palette }: Pens,
): Part[] {
  const from = Math.min(...events.map(event => event.from))
  const to = Math.max(...events.map(event => event.to)) - 1
  const count = sayCount(events.length, words)
  const names = byPriority(events).map(({ event }) => event.label.text)
  return [
    {
      text: rangeName(from, to, unit, words),
      face: { size: type.small, bold: true },
      colour: palette.accent,
      most: 2,
    },
    {
      text: fill(words.labels.events_in, { count }),
      face: { size: type.size, bold: true },
      colour: palette.text,
      most: 2,
    },
    {
      text: names.join('; '),
      face: { size: type.small, bold: false },
      colour: palette.muted,
      most: MOST_LINES.group,
    },
  ]
}

const byPriority = (events: readonly DatedEvent[]): DatedEvent[] =>
  events.toSorted((one, other) => rankOf(one.event.priority) - rankOf(other.event.priority))

function setLines(parts: readonly Part[], width: number, type: Type): FlagText {
  const lines: FlagLine[] = []
  let height = 0
  for (const { text, face, colour, most } of parts)
    for (const line of wrapText(text, width, face, type, most)) {
      lines.push({ text: line, face, colour, top: height })
      height += lineHeight(face.size, type)
    }
  const widths = lines.map(line => type.widthOf(line.text, line.face))
  return { lines, width: Math.max(0, ...widths), height }
}

import { type DiagramStrings, fillPattern, type TimelineEvent } from '../../markup/index.js'
import type { FigureFace, FigureStyle, Shape } from '../drawing.js'
import { listItems } from '../phrases.js'
import { lineHeight, placeTextLine, placeTextLines } from '../place-text.js'
import { wrapText } from '../wrap-text.js'
import { drawBar, isHollow, type TimelineBar } from './bars.js'
import type { DatedTimelineEvent } from './dated-events.js'
import { dotRadius, drawDot } from './dots.js'

/** The most lines for events without a date. */
const MOST_UNDATED_LINES = 2

/** The notes below the axis. Lengths are points. */
interface TimelineNotes {
  readonly shapes: readonly Shape[]
  readonly bottom: number
}

/** Explains hollow marks where there are any, and lists the events without a place on the axis. */
export function drawNotes(
  events: { readonly all: readonly TimelineEvent[]; readonly dated: readonly DatedTimelineEvent[] },
  bars: readonly TimelineBar[],
  top: number,
  width: number,
  words: DiagramStrings,
  style: FigureStyle,
): TimelineNotes {
  const from = top + notesGap(style)
  const legend = hasHollow(events.dated, bars) ? drawLegend(from, words, style) : { shapes: [], bottom: from }
  const undated = drawUndated(events, legend.bottom, width, words, style)
  const shapes = [...legend.shapes, ...undated.shapes]
  return { shapes, bottom: shapes.length > 0 ? undated.bottom : top }
}

/** The greatest height of the notes, in points. */
export const greatestNotesHeight = (style: FigureStyle): number =>
  notesGap(style) + (1 + MOST_UNDATED_LINES) * lineHeight(style.type.small, style.type)

const notesGap = ({ type }: FigureStyle): number => type.small * 0.6

const hasHollow = (events: readonly DatedTimelineEvent[], bars: readonly TimelineBar[]): boolean =>
  bars.some(isHollow) || events.some(({ inexact, kind }) => inexact && kind !== 'period')

/** A hollow bar and a hollow dot, with what they mean. */
function drawLegend(top: number, { labels }: DiagramStrings, style: FigureStyle): TimelineNotes {
  const { type, palette } = style
  const line = lineHeight(type.small, type)
  const y = top + line / 2
  const radius = dotRadius('should', style)
  const bar = { left: 0.4, right: 0.4 + type.size * 1.6, kind: 'within', inexact: false } as const
  const centre = { x: bar.right + type.size * 0.6 + radius, y }
  const at = { x: centre.x + radius + type.small * 0.6, top }
  const shapes = [
    drawBar({ ...bar, open: { start: false, end: false } }, y, style),
    drawDot(centre, radius, true, style),
    placeTextLine(labels.inexact_date, at, notesFace(style), palette.muted, type),
  ]
  return { shapes, bottom: top + line }
}

function drawUndated(
  { all, dated }: Parameters<typeof drawNotes>[0],
  top: number,
  width: number,
  words: DiagramStrings,
  style: FigureStyle,
): TimelineNotes {
  const { type, palette } = style
  const placed = new Set(dated.map(({ event }) => event))
  const undated = all.filter(event => !placed.has(event)).map(({ label }) => label.text)
  const note =
    undated.length > 0 ? fillPattern(words.labels.undated, { events: listItems(undated, words) }) : ''
  const lines = wrapText(note, width, notesFace(style), type, MOST_UNDATED_LINES)
  return {
    shapes: placeTextLines(lines, { x: 0, top }, notesFace(style), palette.muted, type),
    bottom: top + lines.length * lineHeight(type.small, type),
  }
}

const notesFace = ({ type }: FigureStyle): FigureFace => ({ size: type.small, bold: false })

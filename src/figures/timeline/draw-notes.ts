import { type DiagramWords, fill, type TimelineEvent } from '../../markup/index.js'
import type { Face, Pens, Shape } from '../drawing.js'
import { letterLines, letters, lineHeight } from '../letters.js'
import { sayItems } from '../say.js'
import { wrapText } from '../wrap-text.js'
import { type Bar, drawBar, isHollow } from './bars.js'
import { drawDot, radiusOf } from './dots.js'
import type { DatedEvent } from './spans.js'

/** Lines that events without a date may take. */
const MOST_LINES = 2

/** What stands under the axis, from `top` on. Lengths are points. */
interface Notes {
  readonly shapes: readonly Shape[]
  readonly bottom: number
}

/** Says what marks mean, as far as that is not plain to see, and which events have no place on the axis. */
export function drawNotes(
  events: { readonly all: readonly TimelineEvent[]; readonly dated: readonly DatedEvent[] },
  bars: readonly Bar[],
  top: number,
  width: number,
  words: DiagramWords,
  pens: Pens,
): Notes {
  const from = top + gapOf(pens)
  const legend = anyHollow(events.dated, bars) ? drawLegend(from, words, pens) : { shapes: [], bottom: from }
  const undated = drawUndated(events, legend.bottom, width, words, pens)
  const shapes = [...legend.shapes, ...undated.shapes]
  return { shapes, bottom: shapes.length > 0 ? undated.bottom : top }
}

/** The most that notes take, in points. */
export const mostNotes = (pens: Pens): number =>
  gapOf(pens) + (1 + MOST_LINES) * lineHeight(pens.type.small, pens.type)

const gapOf = ({ type }: Pens): number => type.small * 0.6

const anyHollow = (events: readonly DatedEvent[], bars: readonly Bar[]): boolean =>
  bars.some(isHollow) || events.some(({ hazy, kind }) => hazy && kind !== 'period')

/** A hollow bar and a hollow dot, with what they mean. */
function drawLegend(top: number, { labels }: DiagramWords, pens: Pens): Notes {
  const { type, palette } = pens
  const line = lineHeight(type.small, type)
  const y = top + line / 2
  const radius = radiusOf('should', pens)
  const bar = { left: 0.4, right: 0.4 + type.size * 1.6, style: 'within', hazy: false } as const
  const centre = { x: bar.right + type.size * 0.6 + radius, y }
  const at = { x: centre.x + radius + type.small * 0.6, top }
  const shapes = [
    drawBar({ ...bar, open: { start: false, end: false } }, y, pens),
    drawDot(centre, radius, true, pens),
    letters(labels.inexact_date, at, faceOf(pens), palette.muted, type),
  ]
  return { shapes, bottom: top + line }
}

function drawUndated(
  { all, dated }: Parameters<typeof drawNotes>[0],
  top: number,
  width: number,
  words: DiagramWords,
  pens: Pens,
): Notes {
  const { type, palette } = pens
  const placed = new Set(dated.map(({ event }) => event))
  const undated = all.filter(event => !placed.has(event)).map(({ label }) => label.text)
  const note = undated.length > 0 ? fill(words.labels.undated, { events: sayItems(undated, words) }) : ''
  const lines = wrapText(note, width, faceOf(pens), type, MOST_LINES)
  return {
    shapes: letterLines(lines, { x: 0, top }, faceOf(pens), palette.muted, type),
    bottom: top + lines.length * lineHeight(type.small, type),
  }
}

const faceOf = ({ type }: Pens): Face => ({ size: type.small, bold: false })

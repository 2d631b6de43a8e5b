import type { FigureStyle, VectorPath } from '../drawing.js'
import type { DatedTimelineEvent } from './dated-events.js'
import { dotRadius, isWiderThanDot } from './dots.js'
import type { TimelineMark } from './group-events.js'
import type { TimeScale } from './time-scale.js'

/** A period, or the time within which an event was. Lengths are points, from the left of the axis. */
export interface TimelineBar {
  readonly left: number
  readonly right: number
  /** Rows are counted from 0 away from the axis, so that no bar covers another. */
  readonly row: number
  readonly kind: 'period' | 'within' | 'group'
  readonly inexact: boolean
  /** Whether it goes on beyond its start or its end. */
  readonly open: DatedTimelineEvent['open']
}

/** The bars of marks: periods, inexact dates and the extent of groups. */
export function timelineBars(
  marks: readonly TimelineMark[],
  scale: TimeScale,
  style: FigureStyle,
): TimelineBar[] {
  const last = scale.segments.at(-1)
  const end = last ? last.x + last.width : 0
  const rows: number[] = []
  return marks
    .flatMap(mark => markBar(mark, scale, end, style) ?? [])
    .sort((one, other) => one.left - other.left)
    .map(bar => {
      const free = rows.findIndex(right => right + BAR_GAP <= bar.left)
      const row = free === -1 ? rows.length : free
      rows[row] = bar.right
      return { ...bar, row }
    })
}

/** Points from the edge of the axis to the labels beyond its bars. */
export function barsDepth(bars: readonly TimelineBar[], style: FigureStyle): number {
  const rows = bars.reduce((most, { row }) => Math.max(most, row + 1), 0)
  return firstRowOffset(style) + rows * rowHeight(style)
}

/** Bars beside an edge of the axis, which is `y` points from the top of the drawing. */
export function drawBars(
  bars: readonly TimelineBar[],
  y: number,
  above: boolean,
  style: FigureStyle,
): VectorPath[] {
  const away = above ? -1 : 1
  return bars.map(bar =>
    drawBar(bar, y + away * (firstRowOffset(style) + (bar.row + 0.5) * rowHeight(style)), style),
  )
}

/** A bar centred vertically on `y`; pointed at an open end. */
export function drawBar(
  { left, right, kind, inexact, open }: Omit<TimelineBar, 'row'>,
  y: number,
  style: FigureStyle,
): VectorPath {
  const { accent, muted, paper } = style.palette
  const half = (style.type.size * BAR_THICKNESS) / 2
  const tip = Math.min(2 * half, (right - left) / 2)
  const points = [
    { x: open.start ? left + tip : left, y: y - half },
    { x: open.end ? right - tip : right, y: y - half },
    ...(open.end ? [{ x: right, y }] : []),
    { x: open.end ? right - tip : right, y: y + half },
    { x: open.start ? left + tip : left, y: y + half },
    ...(open.start ? [{ x: left, y }] : []),
  ]
  const bar = { kind: 'path', points, closed: true } as const
  if (kind === 'group') return { ...bar, fill: muted }
  if (!isHollow({ kind, inexact })) return { ...bar, fill: accent }
  return { ...bar, fill: paper, stroke: { colour: accent, width: 0.8 } }
}

/** Whether only a time within which the event was is known, or its dates are not exact. */
export const isHollow = ({ kind, inexact }: Pick<TimelineBar, 'kind' | 'inexact'>): boolean =>
  kind === 'within' || (kind === 'period' && inexact)

/** Points between two bars in a row. */
const BAR_GAP = 2
/** Multiples of the size of the type. */
const BAR_THICKNESS = 0.38
const ROW_HEIGHT = 0.6

/** Keeps bars clear of the dots. */
const firstRowOffset = (style: FigureStyle): number => dotRadius('must', style) + 1.5
const rowHeight = ({ type }: FigureStyle): number => type.size * ROW_HEIGHT

function markBar(
  mark: TimelineMark,
  scale: TimeScale,
  end: number,
  style: FigureStyle,
): Omit<TimelineBar, 'row'> | undefined {
  const [only, ...others] = mark.events
  if (!only) return undefined
  if (others.length > 0) return groupBar(mark, scale, end)
  if (only.kind === 'day' || (only.kind === 'within' && !isWiderThanDot(only, scale, style))) return undefined
  const { inexact, open, kind } = only
  const left = open.start ? 0 : scale.positionOf(only.from)
  const right = open.end ? end : scale.positionOf(only.to)
  return { left, right: Math.max(right, left + BAR_GAP), kind, inexact, open }
}

function groupBar({ events }: TimelineMark, scale: TimeScale, end: number): Omit<TimelineBar, 'row'> {
  const left = Math.min(...events.map(({ from }) => scale.positionOf(from)))
  const right = Math.max(...events.map(({ to, open }) => (open.end ? end : scale.positionOf(to))))
  return { left, right, kind: 'group', inexact: false, open: { start: false, end: false } }
}

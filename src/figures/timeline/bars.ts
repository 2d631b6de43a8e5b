import type { Path, Pens } from '../drawing.js'
import { isWide, radiusOf } from './dots.js'
import type { Mark } from './group-events.js'
import type { DatedEvent } from './spans.js'
import type { TimeScale } from './time-scale.js'

/** Something that lasted, or a time that something lies in. Lengths are points, from the left of the axis. */
export interface Bar {
  readonly left: number
  readonly right: number
  /** Away from the axis, counted from 0, so that no bar covers another. */
  readonly row: number
  readonly style: 'period' | 'within' | 'group'
  readonly hazy: boolean
  /** Towards a beginning or an end that nobody knows. */
  readonly open: DatedEvent['open']
}

/** The bars of marks: what lasted, what is known to lie within a time, and the reach of a group. */
export function barsOf(marks: readonly Mark[], scale: TimeScale, pens: Pens): Bar[] {
  const last = scale.segments.at(-1)
  const end = last ? last.x + last.width : 0
  const rows: number[] = []
  return marks
    .flatMap(mark => barOf(mark, scale, end, pens) ?? [])
    .sort((one, other) => one.left - other.left)
    .map(bar => {
      const free = rows.findIndex(right => right + BETWEEN <= bar.left)
      const row = free === -1 ? rows.length : free
      rows[row] = bar.right
      return { ...bar, row }
    })
}

/** Points from the edge of the axis to what hangs over its marks. */
export function depthOf(bars: readonly Bar[], pens: Pens): number {
  const rows = bars.reduce((most, { row }) => Math.max(most, row + 1), 0)
  return firstRow(pens) + rows * rowHeight(pens)
}

/** Bars beside an edge of the axis, which is `y` points from the top of the drawing. */
export function drawBars(bars: readonly Bar[], y: number, above: boolean, pens: Pens): Path[] {
  const away = above ? -1 : 1
  return bars.map(bar => drawBar(bar, y + away * (firstRow(pens) + (bar.row + 0.5) * rowHeight(pens)), pens))
}

/** A bar in the middle of whose height `y` lies; pointed where it is open. */
export function drawBar({ left, right, style, hazy, open }: Omit<Bar, 'row'>, y: number, pens: Pens): Path {
  const { accent, muted, paper } = pens.palette
  const half = (pens.type.size * THICKNESS) / 2
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
  if (style === 'group') return { ...bar, fill: muted }
  if (!isHollow({ style, hazy })) return { ...bar, fill: accent }
  return { ...bar, fill: paper, stroke: { colour: accent, width: 0.8 } }
}

/** Whether no more is known than a time that something lies in, or that its dates are not exact. */
export const isHollow = ({ style, hazy }: Pick<Bar, 'style' | 'hazy'>): boolean =>
  style === 'within' || (style === 'period' && hazy)

/** Points between two bars in a row. */
const BETWEEN = 2
/** Multiples of the size of the type. */
const THICKNESS = 0.38
const ROW = 0.6

/** Bars stand clear of the dots. */
const firstRow = (pens: Pens): number => radiusOf('must', pens) + 1.5
const rowHeight = ({ type }: Pens): number => type.size * ROW

function barOf(mark: Mark, scale: TimeScale, end: number, pens: Pens): Omit<Bar, 'row'> | undefined {
  const [only, ...others] = mark.events
  if (!only) return undefined
  if (others.length > 0) return reachOf(mark, scale, end)
  if (only.kind === 'day' || (only.kind === 'within' && !isWide(only, scale, pens))) return undefined
  const { hazy, open, kind } = only
  const left = open.start ? 0 : scale.at(only.from)
  const right = open.end ? end : scale.at(only.to)
  return { left, right: Math.max(right, left + BETWEEN), style: kind, hazy, open }
}

function reachOf({ events }: Mark, scale: TimeScale, end: number): Omit<Bar, 'row'> {
  const left = Math.min(...events.map(({ from }) => scale.at(from)))
  const right = Math.max(...events.map(({ to, open }) => (open.end ? end : scale.at(to))))
  return { left, right, style: 'group', hazy: false, open: { start: false, end: false } }
}

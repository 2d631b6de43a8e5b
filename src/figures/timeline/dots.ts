import type { Priority } from '../../brief/index.js'
import type { Circle, FigureStyle, Point } from '../drawing.js'
import type { DatedTimelineEvent } from './dated-events.js'
import { leaderPosition, type TimelineMark } from './group-events.js'
import type { TimeScale } from './time-scale.js'

/** A dot for each day, and for each longer time that looks like a day at this scale, on the edge of the axis at `y`. */
export function drawDots(
  marks: readonly TimelineMark[],
  y: number,
  scale: TimeScale,
  style: FigureStyle,
): Circle[] {
  return marks.flatMap(({ events }) => {
    const grouped = events.length > 1
    return events.flatMap(dated => {
      if (dated.kind === 'period' || (!grouped && isWiderThanDot(dated, scale, style))) return []
      const radius = grouped
        ? dotRadius('could', style) * GROUPED_DOT_SCALE
        : dotRadius(dated.event.priority, style)
      return [drawDot({ x: leaderPosition(dated, scale), y }, radius, dated.inexact, style)]
    })
  })
}

/** A dot, hollow where the date is not exact. */
export function drawDot(centre: Point, radius: number, hollow: boolean, { palette }: FigureStyle): Circle {
  const { accent, paper } = palette
  if (!hollow) return { kind: 'circle', centre, radius, fill: accent, stroke: { colour: paper, width: 0.6 } }
  return { kind: 'circle', centre, radius: radius - 0.4, fill: paper, stroke: { colour: accent, width: 1.1 } }
}

/** The radius in points: larger for a higher priority. */
export const dotRadius = (priority: Priority, { type }: FigureStyle): number =>
  DOT_RADII[priority] * type.size

/** Whether the time within which an event was is wider than a dot at this scale. */
export const isWiderThanDot = (
  { kind, from, to }: DatedTimelineEvent,
  scale: TimeScale,
  style: FigureStyle,
): boolean =>
  kind === 'within' && scale.positionOf(to) - scale.positionOf(from) >= 3 * dotRadius('must', style)

/** Multiples of the size of the type. */
const DOT_RADII = { must: 0.42, should: 0.34, could: 0.26 }
/** Relative to the smallest dot: an event in a group has no label of its own. */
const GROUPED_DOT_SCALE = 0.8

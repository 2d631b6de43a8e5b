import type { Priority } from '../../brief/index.js'
import type { Disc, Pens, Point } from '../drawing.js'
import { type Mark, poleOf } from './group-events.js'
import type { DatedEvent } from './spans.js'
import type { TimeScale } from './time-scale.js'

/** A dot for each day, and for what looks like one at this scale, on an edge of the axis `y` points from the top. */
export function drawDots(marks: readonly Mark[], y: number, scale: TimeScale, pens: Pens): Disc[] {
  return marks.flatMap(({ events }) => {
    const grouped = events.length > 1
    return events.flatMap(dated => {
      if (dated.kind === 'period' || (!grouped && isWide(dated, scale, pens))) return []
      const radius = grouped ? radiusOf('could', pens) * IN_GROUP : radiusOf(dated.event.priority, pens)
      return [drawDot({ x: poleOf(dated, scale), y }, radius, dated.hazy, pens)]
    })
  })
}

/** A dot, hollow where the date is not exact. */
export function drawDot(centre: Point, radius: number, hollow: boolean, { palette }: Pens): Disc {
  const { accent, paper } = palette
  if (!hollow) return { kind: 'disc', centre, radius, fill: accent, stroke: { colour: paper, width: 0.6 } }
  return { kind: 'disc', centre, radius: radius - 0.4, fill: paper, stroke: { colour: accent, width: 1.1 } }
}

/** Points: weight shows what matters most. */
export const radiusOf = (priority: Priority, { type }: Pens): number => RADII[priority] * type.size

/** Whether the time within which an event was is more than a dot at this scale. */
export const isWide = ({ kind, from, to }: DatedEvent, scale: TimeScale, pens: Pens): boolean =>
  kind === 'within' && scale.at(to) - scale.at(from) >= 3 * radiusOf('must', pens)

/** Multiples of the size of the type. */
const RADII = { must: 0.42, should: 0.34, could: 0.26 }
/** Of the least dot: what stands in a group has no label of its own. */
const IN_GROUP = 0.8

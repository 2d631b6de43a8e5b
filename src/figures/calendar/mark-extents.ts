import type { TimeScale } from '../timeline/time-scale.js'
import type { CalendarEvent } from './calendar-events.js'
import type { CalendarMeasures } from './calendar-style.js'
import type { CalendarMark } from './label-options.js'

interface Extent {
  readonly left: number
  readonly right: number
}

/** From where to where a mark reaches; a group from its first event to its last. */
export function extentOfMark(
  { events }: CalendarMark,
  scale: TimeScale,
  plot: Extent,
  measures: CalendarMeasures,
): Extent {
  const extents = events.map(event => extentOfEvent(event, scale, plot, measures))
  return {
    left: Math.min(...extents.map(({ left }) => left)),
    right: Math.max(...extents.map(({ right }) => right)),
  }
}

/** A point for a day, and for a longer time that looks like one; else the time itself, to the edge where it is open. */
export function extentOfEvent(
  event: CalendarEvent,
  scale: TimeScale,
  plot: Extent,
  { radius }: CalendarMeasures,
): Extent {
  const { from, to, open } = event
  const [start, end] = [scale.positionOf(from), scale.positionOf(to)]
  if (isPoint(event, scale, radius)) {
    const middle = (start + end) / 2
    return { left: middle - radius, right: middle + radius }
  }
  const left = open.start ? plot.left : start
  return { left, right: open.end ? plot.right : Math.max(end, left + 1) }
}

/** Whether an event is drawn as a point. */
export const isPoint = ({ kind, from, to }: CalendarEvent, scale: TimeScale, radius: number): boolean =>
  kind === 'day' || (kind === 'within' && scale.positionOf(to) - scale.positionOf(from) < 3 * radius)

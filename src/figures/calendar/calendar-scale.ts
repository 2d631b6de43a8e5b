import { DAY_IN_MS } from '../timeline/dated-events.js'
import type { TimeScale } from '../timeline/time-scale.js'
import type { CalendarEvent } from './calendar-events.js'

/** A scale over all events and the moment of the facts, unbroken; `inset` points are left free at both ends. */
export function calendarScale(
  events: readonly CalendarEvent[],
  now: number | undefined,
  plot: { readonly left: number; readonly right: number },
  inset: number,
): TimeScale {
  const moments = [...events.flatMap(({ from, to }) => [from, to]), ...(now === undefined ? [] : [now])]
  const first = Math.min(...moments)
  const last = Math.max(...moments)
  const width = Math.max(1, plot.right - plot.left)
  const length = Math.max(last - first, SHORTEST)
  const pointsPerMillisecond = Math.max(1, width - 2 * inset) / length
  const spare = (width / pointsPerMillisecond - (last - first)) / 2
  const segment = { x: plot.left, width, from: first - spare, to: last + spare }
  const positionOf = (moment: number) => plot.left + (moment - segment.from) * pointsPerMillisecond
  return { segments: [segment], pointsPerMillisecond, positionOf }
}

/** Two weeks: days are no easier to tell apart on a longer axis. */
const SHORTEST = 14 * DAY_IN_MS

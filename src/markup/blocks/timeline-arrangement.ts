import { firstInstant, instantAfter, parseDate } from '../../brief/index.js'
import type { TimelineEvent } from './diagrams.js'

/** How a timeline may be drawn: `auto` leaves it to what the edition has. */
const ARRANGEMENTS = ['axis', 'calendar', 'auto'] as const
export type TimelineArrangement = (typeof ARRANGEMENTS)[number]

/** Reads the value of `arrangement`: an axis where there is none, undefined where it is not known. */
export function timelineArrangement(value: string | undefined): TimelineArrangement | undefined {
  return value === undefined ? 'axis' : ARRANGEMENTS.find(known => known === value)
}

/**
 * Whether a calendar tells more than an axis: something stands in a lane or lies ahead of `asOf`, and all dates are within a few
 * years. Longer histories need the axis, which is broken where years lie empty.
 */
export function suitsCalendar(events: readonly TimelineEvent[], asOf: string | undefined): boolean {
  const spans = events.flatMap(({ date }) => spanOf(date) ?? [])
  const now = spanOf(asOf)
  const first = Math.min(...spans.map(({ from }) => from))
  const last = Math.max(...spans.map(({ to }) => to))
  if (last - first > MOST_YEARS * YEAR_IN_MILLISECONDS) return false
  return events.some(({ lane }) => lane) || spans.some(({ to }) => now !== undefined && to > now.to)
}

/** Over more years months are no longer to be told apart. */
const MOST_YEARS = 5
const YEAR_IN_MILLISECONDS = 365.2425 * 86_400_000

function spanOf(text: string | undefined): { readonly from: number; readonly to: number } | undefined {
  const date = text === undefined ? undefined : parseDate(text)
  const [first, last] = [date?.start ?? date?.end, date?.end ?? date?.start]
  return first && last ? { from: firstInstant(first), to: instantAfter(last) } : undefined
}

import { firstInstant, instantAfter, MAX_CALENDAR_YEAR, parseDate } from '../../brief/index.js'
import type { TimelineEvent } from '../../markup/index.js'

/** An event with its position in time. */
export interface DatedTimelineEvent extends TimeSpan {
  readonly event: TimelineEvent
}

/** A date as a stretch of time. Moments are milliseconds since 1970, in UTC. */
export interface TimeSpan {
  /** EDTF. */
  readonly date: string
  /** The first moment, and the first after it. */
  readonly from: number
  readonly to: number
  /** A day, a period that lasted from one date to another, or a month or year within which it was. */
  readonly kind: 'day' | 'period' | 'within'
  /** The date is approximate or uncertain, or one of its ends is not known. */
  readonly inexact: boolean
  /** Periods that go on before their end, or after their beginning. */
  readonly open: { readonly start: boolean; readonly end: boolean }
}

export const DAY_IN_MS = 86_400_000
/** The Gregorian mean. */
export const YEAR_IN_MS = 365.2425 * DAY_IN_MS

/** The events that have a date, from the earliest to the latest; those of equal dates in their original order. */
export function dateEvents(events: readonly TimelineEvent[]): DatedTimelineEvent[] {
  return events
    .flatMap(event => {
      const span = event.date === undefined ? undefined : timeSpan(event.date)
      return span ? [{ event, ...span }] : []
    })
    .sort((one, other) => one.from - other.from || one.to - other.to)
}

/** When a date is; undefined where it is none, or too far from the present to be placed. */
export function timeSpan(text: string): TimeSpan | undefined {
  const date = parseDate(text)
  const first = date?.start ?? date?.end
  const last = date?.end ?? date?.start
  if (!date || !first || !last || [first, last].some(([year]) => Math.abs(year) > MAX_CALENDAR_YEAR))
    return undefined
  const { start, end, unknown, approximate, uncertain, precision } = date
  const isPeriod = date.kind === 'interval'
  const years = precision === 'century' ? 100 : precision === 'decade' ? 10 : 1
  const from = firstInstant(start ?? last)
  return {
    date: date.text,
    from,
    to: isPeriod && !end ? from + DAY_IN_MS : instantAfter(last, isPeriod ? 1 : years),
    kind: isPeriod ? 'period' : first.length === 3 ? 'day' : 'within',
    inexact: approximate || uncertain || unknown,
    open: { start: isPeriod && !start && !unknown, end: isPeriod && !end && !unknown },
  }
}

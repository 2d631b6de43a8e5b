import { type DateParts, parseDate } from '../../brief/index.js'
import type { TimelineEvent } from '../../markup/index.js'

/** An event where it belongs on an axis of time. Moments are milliseconds since 1970, in UTC. */
export interface DatedEvent {
  readonly event: TimelineEvent
  readonly date: string
  /** The first moment, and the first after it. */
  readonly from: number
  readonly to: number
  /** A day, a period that lasted from one date to another, or a month or year within which it was. */
  readonly kind: 'day' | 'period' | 'within'
  /** The date is approximate or uncertain. */
  readonly hazy: boolean
  /** Periods without a known beginning or end. */
  readonly open: { readonly start: boolean; readonly end: boolean }
}

export const DAY = 86_400_000
/** The Gregorian mean. */
export const YEAR = 365.2425 * DAY

/** The events that have a date, from the earliest to the latest; of equal dates, as they are told. */
export function datedEvents(events: readonly TimelineEvent[]): DatedEvent[] {
  return events
    .flatMap(event => dated(event) ?? [])
    .sort((one, other) => one.from - other.from || one.to - other.to)
}

function dated(event: TimelineEvent): DatedEvent | undefined {
  const date = event.date === undefined ? undefined : parseDate(event.date)
  const first = date?.start ?? date?.end
  const last = date?.end ?? date?.start
  if (!date || !first || !last || [first, last].some(([year]) => Math.abs(year) > FARTHEST)) return undefined
  const { start, end, approximate, uncertain, precision } = date
  const isPeriod = date.kind === 'interval'
  const years = precision === 'century' ? 100 : precision === 'decade' ? 10 : 1
  const from = startOf(start ?? last)
  const to = isPeriod ? endOf(last, 1) : endOf(last, years)
  return {
    event,
    date: date.text,
    from,
    to: isPeriod && !end ? from + DAY : to,
    kind: isPeriod ? 'period' : first.length === 3 ? 'day' : 'within',
    hazy: approximate || uncertain,
    open: { start: isPeriod && !start, end: isPeriod && !end },
  }
}

/** Years that the calendar of the runtime reaches, with room beside them. */
const FARTHEST = 200_000

const startOf = ([year, month = 1, day = 1]: DateParts): number => moment(year, monthOf(month), day)

function endOf([year, month, day]: DateParts, years: number): number {
  if (month === undefined) return moment(year + years, 1, 1)
  if (day !== undefined) return moment(year, month, day + 1)
  return moment(year, monthOf(month) + (month > 20 ? 3 : 1), 1)
}

/** A season begins with its first month in the north, as dates are sorted. */
const monthOf = (month: number): number => (month > 20 ? (month - 20) * 3 : month)

/** Months count from 1. */
const moment = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day)

import { type EdtfPoint, parseEdtf } from './edtf.js'

/** A year, a month (1 to 12) and a day, as far as they are known; a season takes the place of the month. */
export type DateParts = readonly [year: number, month?: number, day?: number]

/** A date in the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2), levels 0 and 1. */
export interface EdtfDate {
  readonly text: string
  readonly kind: 'date' | 'season' | 'interval'
  /**
   * The date, or the first of an interval; undefined where the interval is open at its beginning. For a
   * season, the year and the number that EDTF gives it: 21 spring, 22 summer, 23 autumn, 24 winter.
   */
  readonly start: DateParts | undefined
  /** The last date of an interval; undefined where it is open, and for what is no interval. */
  readonly end: DateParts | undefined
  /** Of an interval: whether its missing beginning or end is not known (`2024/`), rather than open (`2024/..`). */
  readonly unknown: boolean
  /** Of `start`, or where that is open of `end`. A decade or century is written with `X`: `199X`. */
  readonly precision: 'century' | 'decade' | 'year' | 'season' | 'month' | 'day' | 'time'
  /** With `precision: 'time'`: as written, with the minutes east of UTC where the text has an offset. */
  readonly time: TimeOfDay | undefined
  readonly approximate: boolean
  readonly uncertain: boolean
  /** Milliseconds since 1970 of the first instant, in UTC where no offset is known; for sorting. */
  readonly sortKey: number
}

/** A time of day as written. */
export interface TimeOfDay {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly offset: number | undefined
}

/** Reads a date; undefined where the text is not EDTF of levels 0 and 1, or an interval ends before it begins. */
export function parseDate(text: string): EdtfDate | undefined {
  const parsed = parseEdtf(text)
  if (!parsed) return undefined
  if (parsed.type !== 'Interval') return dateFromPoint(text, parsed)
  const [from, to] = parsed.values.map(value => (isPoint(value) ? dateFromPoint(text, value) : null))
  if (from === undefined || to === undefined) return undefined
  const known = from ?? to
  if (!known || (from && to && isAfter(from, to))) return undefined
  return {
    ...known,
    kind: 'interval',
    start: from?.start,
    end: to?.start,
    unknown: parsed.values.includes(null),
    time: from?.time,
    approximate: Boolean(from?.approximate || to?.approximate),
    uncertain: Boolean(from?.uncertain || to?.uncertain),
  }
}

/** Compares dates as far as both are known: `2025-06/2025` may be an interval. */
function isAfter(a: EdtfDate, b: EdtfDate): boolean {
  if (a.time && b.time) return a.sortKey > b.sortKey
  for (const [index, part] of (a.start ?? []).entries()) {
    const other = b.start?.[index]
    if (part === undefined || other === undefined) return false
    if (part !== other) return part > other
  }
  return false
}

function isPoint(value: EdtfPoint | number | null): value is EdtfPoint {
  return typeof value === 'object' && value !== null
}

/** A single date, or one end of an interval; undefined for a day that the calendar does not have. */
function dateFromPoint(text: string, point: EdtfPoint): EdtfDate | undefined {
  const precision = precisionOf(point)
  const parts = precision && datePartsOf(point, precision)
  if (!parts) return undefined
  const [, , , hour = 0, minute = 0, second = 0] = point.values
  const offset = point.timeZone === undefined ? undefined : point.offset
  const isTime = precision === 'time'
  return {
    text,
    kind: precision === 'season' ? 'season' : 'date',
    start: parts,
    end: undefined,
    unknown: false,
    precision,
    time: isTime ? { hour, minute, second, offset } : undefined,
    approximate: Boolean(point.approximate),
    uncertain: Boolean(point.uncertain),
    sortKey:
      firstInstant(parts) + (isTime ? (hour * 60 + minute - (offset ?? 0)) * 60_000 + second * 1000 : 0),
  }
}

const PRECISIONS = ['year', 'month', 'day'] as const

function precisionOf({ type, values, unspecified = 0 }: EdtfPoint): EdtfDate['precision'] | undefined {
  if (type === 'Season') return 'season'
  const year = unspecified & 0b1111
  if (year !== 0) return ({ 8: 'decade', 12: 'century' } as const)[year]
  if (unspecified & 0b11_0000) return 'year'
  if (unspecified & 0b1100_0000) return 'month'
  return PRECISIONS[values.length - 1] ?? 'time'
}

function datePartsOf({ values }: EdtfPoint, precision: EdtfDate['precision']): DateParts | undefined {
  const [year = 0, month = 0, day = 1] = values
  if (precision === 'season') return [year, month]
  if (precision === 'month') return [year, month + 1]
  if (precision !== 'day' && precision !== 'time') return [year]
  return day <= daysIn(year, month) ? [year, month + 1, day] : undefined
}

/** Months count from 0. The parser accepts 29 February in every year. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (month === 1) return leap ? 29 : 28
  return [3, 5, 8, 10].includes(month) ? 30 : 31
}

/** The first instant of a date, in milliseconds as in `sortKey`. */
export function firstInstant([year, month = 1, day = 1]: DateParts): number {
  if (Math.abs(year) > MAX_CALENDAR_YEAR) return (year - 1970) * MILLISECONDS_PER_YEAR
  return new Date(0).setUTCFullYear(year, calendarMonth(month) - 1, day)
}

/** The first instant after a date; one that is only a year stands for as many `years`. */
export function instantAfter([year, month, day]: DateParts, years = 1): number {
  if (month === undefined) return firstInstant([year + years])
  if (day !== undefined) return firstInstant([year, month, day + 1])
  const months = isSeason(month) ? 3 : 1
  return firstInstant([year, calendarMonth(month) + months])
}

/** Of the Gregorian calendar, on average. */
const MILLISECONDS_PER_YEAR = 365.2425 * 86_400_000

/** Years for which the calendar of the runtime is used; it reaches somewhat further. */
export const MAX_CALENDAR_YEAR = 200_000

/** The number of spring; summer, autumn and winter follow it. */
const SPRING = 21

const isSeason = (month: number): boolean => month >= SPRING

/** A season begins with its first month in the northern hemisphere; winter begins in December (Library of Congress). */
const calendarMonth = (month: number): number => (isSeason(month) ? (month - SPRING + 1) * 3 : month)

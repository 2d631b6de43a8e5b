import { type DateParts, type EdtfDate, parseDate } from '../../brief/index.js'
import { present } from '../../diagnostics/index.js'
import { fillPattern, type Locale } from './locale.js'
import type { DateFormats } from './locale-schema.js'

export const DATE_STYLES = ['long', 'short', 'month', 'year'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

export function isDateStyle(style: string): style is DateStyle {
  return DATE_STYLES.some(known => known === style)
}

/** Formats an EDTF date in the words of a language; undefined if the text is not such a date. */
export function formatDate(
  text: string,
  style: DateStyle,
  locale: Pick<Locale, 'dates'>,
): string | undefined {
  const date = parseDate(text.trim())
  if (!date) return undefined
  const formats = locale.dates
  const formatted =
    date.kind === 'interval' ? formatInterval(date, style, formats) : formatPoint(date, style, formats)
  const approximate = date.approximate ? fillPattern(formats.approximate, { date: formatted }) : formatted
  return date.uncertain ? fillPattern(formats.uncertain, { date: approximate }) : approximate
}

function formatPoint({ start, precision, time }: EdtfDate, style: DateStyle, formats: DateFormats): string {
  const date = present(start, 'date that is no interval')
  const [year, month] = date
  const { patterns, range, seasons } = formats
  if (precision === 'decade') return fillPattern(patterns.decade, { year })
  if (precision === 'century') return fillPattern(range.tight, { from: year, to: year + LAST_OF_CENTURY })
  if (precision === 'season' && style !== 'year') {
    const season = present(seasons[present(month, 'season') - FIRST_SEASON], 'name of the season')
    return fillPattern(patterns.season, { season, year: formatYear(year, formats) })
  }
  const day = formatDateParts(precision === 'season' ? [year] : date, style, formats)
  if (!time || style === 'month' || style === 'year') return day
  const clockTime = formatClockTime(time.hour, time.minute)
  return fillPattern(patterns.time, { date: day, time: clockTime }) + formatOffset(time.offset)
}

/** EDTF numbers the seasons from 21, spring, to 24, winter, where other dates have the month. */
const FIRST_SEASON = 21
/** The last year of a century, which EDTF counts from a year that ends in 00. */
const LAST_OF_CENTURY = 99

function formatDateParts(date: DateParts, style: DateStyle, formats: DateFormats): string {
  const [year, month, day] = truncateToStyle(date, style)
  const { patterns } = formats
  const inYear = { year: formatYear(year, formats) }
  if (month === undefined) return fillPattern(patterns.year, inYear)
  const inMonth = { ...inYear, month: monthName(month, style, formats) }
  if (day === undefined) return fillPattern(patterns.month, inMonth)
  return fillPattern(day === 1 ? (patterns.first ?? patterns.day) : patterns.day, { ...inMonth, day })
}

function truncateToStyle([year, month, day]: DateParts, style: DateStyle): DateParts {
  if (style === 'year' || month === undefined) return [year]
  return style === 'month' || day === undefined ? [year, month] : [year, month, day]
}

/** Prints only once what the two dates have in common: "20–23 January 2025". */
function formatInterval({ start, end }: EdtfDate, style: DateStyle, formats: DateFormats): string {
  const { range, patterns } = formats
  if (!start || !end) {
    const known = formatDateParts(present(start ?? end, 'an end of the interval'), style, formats)
    return fillPattern(start ? range.since : range.until, { date: known })
  }
  const from = truncateToStyle(start, style)
  const to = truncateToStyle(end, style)
  const last = formatDateParts(to, style, formats)
  if (from.join() === to.join()) return last
  const [year, month, day] = from
  const [endYear, endMonth, endDay] = to
  if (year !== endYear || from.length !== to.length || month === undefined || endMonth === undefined)
    return formatRange(formatDateParts(from, style, formats), last, formats)
  const common = { year: formatYear(year, formats), month: monthName(endMonth, style, formats) }
  const fromMonth = monthName(month, style, formats)
  if (day === undefined || endDay === undefined)
    return fillPattern(patterns.months, { ...common, from: fromMonth, to: common.month })
  if (month === endMonth) return fillPattern(patterns.days, { ...common, from: day, to: endDay })
  return formatRange(fillPattern(patterns.day_month, { day, month: fromMonth }), last, formats)
}

/** The dash of a range has spaces around it if its dates contain spaces. */
function formatRange(from: string, to: string, { range }: DateFormats): string {
  return fillPattern(/\s/.test(from + to) ? range.wide : range.tight, { from, to })
}

function monthName(month: number, style: DateStyle, { months, months_short }: DateFormats): string {
  return present((style === 'short' ? months_short : months)[month - 1], 'name of the month')
}

/** EDTF numbers years astronomically: year 0 is 1 BC. */
function formatYear(year: number, { patterns }: DateFormats): string {
  return year > 0 ? String(year) : fillPattern(patterns.before_christ, { year: 1 - year })
}

function formatOffset(offset: number | undefined): string {
  if (offset === undefined) return ''
  if (offset === 0) return ' UTC'
  const minutes = Math.abs(offset)
  return ` UTC${offset < 0 ? '−' : '+'}${formatClockTime(Math.floor(minutes / 60), minutes % 60)}`
}

function formatClockTime(hour: number, minute: number): string {
  return [hour, minute].map(number => String(number).padStart(2, '0')).join(':')
}

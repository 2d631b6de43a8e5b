import { type DateParts, type EdtfDate, parseDate } from '../../brief/index.js'
import { fillPattern, type Locale } from './locale.js'
import type { DateFormats } from './locale-schema.js'

export const DATE_STYLES = ['long', 'short', 'month', 'year'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

export function isDateStyle(style: string): style is DateStyle {
  return DATE_STYLES.some(known => known === style)
}

/** Says an EDTF date in the words of a language; undefined for what is no such date. */
export function formatDate(
  text: string,
  style: DateStyle,
  locale: Pick<Locale, 'dates'>,
): string | undefined {
  const date = parseDate(text.trim())
  if (!date) return undefined
  const words = locale.dates
  const said = date.kind === 'interval' ? formatInterval(date, style, words) : formatPoint(date, style, words)
  const approximate = date.approximate ? fillPattern(words.approximate, { date: said }) : said
  return date.uncertain ? fillPattern(words.uncertain, { date: approximate }) : approximate
}

function formatPoint(
  { start = [0], precision, time }: EdtfDate,
  style: DateStyle,
  words: DateFormats,
): string {
  const [year, month = 0] = start
  const { patterns } = words
  if (precision === 'decade') return fillPattern(patterns.decade, { year })
  if (precision === 'century') return fillPattern(words.range.tight, { from: year, to: year + 99 })
  if (precision === 'season' && style !== 'year')
    return fillPattern(patterns.season, {
      season: words.seasons[month - 21] ?? '',
      year: formatYear(year, words),
    })
  const day = formatDateParts(precision === 'season' ? [year] : start, style, words)
  if (!time || style === 'month' || style === 'year') return day
  return (
    fillPattern(patterns.time, { date: day, time: formatClockTime(time.hour, time.minute) }) +
    formatOffset(time.offset)
  )
}

function formatDateParts(date: DateParts, style: DateStyle, words: DateFormats): string {
  const [year, month, day] = truncateToStyle(date, style)
  const { patterns } = words
  const values = { year: formatYear(year, words), month: monthName(month, style, words), day: day ?? '' }
  if (month === undefined) return fillPattern(patterns.year, values)
  if (day === undefined) return fillPattern(patterns.month, values)
  return fillPattern(day === 1 ? (patterns.first ?? patterns.day) : patterns.day, values)
}

function truncateToStyle([year, month, day]: DateParts, style: DateStyle): DateParts {
  if (style === 'year' || month === undefined) return [year]
  return style === 'month' || day === undefined ? [year, month] : [year, month, day]
}

/** What the two dates have in common is said once: "20–23 January 2025". */
function formatInterval({ start, end }: EdtfDate, style: DateStyle, words: DateFormats): string {
  const { range, patterns } = words
  if (!start || !end) {
    const known = formatDateParts(start ?? end ?? [0], style, words)
    return fillPattern(start ? range.since : range.until, { date: known })
  }
  const from = truncateToStyle(start, style)
  const to = truncateToStyle(end, style)
  const last = formatDateParts(to, style, words)
  if (from.join() === to.join()) return last
  const [year, month, day] = from
  if (year !== to[0] || from.length !== to.length)
    return formatRange(formatDateParts(from, style, words), last, words)
  const common = { year: formatYear(year, words), month: monthName(to[1], style, words) }
  if (day === undefined) {
    const months = { from: monthName(month, style, words), to: common.month }
    return fillPattern(patterns.months, { ...common, ...months })
  }
  if (month === to[1]) return fillPattern(patterns.days, { ...common, from: day, to: to[2] ?? '' })
  const first = fillPattern(patterns.day_month, { day, month: monthName(month, style, words) })
  return formatRange(first, last, words)
}

/** Two years stand close together; what has spaces in it stands apart. */
function formatRange(from: string, to: string, { range }: DateFormats): string {
  return fillPattern(/\s/.test(from + to) ? range.wide : range.tight, { from, to })
}

function monthName(month: number | undefined, style: DateStyle, words: DateFormats): string {
  return (style === 'short' ? words.months_short : words.months)[(month ?? 0) - 1] ?? ''
}

/** EDTF counts astronomically: its year 0 is the first before Christ. */
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

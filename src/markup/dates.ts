import { type DateParts, type EdtfDate, parseDate } from '../brief/index.js'
import { fill, type Locale } from './locale.js'
import type { DateWords } from './locale-schema.js'

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
  const said = date.kind === 'interval' ? interval(date, style, words) : point(date, style, words)
  const approximate = date.approximate ? fill(words.approximate, { date: said }) : said
  return date.uncertain ? fill(words.uncertain, { date: approximate }) : approximate
}

function point({ start = [0], precision, time }: EdtfDate, style: DateStyle, words: DateWords): string {
  const [year, month = 0] = start
  const { patterns } = words
  if (precision === 'decade') return fill(patterns.decade, { year })
  if (precision === 'century') return fill(words.range.tight, { from: year, to: year + 99 })
  if (precision === 'season' && style !== 'year')
    return fill(patterns.season, { season: words.seasons[month - 21] ?? '', year: yearOf(year, words) })
  const day = parts(precision === 'season' ? [year] : start, style, words)
  if (!time || style === 'month' || style === 'year') return day
  return fill(patterns.time, { date: day, time: clock(time.hour, time.minute) }) + zone(time.offset)
}

function parts(date: DateParts, style: DateStyle, words: DateWords): string {
  const [year, month, day] = shortened(date, style)
  const { patterns } = words
  const values = { year: yearOf(year, words), month: monthName(month, style, words), day: day ?? '' }
  if (month === undefined) return fill(patterns.year, values)
  if (day === undefined) return fill(patterns.month, values)
  return fill(day === 1 ? (patterns.first ?? patterns.day) : patterns.day, values)
}

function shortened([year, month, day]: DateParts, style: DateStyle): DateParts {
  if (style === 'year' || month === undefined) return [year]
  return style === 'month' || day === undefined ? [year, month] : [year, month, day]
}

/** What the two dates have in common is said once: "20–23 January 2025". */
function interval({ start, end }: EdtfDate, style: DateStyle, words: DateWords): string {
  const { range, patterns } = words
  if (!start || !end) {
    const known = parts(start ?? end ?? [0], style, words)
    return fill(start ? range.since : range.until, { date: known })
  }
  const from = shortened(start, style)
  const to = shortened(end, style)
  const last = parts(to, style, words)
  if (from.join() === to.join()) return last
  const [year, month, day] = from
  if (year !== to[0] || from.length !== to.length) return wide(parts(from, style, words), last, words)
  const common = { year: yearOf(year, words), month: monthName(to[1], style, words) }
  if (day === undefined) {
    const months = { from: monthName(month, style, words), to: common.month }
    return fill(patterns.months, { ...common, ...months })
  }
  if (month === to[1]) return fill(patterns.days, { ...common, from: day, to: to[2] ?? '' })
  const first = fill(patterns.day_month, { day, month: monthName(month, style, words) })
  return wide(first, last, words)
}

/** Two years stand close together; what has spaces in it stands apart. */
function wide(from: string, to: string, { range }: DateWords): string {
  return fill(/\s/.test(from + to) ? range.wide : range.tight, { from, to })
}

function monthName(month: number | undefined, style: DateStyle, words: DateWords): string {
  return (style === 'short' ? words.months_short : words.months)[(month ?? 0) - 1] ?? ''
}

/** EDTF counts astronomically: its year 0 is the first before Christ. */
function yearOf(year: number, { patterns }: DateWords): string {
  return year > 0 ? String(year) : fill(patterns.before_christ, { year: 1 - year })
}

function zone(offset: number | undefined): string {
  if (offset === undefined) return ''
  if (offset === 0) return ' UTC'
  const minutes = Math.abs(offset)
  return ` UTC${offset < 0 ? '−' : '+'}${clock(Math.floor(minutes / 60), minutes % 60)}`
}

function clock(hour: number, minute: number): string {
  return [hour, minute].map(number => String(number).padStart(2, '0')).join(':')
}

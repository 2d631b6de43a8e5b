import { type DateParts, type EdtfDate, parseDate } from '../../brief/index.js'
import { present } from '../../diagnostics/index.js'
import { FIRST_SEASON, hasForms, hasPhrase, phraseDate } from './date-phrases.js'
import { fillPattern, type Locale } from './locale.js'
import { type DateFormats, type DatePhrase, isDatePhrase } from './locale-schema.js'

export const DATE_STYLES = ['long', 'short', 'month', 'year'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

export function isDateStyle(style: string): style is DateStyle {
  return DATE_STYLES.some(known => known === style)
}

/**
 * Formats an EDTF date in the words of a language, alone or, with `phrase`, as a part of a sentence; undefined if the text
 * is not such a date.
 */
export function formatDate(
  text: string,
  style: DateStyle,
  locale: Pick<Locale, 'dates'>,
  phrase?: DatePhrase,
): string | undefined {
  const date = parseDate(text.trim())
  if (!date) return undefined
  const formats = formatsInStyle(style, locale.dates)
  const isPhrase = phrase !== undefined && hasPhrase(phrase, formats)
  const formatted =
    date.kind === 'interval'
      ? formatInterval(date, style, formats, phrase)
      : formatPoint(date, style, formats, phrase)
  const pattern = isPhrase ? approximatePhrase(phrase, formats) : formats.approximate
  const approximate =
    date.approximate && !isOpen(date) ? fillPattern(pattern, { date: formatted }) : formatted
  return date.uncertain ? inOneBracket(fillPattern(formats.uncertain, { date: approximate })) : approximate
}

/** What is both approximate and uncertain says so in one pair of brackets. */
const inOneBracket = (words: string): string => words.replace(') (', ', ')

/** The pattern of an approximate date within a sentence. */
const approximatePhrase = (phrase: DatePhrase | undefined, formats: DateFormats): string =>
  (phrase && formats.phrases?.[phrase]?.approximate) ?? formats.approximate_phrase ?? formats.approximate

/** The formats of a style: those of short dates may do with fewer words. */
export function formatsInStyle(style: DateStyle, dates: DateFormats): DateFormats {
  if (style !== 'short' || !dates.patterns_short) return dates
  return { ...dates, patterns: { ...dates.patterns, ...dates.patterns_short } as DateFormats['patterns'] }
}

/** Fills the date into a label: `{date}`, or as a part of its sentence `{date:on}`. What is no date stays as it is. */
export function fillDateLabel(
  label: string,
  text: string,
  locale: Pick<Locale, 'dates'>,
  style: DateStyle = 'long',
): string {
  return label.replace(/\{date(?::(\w+))?\}/g, (_, phrase: string | undefined) => {
    const known = phrase !== undefined && isDatePhrase(phrase) ? phrase : undefined
    return formatDate(text, style, locale, known) ?? text
  })
}

/** An interval without one of its ends, which says itself that the other is approximate: “since about 2024”. */
const isOpen = ({ kind, start, end }: EdtfDate): boolean => kind === 'interval' && !(start && end)

function formatPoint(date: EdtfDate, style: DateStyle, formats: DateFormats, phrase?: DatePhrase): string {
  const { precision } = date
  const start = present(date.start, 'date that is no interval')
  const [year] = start
  if (precision === 'century') {
    const last: DateParts = [year + LAST_OF_CENTURY]
    return phrase === undefined
      ? fillPattern(formats.range.tight, { from: year, to: last[0] })
      : formatPeriod([year], last, style, formats, phrase)
  }
  const words = formatPointAlone(date, start, style, formats)
  if (phrase === undefined) return words
  const parts = precision === 'season' && style !== 'year' ? start : truncateToStyle(start, style)
  return phraseDate(words, parts, precision, phrase, formats)
}

function formatPointAlone(
  { precision, time }: EdtfDate,
  date: DateParts,
  style: DateStyle,
  formats: DateFormats,
): string {
  const [year, month] = date
  const { patterns, seasons } = formats
  if (precision === 'decade') return fillPattern(patterns.decade, { year })
  if (precision === 'season' && style !== 'year') {
    const season = present(seasons[present(month, 'season') - FIRST_SEASON], 'name of the season')
    return fillPattern(patterns.season, { season, year: formatYear(year, formats) })
  }
  const day = formatDateParts(precision === 'season' ? [year] : date, style, formats)
  if (!time || style === 'month' || style === 'year') return day
  const clockTime = formatClockTime(time.hour, time.minute)
  return fillPattern(patterns.time, { date: day, time: clockTime }) + formatOffset(time.offset)
}

/** The last year of a century, which EDTF counts from a year that ends in 00. */
const LAST_OF_CENTURY = 99

function formatDateParts(date: DateParts, style: DateStyle, formats: DateFormats): string {
  const [year, month, day] = truncateToStyle(date, style)
  const { patterns } = formats
  const inYear = { year: formatYear(year, formats) }
  if (month === undefined) return fillPattern(patterns.year, inYear)
  const inMonth = { ...inYear, month: monthName(month, style, formats) }
  if (day === undefined) return fillPattern(patterns.month, inMonth)
  const pattern = day === 1 ? (patterns.first ?? patterns.day) : patterns.day
  return fillPattern(pattern, { ...inMonth, day: dayName(day, formats) })
}

function truncateToStyle([year, month, day]: DateParts, style: DateStyle): DateParts {
  if (style === 'year' || month === undefined) return [year]
  return style === 'month' || day === undefined ? [year, month] : [year, month, day]
}

function formatInterval(date: EdtfDate, style: DateStyle, formats: DateFormats, phrase?: DatePhrase): string {
  const { start, end } = date
  return start && end
    ? formatPeriod(start, end, style, formats, phrase)
    : formatOpenInterval(date, style, formats, phrase)
}

/** What has no end goes on; of what ended nobody knows when, that is said. */
function formatOpenInterval(
  { start, end, unknown, approximate }: EdtfDate,
  style: DateStyle,
  formats: DateFormats,
  sentence?: DatePhrase,
): string {
  const { range } = formats
  const parts = truncateToStyle(present(start ?? end, 'an end of the interval'), style)
  const words = formatDateParts(parts, style, formats)
  const [pattern, name] = start
    ? unknown
      ? ([range.end_unknown ?? '{date} – ?', 'from'] as const)
      : ([range.since, 'since'] as const)
    : unknown
      ? ([range.start_unknown ?? '? – {date}', 'to'] as const)
      : ([range.until, 'until'] as const)
  const about = (said: string, of: string) => (approximate ? fillPattern(of, { date: said }) : said)
  const own = sentence && formats.phrases?.[sentence]?.[openForm(start !== undefined, unknown)]
  if (own !== undefined) return fillPattern(own, { date: about(words, approximatePhrase(sentence, formats)) })
  if (!hasPhrase(name, formats)) return fillPattern(pattern, { date: about(words, formats.approximate) })
  const phrase = about(
    phraseDate(words, parts, 'day', name, formats),
    formats.approximate_phrase ?? formats.approximate,
  )
  return unknown ? fillPattern(pattern, { date: phrase }) : phrase
}

const openForm = (hasStart: boolean, isUnknown: boolean) =>
  hasStart ? (isUnknown ? 'end_unknown' : 'since') : isUnknown ? 'start_unknown' : 'until'

/** Prints only once what the two dates have in common: “20–23 January 2025”, “du 20 au 23 janvier 2025”. */
function formatPeriod(
  start: DateParts,
  end: DateParts,
  style: DateStyle,
  formats: DateFormats,
  phrase?: DatePhrase,
): string {
  const from = truncateToStyle(start, style)
  const to = truncateToStyle(end, style)
  const last = formatDateParts(to, style, formats)
  if (from.join() === to.join()) return phrase ? phraseDate(last, to, 'day', phrase, formats) : last
  const isSentence = phrase !== undefined && hasForms(phrase, formats) && phrase !== 'until'
  if (isSentence && hasPhrase('from', formats) && hasPhrase('to', formats)) {
    const words = shortenedStart(from, to, style, formats)
    const begin = phraseDate(words, from, 'day', 'from', formats)
    return `${begin} ${phraseDate(last, to, 'day', 'to', formats)}`
  }
  const words = joinPeriod(from, to, last, style, formats)
  return phrase === undefined ? words : phraseDate(words, to, 'day', phrase, formats)
}

/** The first of two dates without what the second says again. */
function shortenedStart(from: DateParts, to: DateParts, style: DateStyle, formats: DateFormats): string {
  const [year, month, day] = from
  const { patterns } = formats
  if (year !== to[0] || from.length !== to.length || month === undefined)
    return formatDateParts(from, style, formats)
  const name = monthName(month, style, formats)
  if (day === undefined) return name
  if (month !== to[1]) return fillPattern(patterns.day_month, { day: dayName(day, formats), month: name })
  return fillPattern(patterns.day_alone ?? '{day}', { day: dayName(day, formats) })
}

function joinPeriod(
  from: DateParts,
  to: DateParts,
  last: string,
  style: DateStyle,
  formats: DateFormats,
): string {
  const { patterns } = formats
  const [year, month, day] = from
  const [endYear, endMonth, endDay] = to
  if (year !== endYear || from.length !== to.length || month === undefined || endMonth === undefined)
    return formatRange(formatDateParts(from, style, formats), last, formats)
  const common = { year: formatYear(year, formats), month: monthName(endMonth, style, formats) }
  const fromMonth = monthName(month, style, formats)
  if (day === undefined || endDay === undefined)
    return fillPattern(patterns.months, { ...common, from: fromMonth, to: common.month })
  const fromDay = dayName(day, formats)
  if (month === endMonth) return fillPattern(patterns.days, { ...common, from: fromDay, to: endDay })
  return formatRange(fillPattern(patterns.day_month, { day: fromDay, month: fromMonth }), last, formats)
}

/** The dash of a range has spaces around it if its dates contain spaces. */
function formatRange(from: string, to: string, { range }: DateFormats): string {
  return fillPattern(/\s/.test(from + to) ? range.wide : range.tight, { from, to })
}

function monthName(month: number, style: DateStyle, { months, months_short }: DateFormats): string {
  return present((style === 'short' ? months_short : months)[month - 1], 'name of the month')
}

/** A day of the month as it is written: `1er` in French. */
export function dayName(day: number, { patterns }: DateFormats): string {
  return (day === 1 ? patterns.first_day : undefined) ?? String(day)
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

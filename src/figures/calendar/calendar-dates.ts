import { parseDate } from '../../brief/index.js'
import { type DiagramStrings, formatDate, formatsInStyle } from '../../markup/index.js'

type DateFormats = DiagramStrings['dates']

/** A short date, whose parts no line break parts; without the year if that is `year`, which the months below say. */
export function calendarDate(edtf: string, year: number | undefined, words: DiagramStrings): string {
  const dates = year !== undefined && isWithinYear(edtf, year) ? datesWithoutYear(words.dates) : words.dates
  const said = formatDate(edtf, 'short', { dates }) ?? edtf
  return said
    .replace(/(?<=\d\S{0,3}) (?!–)| (?=\d)/gu, NO_BREAK_SPACE)
    .replace(/\s–\s/gu, `${NO_BREAK_SPACE}– `)
}

const NO_BREAK_SPACE = '\u00a0'

function isWithinYear(edtf: string, year: number): boolean {
  const date = parseDate(edtf)
  const ends = [date?.start, date?.end].filter(end => end !== undefined)
  return ends.length > 0 && ends.every(([of, month]) => of === year && month !== undefined)
}

function datesWithoutYear(dates: DateFormats): DateFormats {
  const known = withoutYear.get(dates)
  if (known) return known
  const { patterns, patterns_short: _, ...others } = formatsInStyle('short', dates)
  const yearless = {
    ...others,
    patterns: {
      ...patterns,
      day: patterns.day_month,
      ...(patterns.first !== undefined && { first: removeYear(patterns.first) }),
      month: removeYear(patterns.month),
      days: removeYear(patterns.days),
      months: removeYear(patterns.months),
      season: removeYear(patterns.season),
    },
  }
  withoutYear.set(dates, yearless)
  return yearless
}

const withoutYear = new WeakMap<DateFormats, DateFormats>()

/** A pattern without its year and the mark that parts it from the rest: `{month} {year}`, `{month} {day}, {year}`. */
const removeYear = (pattern: string): string => pattern.replace(/^\{year\}\S?\s*|[\s,]*\{year\}/u, '').trim()

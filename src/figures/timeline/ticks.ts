import { type TimeInterval, utcDay, utcMonday, utcMonth, utcYear } from 'd3-time'
import { present } from '../../diagnostics/index.js'
import { type DiagramStrings, dayName, fillPattern, formatDate, formatsInStyle } from '../../markup/index.js'
import { DAY_IN_MS, YEAR_IN_MS } from './dated-events.js'
import type { AxisSegment, TimeScale } from './time-scale.js'

/** The unit of the calendar by which an axis is divided. */
export interface CalendarDivision {
  readonly unit: 'day' | 'month' | 'year'
  readonly interval: TimeInterval
  /** Milliseconds, on average. */
  readonly length: number
}

/** A part of the axis with its name at its start. Lengths are points. */
export interface AxisTick {
  readonly x: number
  /** Whether it begins here rather than before the axis. */
  readonly begins: boolean
  readonly label: string | undefined
}

/** The finest division of the calendar whose parts leave room for their names; its parts are no shorter than `finest`. */
export function chooseDivision(
  { pointsPerMillisecond }: Pick<TimeScale, 'pointsPerMillisecond'>,
  words: DiagramStrings,
  widthOf: (label: string) => number,
  finest: CalendarDivision['unit'] = 'day',
): CalendarDivision {
  const coarse = DIVISION_UNITS.slice(DIVISION_UNITS.indexOf(finest))
  const widths = new Map<CalendarDivision['unit'], number>()
  return (
    DIVISIONS.find(({ unit, length }) => {
      const width = widths.get(unit) ?? widestName(unit, words, widthOf)
      widths.set(unit, width)
      return coarse.includes(unit) && length * pointsPerMillisecond >= width + NAME_PADDING
    }) ?? LONGEST
  )
}

/**
 * The parts of a segment, each named at the tick where it begins: what begins before the segment has no tick on it, and no name.
 * Where no part has room for a name, the segment is one part, named after the time that it covers.
 */
export function axisTicks(
  segment: AxisSegment,
  { unit, interval }: CalendarDivision,
  density: number,
  words: DiagramStrings,
  widthOf: (label: string) => number,
): AxisTick[] {
  const starts = [
    interval.floor(new Date(segment.from)),
    ...interval.range(new Date(segment.from + 1), new Date(segment.to)),
  ].map(Number)
  let year: number | undefined
  const ticks = starts.map((start, index): AxisTick => {
    const x = segment.x + Math.max(0, start - segment.from) * density
    const end =
      segment.x +
      Math.min((starts[index + 1] ?? segment.to) - segment.from, segment.to - segment.from) * density
    const date = new Date(start)
    const name = divisionName(date, unit, date.getUTCFullYear() === year, words)
    const fits = start >= segment.from && widthOf(name) + NAME_PADDING / 2 <= end - x
    if (fits) year = date.getUTCFullYear()
    return { x, begins: start > segment.from, label: fits ? name : undefined }
  })
  if (ticks.some(({ label }) => label !== undefined)) return ticks
  return [{ x: segment.x, begins: false, label: nameOfSegment(segment, words, widthOf) }]
}

/** The name of a part of the calendar; without its year where that has been named before. */
export const divisionName = (
  date: Date,
  unit: CalendarDivision['unit'],
  isYearKnown: boolean,
  words: DiagramStrings,
): string => (isYearKnown ? shortName(date, unit, words) : longName(date, unit, words))

/** As precise as there is room for; the year of its middle where even years have none. */
function nameOfSegment(
  { from, to, width }: AxisSegment,
  words: DiagramStrings,
  widthOf: (label: string) => number,
): string {
  const middle = (from + to) / 2
  const names = [
    ...(['month', 'year'] as const).map(unit => nameOfRange(from, to - 1, unit, words)),
    nameOfRange(middle, middle, 'month', words),
  ]
  const isShort = (name: string) => widthOf(name) + NAME_PADDING / 2 <= width
  return names.find(isShort) ?? nameOfRange(middle, middle, 'year', words)
}

/** The least width of a segment with one name, in points. */
export const leastSegmentWidth = (words: DiagramStrings, widthOf: (label: string) => number): number =>
  NAME_PADDING + widestName('month', words, widthOf)

/** The name of the time between two moments, as precise as the divisions of the axis. */
export function nameOfRange(
  from: number,
  to: number,
  unit: CalendarDivision['unit'],
  words: DiagramStrings,
): string {
  const [first, last] = [edtfOf(new Date(from), unit), edtfOf(new Date(to), unit)]
  return nameOfDate(first === last ? first : `${first}/${last}`, words)
}

/** Points around a name, left and right together. */
const NAME_PADDING = 9
const MONTH = YEAR_IN_MS / 12
/** Dates whose names are about the longest: days of two digits in a year of four. */
const LAST_DAYS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2000, month, 28)))

const widestName = (
  unit: CalendarDivision['unit'],
  words: DiagramStrings,
  widthOf: (label: string) => number,
): number => Math.max(...longNames(unit, words).map(widthOf))

/** The names of a unit in a year. Cached by the strings of the locale, the only thing besides `unit` that they depend on. */
function longNames(unit: CalendarDivision['unit'], words: DiagramStrings): readonly string[] {
  const known = knownNames.get(words.dates) ?? new Map<CalendarDivision['unit'], readonly string[]>()
  knownNames.set(words.dates, known)
  const days = unit === 'year' ? LAST_DAYS.slice(0, 1) : LAST_DAYS
  const names = known.get(unit) ?? days.map(day => longName(day, unit, words))
  known.set(unit, names)
  return names
}

const knownNames = new WeakMap<DiagramStrings['dates'], Map<CalendarDivision['unit'], readonly string[]>>()

const everyYears = (step: number): CalendarDivision => ({
  unit: 'year',
  interval: present(utcYear.every(step), 'interval of years'),
  length: step * YEAR_IN_MS,
})

const DIVISION_UNITS = ['day', 'month', 'year'] as const

const DIVISIONS: readonly CalendarDivision[] = [
  { unit: 'day', interval: utcDay, length: DAY_IN_MS },
  { unit: 'day', interval: utcMonday, length: 7 * DAY_IN_MS },
  { unit: 'month', interval: utcMonth, length: MONTH },
  { unit: 'month', interval: present(utcMonth.every(3), 'interval of months'), length: 3 * MONTH },
  ...[1, 10, 100, 1000, 10_000].flatMap(power => [1, 2, 5].map(step => everyYears(step * power))),
]
/** Enough for the earliest and latest events that are placed. */
const LONGEST = everyYears(200_000)

const nameOfDate = (edtf: string, words: DiagramStrings): string => formatDate(edtf, 'short', words) ?? edtf

const longName = (date: Date, unit: CalendarDivision['unit'], words: DiagramStrings): string =>
  nameOfDate(edtfOf(date, unit), words)

/** The name within a year that has been named before. */
function shortName(date: Date, unit: CalendarDivision['unit'], words: DiagramStrings): string {
  const month = present(words.dates.months_short[date.getUTCMonth()], 'name of the month')
  if (unit === 'day')
    return fillPattern(formatsInStyle('short', words.dates).patterns.day_month, {
      day: dayName(date.getUTCDate(), words.dates),
      month,
    })
  return unit === 'month' ? month : longName(date, unit, words)
}

function edtfOf(date: Date, unit: CalendarDivision['unit']): string {
  const year = date.getUTCFullYear()
  const digits = String(Math.abs(year)).padStart(4, '0')
  const written = digits.length > 4 ? `Y${year}` : `${year < 0 ? '-' : ''}${digits}`
  const [month = '', day = ''] = [date.getUTCMonth() + 1, date.getUTCDate()].map(part =>
    String(part).padStart(2, '0'),
  )
  if (unit === 'year' || digits.length > 4) return written
  return unit === 'month' ? `${written}-${month}` : `${written}-${month}-${day}`
}

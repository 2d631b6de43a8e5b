import type { ParsedComponents, ParsedResult } from 'chrono-node'
import { parseDate } from '../../brief/index.js'

/** A date in a sentence. */
export interface DateMention {
  readonly text: string
  /** Characters of the sentence. */
  readonly start: number
  readonly end: number
  /** EDTF, as precise as the words are; undefined where they need a day to count from that is not known. */
  readonly edtf?: string
}

/** Finds the dates of sentences; the library that reads them is loaded when it is first needed. */
export async function dateFinder(
  today: string | undefined,
): Promise<(sentence: string, isPast: boolean) => DateMention[]> {
  const { en } = await import('chrono-node')
  const reference = { instant: noonOfDay(today ?? '2000-01-01'), timezone: 0 }
  return (sentence, isPast) => {
    if (!MAY_HOLD_DATE.test(sentence)) return []
    const named = en.casual
      .parse(sentence, reference)
      .filter(({ text, index }) => !isDateAsName(sentence, index, index + text.length))
      .flatMap(result => dateMention(result, today, isPast))
    return [...named, ...yearMentions(sentence, named)].sort((a, b) => a.start - b.start)
  }
}

/** `the Sept. 11 attacks`: a date that is part of a name does not date the event. */
function isDateAsName(sentence: string, start: number, end: number): boolean {
  return (
    /\bthe $/i.test(sentence.slice(Math.max(0, start - 4), start)) &&
    /^ \p{L}/u.test(sentence.slice(end, end + 2))
  )
}

/** What every date has some of: other sentences are not parsed. */
const MAY_HOLD_DATE =
  /\d|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\b(?:yesterday|tomorrow|last|next|this|ago|earlier|past)\b/i

/** Years, decades and seasons, which the library does not find. */
function yearMentions(sentence: string, named: readonly DateMention[]): DateMention[] {
  const found: DateMention[] = []
  const isFree = (start: number, end: number) =>
    ![...named, ...found].some(one => one.start < end && start < one.end)
  for (const { pattern, edtf } of YEAR_PATTERNS)
    for (const match of sentence.matchAll(pattern)) {
      const [text, first = '', second = ''] = match
      const date = edtf(first, second)
      const [start, end] = [match.index, match.index + text.length]
      if (isFree(start, end) && parseDate(date)) found.push({ text, start, end, edtf: date })
    }
  return found
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const YEAR = String.raw`((?:1[6-9]|20)\d\d)\b(?![,.]?\d|%| (?:people|votes|dollars))`

/** From `between 2012 and 2014` to `in 2014`; seasons are numbered as EDTF does it. */
const YEAR_PATTERNS: readonly {
  readonly pattern: RegExp
  readonly edtf: (first: string, second: string) => string
}[] = [
  {
    pattern: new RegExp(`\\b(?:between|from) ${YEAR} (?:and|to) ${YEAR}`, 'gi'),
    edtf: (from, to) => `${from}/${to}`,
  },
  {
    pattern: new RegExp(`\\b(?:in )?(?:the )?(spring|summer|autumn|fall|winter) (?:of )?${YEAR}`, 'gi'),
    edtf: (season, year) => `${year}-${21 + SEASONS.indexOf(season.toLowerCase().replace('fall', 'autumn'))}`,
  },
  { pattern: /\b(?:in )?the ((?:1[6-9]|20)\d)0s\b/gi, edtf: decade => `${decade}X` },
  {
    pattern: new RegExp(`\\b(?:in|since|until|by|during) (?:early |late |mid-)?${YEAR}`, 'gi'),
    edtf: year => year,
  },
]

function dateMention(
  { text, index, start, end }: ParsedResult,
  today: string | undefined,
  isPast: boolean,
): DateMention[] {
  const isTimeOfDay = start.isCertain('hour') && !start.isCertain('day') && !start.isCertain('weekday')
  if (isTimeOfDay || !isCalendarDate(text)) return []
  const words = text.replace(/[,.\s]+$/, '')
  const found = { text: words, start: index, end: index + words.length }
  if (today === undefined && !/\b(?:1[6-9]|20)\d\d\b/.test(text)) return [found]
  const before = isPast ? today : undefined
  const first = toEdtf(start, text, before)
  const last = end ? toEdtf(end, text, before) : undefined
  const edtf = first && last ? `${first}/${last}` : first
  return [edtf !== undefined && parseDate(edtf) ? { ...found, edtf } : found]
}

/** Whether what the library found is a date, and no time of day, duration or verb. */
function isCalendarDate(text: string): boolean {
  if (/\b(?:second|minute|hour)s?\b|^(?:now|today|tonight|this (?:morning|afternoon|evening))$/i.test(text))
    return false
  if (/^(?:for|within|over|past|in the past|the past)\b/i.test(text)) return false
  if (/^(?:may|march|sun|sat|mar|dec|second|wed|mon|fri|thu|tue)\b/.test(text)) return false
  return /[a-z]{3}/i.test(text)
    ? !/^\d{1,2}(?::\d\d)? ?[ap]\.?m/i.test(text)
    : /^\d{4}-\d\d-\d\d$|^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(text)
}

/**
 * As precise as the words: a weekday or `yesterday` gives a day, `last month` a month, `two years ago` a year. What is past
 * is taken for the last such day or month before today.
 */
function toEdtf(date: ParsedComponents, text: string, before: string | undefined): string | undefined {
  const [year, month, day] = [date.get('year'), date.get('month'), date.get('day')]
  if (year === null || month === null || day === null) return undefined
  const unit = /\b(year|month|week|weekend)s?\b/i.exec(text)?.[1]?.toLowerCase()
  if (unit?.startsWith('week')) return undefined
  const hasDay = date.isCertain('day') || date.isCertain('weekday')
  let at = new Date(Date.UTC(year, month - 1, day))
  if (before !== undefined && isoDayOf(at) > before && !date.isCertain('year'))
    at =
      date.isCertain('day') || date.isCertain('month')
        ? new Date(Date.UTC(year - 1, month - 1, day))
        : new Date(at.getTime() - 7 * DAY_LENGTH)
  const iso = isoDayOf(at)
  if (unit === 'year') return iso.slice(0, 4)
  if (unit === 'month') return iso.slice(0, 7)
  if (hasDay) return iso
  return date.isCertain('month') ? iso.slice(0, 7) : date.isCertain('year') ? iso.slice(0, 4) : undefined
}

/** Milliseconds. */
const DAY_LENGTH = 86_400_000

function isoDayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function noonOfDay(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

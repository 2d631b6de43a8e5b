const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`

const BY_YEAR = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/
const COMPACT = /^\s*(\d{4})(\d\d)(\d\d)(?=T|\s*$)/
const BY_MONTH = new RegExp(String.raw`\b${MONTH}\s{1,3}${DAY},?\s{1,3}(\d{4})\b`, 'i')
const BY_DAY = new RegExp(String.raw`\b${DAY}(?:\sof)?[\s-]${MONTH},?[\s-](\d{4})\b`, 'i')
const BY_NUMBERS = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/

/** A day without a year: it dates nothing, but a line that is nothing else is no prose. */
const WITHOUT_YEAR = new RegExp(String.raw`\b(?:${MONTH}\s${DAY}|${DAY}\s${MONTH})(?!\w)`, 'i')

const WEEKDAY = String.raw`\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b`
const TIME = String.raw`\b(?:noon|midnight|\d{1,2}(?:[:.]\d\d){0,2}(?:\s?[ap]\.?m\b\.?)?)`
const ZONE = String.raw`\b(?:UTC|GMT|[ECMP][SD]?T|BST|CES?T|IST|local time)(?:[+-]\d{1,2})?`
const LABEL = String.raw`\b(?:first|last|originally|published|updated|posted|modified|created|filed|date|on|at)\b`
const DATE_LINE_WORDS = new RegExp(`${WEEKDAY}|${TIME}|${ZONE}|${LABEL}`, 'gi')

/** The day that a text gives, as EDTF; never one that could be read in two ways, and never shifted between time zones. */
export function parseDay(text: string): string | undefined {
  const found = BY_YEAR.exec(text) ?? COMPACT.exec(text)
  if (found) return validDay(found[1], found[2], found[3])
  const american = BY_MONTH.exec(text)
  if (american) return validDay(american[3], monthOf(american[1]), american[2])
  const british = BY_DAY.exec(text)
  if (british) return validDay(british[3], monthOf(british[2]), british[1])
  const [, first, second, year] = BY_NUMBERS.exec(text) ?? []
  if (Number(first) > 12) return validDay(year, second, first)
  return Number(second) > 12 || first === second ? validDay(year, first, second) : undefined
}

/** What a field gives as a date: a day, or no more than a month or year, if that is all it has. */
export function parseArticleDate(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.length > 200) return undefined
  const [less] = /^\d{4}(-(0[1-9]|1[0-2]))?$/.exec(text.trim()) ?? []
  return less ?? parseDay(text)
}

/** Whether a line is a date and a time, with no more words than `Published:` or `Updated at`. */
export function isDateLine(line: string): boolean {
  if (line.length > 120) return false
  const rest = withoutDate(line)
  return rest !== line && !/[\p{L}\p{N}]/u.test(rest.replaceAll(DATE_LINE_WORDS, ''))
}

/** A line without the first date in it. */
export function withoutDate(line: string): string {
  const pattern = [BY_YEAR, BY_MONTH, BY_DAY, BY_NUMBERS, WITHOUT_YEAR].find(one => one.test(line))
  return pattern ? line.replace(pattern, '') : line
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

function validDay(year = '', month = '', day = ''): string | undefined {
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const real =
    Number(year) >= 1000 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= last
  return real ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}

import { createRequire } from 'node:module'

/** What the library `edtf` returns for the types that a brief may use. */
export type EdtfValue =
  | EdtfPoint
  | { readonly type: 'Interval'; readonly values: readonly (EdtfPoint | OpenEnd)[] }

/** `null` where the text is empty, an infinite number where it is `..`. */
type OpenEnd = null | number

export interface EdtfPoint {
  readonly type: 'Date' | 'Year' | 'Season'
  /** Months from 0, seasons from 21. */
  readonly values: readonly number[]
  readonly approximate?: boolean
  readonly uncertain?: boolean
  /** Bits of the digits that are `X`, from the lowest: four for the year, two for the month, two for the day. */
  readonly unspecified?: number
  /** Minutes east of UTC; 0 where the text has none. */
  readonly offset?: number
  readonly timeZone?: string
}

type Parse = (
  text: string,
  constraints: { readonly level: number; readonly types: readonly string[] },
) => EdtfValue

/** UTF-16 code units; the longest interval of two times has 51. */
const MAX_LENGTH = 60

/** A year, a month or a day, perhaps approximate or uncertain: nearly all dates in briefs are one or two of these. */
const COMMON_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?([~?%])?$/

/** The library's function, once it is loaded. */
let parseWithLibrary: Parse | undefined

/**
 * Parses EDTF of levels 0 and 1. The library is loaded with the first date that is not a common one, which most briefs
 * do not have: loading it takes as long as parsing a brief, and parsing a date with it a tenth of a millisecond.
 */
export function parseEdtf(text: string): EdtfValue | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const plain = parseCommonInterval(text) ?? parseCommonDate(text)
  if (plain) return plain
  if (!NOTATION.test(text)) return undefined
  parseWithLibrary ??= (createRequire(import.meta.url)('edtf') as { parse: Parse }).parse
  try {
    return parseWithLibrary(text, { level: 1, types: ['Date', 'Year', 'Season', 'Interval'] })
  } catch {
    return undefined
  }
}

/** The characters of dates of these levels: to find out what else is none takes the library longer than to read one. */
const NOTATION = /^[\dTXYZ:+./?~%-]+$/

function parseCommonInterval(text: string): EdtfValue | undefined {
  const [from, to, ...more] = text.split('/').map(parseCommonDate)
  return from && to && more.length === 0 ? { type: 'Interval', values: [from, to] } : undefined
}

function parseCommonDate(text: string): EdtfPoint | undefined {
  const [, year, month, day, mark] = COMMON_DATE.exec(text) ?? []
  if (year === undefined) return undefined
  const values = [Number(year)]
  if (month !== undefined) values.push(Number(month) - 1)
  if (day !== undefined) values.push(Number(day))
  const approximate = mark === '~' || mark === '%'
  const uncertain = mark === '?' || mark === '%'
  return { type: 'Date', values, ...(approximate && { approximate }), ...(uncertain && { uncertain }) }
}

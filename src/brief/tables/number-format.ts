import { type Decimal, roundDecimal, timesHundred } from './decimal.js'

/** How the figures of a column are written: a small part of what spreadsheets and d3 know, by their names there. */
export interface NumberFormat {
  /** Digits after the decimal sign; undefined for as many as are written. */
  readonly places: number | undefined
  readonly isGrouped: boolean
  /** A plus before what is above zero. */
  readonly hasSign: boolean
  /** `sign` where the figure is a percentage already, `share` where it is a share of one. */
  readonly percent: 'share' | 'sign' | undefined
}

/** As written, with thousands set apart: how figures are printed without a format. */
export const PLAIN_FORMAT: NumberFormat = {
  places: undefined,
  isGrouped: true,
  hasSign: false,
  percent: undefined,
}

/** Years and other numbers whose thousands are not set apart. */
export const YEAR_FORMAT: NumberFormat = { ...PLAIN_FORMAT, isGrouped: false }

const PATTERN = /^(\+?)(#,##0|0)(?:\.(0{1,10}))?(%?)$/

/** Reads a `format` of a column; undefined for one that nobody knows. */
export function parseNumberFormat(text: string): NumberFormat | undefined {
  const [whole, sign = '', integer = '', fraction = '', percent = ''] = PATTERN.exec(text) ?? []
  if (whole !== undefined)
    return {
      places: fraction.length,
      isGrouped: integer !== '0',
      hasSign: sign !== '',
      percent: percent === '' ? undefined : 'share',
    }
  if (text === 'year') return YEAR_FORMAT
  return text === 'percent' ? { ...PLAIN_FORMAT, percent: 'sign' } : undefined
}

/** The formats to choose from, as findings and the documentation name them. */
export const NUMBER_FORMATS = ['0', '0.0', '#,##0', '#,##0.00', '+0.0', '0.0%', 'percent', 'year'] as const

/** What was probably meant by a format of d3, or of a spreadsheet that has more of them. */
export function suggestedFormat(text: string): string | undefined {
  const [isD3, sign = '', comma = '', digits = '', kind = ''] = D3_FORMAT.exec(text) ?? []
  if (isD3 !== undefined) {
    const places = kind === 'd' ? 0 : Number(digits.slice(1))
    return formatText(sign, comma !== '', places, kind === '%')
  }
  const [isOther, plus = '', integer = '', , fraction = '', percent = ''] = OTHER_FORMAT.exec(text) ?? []
  if (isOther === undefined) return undefined
  return formatText(plus, integer.length > 1, fraction.length, percent !== '')
}

/** `+,.1f`, `.0%`, `,d`. */
const D3_FORMAT = /^(\+?)(,?)(\.\d{1,2})?([df%])$/
/** `0,0`, `#.##0,00`, `0,00`, `# ##0.0`, `#,###`. */
const OTHER_FORMAT = /^(\+?)([0#](?:[,. ][0#]{3}|,0)?)(?:([.,])([0#]{1,2}|[0#]{4,10}))?(%?)$/

function formatText(sign: string, isGrouped: boolean, places: number, isPercent: boolean): string {
  const fraction = places > 0 ? `.${'0'.repeat(Math.min(places, 10))}` : ''
  return `${sign}${isGrouped ? '#,##0' : '0'}${fraction}${isPercent ? '%' : ''}`
}

/** The number that a format prints of a value. */
export function formattedDecimal(value: Decimal, { places, percent }: NumberFormat): Decimal {
  const shown = percent === 'share' ? timesHundred(value) : value
  return places === undefined ? shown : roundDecimal(shown, places)
}

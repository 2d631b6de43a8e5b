import { type Decimal, MAX_DIGITS, parseDecimal } from './decimal.js'

/** Blanks that may part thousands: no reader takes them for anything else. */
const PARTED_BY_BLANKS = /^([-+−]?)(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)((?:\.\d+)?)$/

/** Reads the figure of a cell: digits with a point for the decimal sign, thousands together or parted by blanks. */
export function readFigure(text: string): Decimal | undefined {
  const trimmed = text.trim()
  const [, sign = '', whole = '', fraction = ''] = PARTED_BY_BLANKS.exec(trimmed) ?? []
  return parseDecimal(whole === '' ? trimmed : `${sign}${whole.replace(/\D/g, '')}${fraction}`)
}

/** A figure of a table whose decimal sign is a comma, written with a point; undefined for any other text. */
export function withDecimalPoint(text: string): string | undefined {
  const trimmed = text.trim()
  return /^[-+−]?[\d \u00a0\u2009\u202f]*\d(?:,\d+)?$/.test(trimmed) ? trimmed.replace(',', '.') : undefined
}

/** How to write what is no figure as it stands, though it may be meant for one. */
export function figureHint(text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed.replace(/\D/g, '').length > MAX_DIGITS) return `write it with at most ${MAX_DIGITS} digits`
  for (const [pattern, hint] of NEARLY_FIGURES) if (pattern.test(trimmed)) return hint
  return undefined
}

const AS_UNIT = 'write the digits alone, and the rest as the `unit` of the column'

const NEARLY_FIGURES: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [
    /^[-+−–]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
    'write thousands without commas; pages have what the language asks for',
  ],
  [
    /^[-+−–]?\d{1,3}(?:[.'’]\d{3})+(?:,\d+)?$/,
    'write thousands without a mark, and a point for the decimal sign',
  ],
  [/^[-+−–]?\d+,\d+$/, 'write a point for the decimal sign; pages have what the language asks for'],
  [/^–\d/, 'write a hyphen for the minus sign'],
  [/^[-+−]?\.\d+$/, 'write a 0 before the point'],
  [/^[-+−]?\d+\.$/, 'write a digit after the point, or leave it out'],
  [/^[-+−]?0\d/, 'leave out the zeros before it; give a column of codes `align: left`'],
  [/^[-+−]?[\d.]+(?:\s*[%‰€$£¥°]|\s+\p{L})/u, AS_UNIT],
  [/^[€$£¥]\s*[-+−]?\d/, AS_UNIT],
]

import {
  type Decimal,
  formattedDecimal,
  isZero,
  type NumberFormat,
  wholeAndFraction,
} from '../../brief/index.js'
import type { TableFigure } from '../../edition/index.js'
import { fillPattern, type Locale } from './locale.js'
import type { NumberRules } from './locale-schema.js'

/** A figure of a table as pages have it; in place of one that is missing, the sign for that. */
export function printedFigure({ figure, column }: TableFigure, { numberRules }: Locale): string {
  return figure ? figureText(figure, column.format, numberRules, column.wholeDigits) : numberRules.missing
}

/** U+2212, which is as wide as a plus. */
const MINUS = '\u2212'
/** Digits from which all figures of a column have their thousands set apart, so that these stand under each other. */
const LONG_FIGURE = 5

/** A figure in the form of a language, in digits that are exactly those of the value, rounded as the format asks. */
export function figureText(
  value: Decimal,
  format: NumberFormat,
  rules: NumberRules,
  /** Digits before the decimal sign of the longest figure in its column. */
  wholeDigits = 0,
): string {
  const shown = formattedDecimal(value, format)
  const [whole, fraction] = wholeAndFraction(shown)
  const groupedFrom = wholeDigits >= LONG_FIGURE ? 4 : rules.group_from
  const isGrouped = format.isGrouped && whole.length >= groupedFrom
  const integer = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, rules.group) : whole
  const sign = isZero(shown) ? '' : shown.isNegative ? MINUS : format.hasSign ? '+' : ''
  const number = `${sign}${integer}${fraction === '' ? '' : `${rules.decimal}${fraction}`}`
  return format.percent === undefined ? number : fillPattern(rules.percent, { number })
}

/**
 * The characters of a printed text that stand before the decimal sign of its figure: those up to its last whole digit. Of a
 * text without a figure all, so that it ends where whole numbers do.
 */
export function lengthBeforeDecimals(text: string, { decimal, group }: NumberRules): number {
  const first = /\d/.exec(text)?.index
  if (first === undefined) return text.length
  let end = first
  while (end < text.length) {
    if (isDigit(text[end])) end++
    else if (text.startsWith(group, end) && /^\d{3}(?!\d)/.test(text.slice(end + group.length)))
      end += group.length
    else break
  }
  return text.startsWith(decimal, end) || !isDigit(text[end]) ? end : text.length
}

const isDigit = (character: string | undefined) =>
  character !== undefined && character >= '0' && character <= '9'

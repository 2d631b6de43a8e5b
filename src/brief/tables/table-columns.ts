import type { ColumnAlignment } from '../schema/vocabularies.js'
import type { Decimal } from './decimal.js'
import {
  formattedDecimal,
  type NumberFormat,
  PLAIN_FORMAT,
  parseNumberFormat,
  YEAR_FORMAT,
} from './number-format.js'
import { readFigure } from './read-figure.js'

/** What a brief says of a column, as far as it says how its cells are read. */
export interface ColumnDeclaration {
  readonly align?: ColumnAlignment | undefined
  readonly format?: string | undefined
  /** What the figures count, in any of its wordings. */
  readonly unit?: unknown
}

/** What the cells of a column are, and how they are printed. */
export interface ColumnKind {
  /** Whether its cells are figures: where a decimal sign, a format or a unit is asked for, or where all of them are. */
  readonly isNumeric: boolean
  readonly align: ColumnAlignment
  readonly format: NumberFormat
  /** Digits before the decimal sign of its longest figure. */
  readonly wholeDigits: number
}

/** Says what a column is. Of its cells only texts for all readers can be figures; an empty one is a missing value. */
export function columnKind(declared: ColumnDeclaration, cells: readonly unknown[]): ColumnKind {
  const { align, format, unit } = declared
  const figures = cells.flatMap(cell => figureOf(cell) ?? [])
  const isDeclared = align === 'decimal' || format !== undefined || unit !== undefined
  const isNumeric = isDeclared || (figures.length > 0 && figures.length === cells.filter(isFilled).length)
  const areYears = !isDeclared && figures.length > 0 && figures.every(isYear)
  const known = format === undefined ? undefined : parseNumberFormat(format)
  const asked = known ?? (areYears ? YEAR_FORMAT : PLAIN_FORMAT)
  const shown: NumberFormat = isPercentSign(unit) ? { ...asked, percent: asked.percent ?? 'sign' } : asked
  const printed = figures.map(figure => formattedDecimal(figure, shown))
  return {
    isNumeric,
    align: align ?? (!isNumeric || areYears ? 'left' : 'decimal'),
    format: shown,
    wholeDigits: printed.reduce((most, { digits, places }) => Math.max(most, digits.length - places), 0),
  }
}

/** A unit that stands after each figure; all others are said once, in the head. */
export function isPercentSign(unit: unknown): boolean {
  const wordings = typeof unit === 'object' && unit !== null ? Object.values(unit) : [unit]
  return wordings.every(wording => typeof wording === 'string' && wording.trim() === '%')
}

/** The figure that a cell holds, if it is one. */
export function figureOf(cell: unknown): Decimal | undefined {
  return typeof cell === 'string' ? readFigure(cell) : undefined
}

/** Whether a cell holds anything: what is empty is a missing value. */
export const isFilled = (cell: unknown): boolean => typeof cell !== 'string' || cell.trim() !== ''

/** A whole number that no reader would take for an amount, where a whole column is of such. */
const isYear = ({ isNegative, digits, places }: Decimal): boolean =>
  !isNegative && places === 0 && /^(?:1[5-9]|2[01])\d\d$/.test(digits)

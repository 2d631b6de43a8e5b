import { present } from '../../diagnostics/index.js'

/**
 * A number in the decimal digits that it is written in: -1.50 is negative, with the digits `150`, two of them after the
 * decimal sign. No binary fraction stands for it, so that what is printed is what was written.
 */
export interface Decimal {
  readonly isNegative: boolean
  /** At least one more than there are after the decimal sign. */
  readonly digits: string
  /** Digits after the decimal sign. */
  readonly places: number
}

/** A number of unlimited size in units of its last place. */
interface Scaled {
  readonly units: bigint
  readonly places: number
}

/** Digits beyond which no figure of a table has any meaning, and sums would be slow. */
export const MAX_DIGITS = 40

const PLAIN = /^([-+−]?)(\d+)(?:\.(\d+))?$/

/** Reads `-1234.50`; undefined for anything else, such as `007`, which names something rather than counts it. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, sign = '', whole = '', fraction = ''] = PLAIN.exec(text) ?? []
  if (whole === '' || /^0\d/.test(whole) || whole.length + fraction.length > MAX_DIGITS) return undefined
  return { isNegative: sign !== '' && sign !== '+', digits: whole + fraction, places: fraction.length }
}

/** The digits before the decimal sign, and those after it. */
export function wholeAndFraction({ digits, places }: Decimal): readonly [whole: string, fraction: string] {
  const at = digits.length - places
  return [digits.slice(0, at), digits.slice(at)]
}

/** The nearest number with so many places; what lies in the middle goes away from zero, as in accounts. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  const { isNegative, digits, places: had } = value
  if (places >= had) return { isNegative, digits: digits + '0'.repeat(places - had), places }
  const kept = digits.slice(0, digits.length - (had - places))
  const isUp = present(digits[kept.length], 'first digit cut off') >= '5'
  const rounded = (BigInt(kept) + (isUp ? 1n : 0n)).toString().padStart(kept.length, '0')
  return { isNegative, digits: rounded, places }
}

/** A share in hundredths: 0.125 is 12.5. */
export function timesHundred({ isNegative, digits, places }: Decimal): Decimal {
  const padded = places >= 2 ? digits : digits + '0'.repeat(2 - places)
  const moved = Math.max(0, places - 2)
  const least = moved + 1
  return { isNegative, digits: padded.replace(/^0+/, '').padStart(least, '0'), places: moved }
}

export const isZero = ({ digits }: Decimal): boolean => /^0*$/.test(digits)

/** For what is drawn, never for what is printed. */
export function decimalToNumber(value: Decimal): number {
  const [whole, fraction] = wholeAndFraction(value)
  return Number(`${value.isNegative ? '-' : ''}${whole}.${fraction || '0'}`)
}

/** The exact sum, with the places of the term that has most. */
export function sumOfDecimals(terms: readonly Decimal[]): Decimal {
  const places = terms.reduce((most, term) => Math.max(most, term.places), 0)
  const units = terms.reduce((sum, term) => sum + unitsAt(term, places), 0n)
  return fromScaled({ units, places })
}

export function negated(value: Decimal): Decimal {
  return { ...value, isNegative: !value.isNegative }
}

/** Below zero where the first is smaller, above where it is greater. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const places = Math.max(one.places, other.places)
  const [left, right] = [unitsAt(one, places), unitsAt(other, places)]
  return left < right ? -1 : Number(left > right)
}

/** In plain digits, as `parseDecimal` reads them. */
export function decimalText(value: Decimal): string {
  const [whole, fraction] = wholeAndFraction(value)
  return `${value.isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function unitsAt({ isNegative, digits, places }: Decimal, wanted: number): bigint {
  const units = BigInt(digits + '0'.repeat(wanted - places))
  return isNegative ? -units : units
}

function fromScaled({ units, places }: Scaled): Decimal {
  const isNegative = units < 0n
  const digits = (isNegative ? -units : units).toString().padStart(places + 1, '0')
  return { isNegative, digits, places }
}

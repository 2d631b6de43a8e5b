import { PLAIN_FORMAT, parseDecimal } from '../../brief/index.js'
import { type DiagramStrings, figureText, fillPattern } from '../../markup/index.js'

/** How the numbers of one chart are written. */
export interface ChartNumbers {
  /** A number as it is printed, in thousands or millions where the chart counts in these. */
  readonly print: (value: number) => string
  /** What the numbers count in: "million", "×10⁻⁶"; undefined where they are written out. */
  readonly magnitude: string | undefined
}

/** The numbers of ticks, as exact as their distance. */
export function tickNumbers(ticks: readonly number[], words: DiagramStrings): ChartNumbers {
  return numbersOf(ticks, MOST_TICK_DIGITS, words)
}

/** The numbers at bars and points: exact to five digits of the greatest. */
export function valueNumbers(values: readonly number[], words: DiagramStrings): ChartNumbers {
  return numbersOf(values, MOST_VALUE_DIGITS, words)
}

const MOST_VALUE_DIGITS = 5
const MOST_TICK_DIGITS = 7

function numbersOf(values: readonly number[], digits: number, words: DiagramStrings): ChartNumbers {
  const greatest = Math.max(0, ...values.map(Math.abs))
  const power = powerOf(greatest)
  const scaled = values.map(value => shift(value, power))
  const before = greatest === 0 ? 1 : Math.floor(Math.log10(shift(greatest, power))) + 1
  const decimals = decimalsOf(scaled, Math.min(MOST_DECIMALS, Math.max(0, digits - before)))
  return {
    print: value => printed((shift(value, power) || 0).toFixed(decimals), words, before),
    magnitude: power === 0 ? undefined : nameOfPower(power, words),
  }
}

/** Thousands are written out; from a million on the axis says what it counts in. */
function powerOf(greatest: number): number {
  if (greatest >= 1e6 || (greatest > 0 && greatest < 1e-2)) {
    const power = 3 * Math.floor(Math.log10(greatest * (1 + 1e-12)) / 3)
    return power
  }
  return 0
}

/** Without the errors of a division by a power that is no whole binary number. */
const shift = (value: number, power: number): number =>
  power >= 0 ? value / 10 ** power : value * 10 ** -power

const MOST_DECIMALS = 12

/** As few decimals as tell the same as `most` of them. */
function decimalsOf(values: readonly number[], most: number): number {
  const isExact = (decimals: number) =>
    values.every(
      value => Math.abs(Number(value.toFixed(decimals)) - Number(value.toFixed(most))) < 10 ** -(most + 2),
    )
  let decimals = 0
  while (decimals < most && !isExact(decimals)) decimals++
  return decimals
}

function nameOfPower(power: number, { labels }: DiagramStrings): string {
  switch (power) {
    case 6:
      return labels.millions
    case 9:
      return labels.billions
    case 12:
      return labels.trillions
    default:
      return fillPattern(labels.times_power, { power: raised(power) })
  }
}

const raised = (power: number): string => [...String(power)].map(sign => RAISED[sign] ?? '').join('')
const RAISED: Readonly<Record<string, string>> = {
  ...{ '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴' },
  ...{ 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' },
}

/** Digits in the form of the language, as tables have them; of the greatest number there are `whole` before the decimal sign. */
function printed(digits: string, { numberRules }: DiagramStrings, whole = 0): string {
  const value = parseDecimal(digits)
  return value ? figureText(value, PLAIN_FORMAT, numberRules, whole) : digits
}

/** A number with all its digits, for those who hear it. */
export function exactNumber(value: number, words: DiagramStrings): string {
  const digits = String(value)
  if (!digits.includes('e')) return printed(digits, words)
  const places = Math.min(MOST_PLACES, Math.max(0, 15 - Math.floor(Math.log10(Math.abs(value)))))
  return printed(
    value
      .toFixed(places)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, ''),
    words,
  )
}

/** More have no meaning in a figure. */
const MOST_PLACES = 30

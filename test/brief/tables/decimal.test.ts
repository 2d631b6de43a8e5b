import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  compareDecimals,
  type Decimal,
  decimalText,
  decimalToNumber,
  parseDecimal,
  roundDecimal,
  sumOfDecimals,
  timesHundred,
} from '../../../src/brief/tables/decimal.js'

const read = (text: string): Decimal => {
  const value = parseDecimal(text)
  assert.ok(value, text)
  return value
}
const rounded = (text: string, places: number) => decimalText(roundDecimal(read(text), places))

test('digits stay as they are written', () => {
  for (const text of ['0', '1.50', '-3', '-0.0', '1234567890123456789.123456789'])
    assert.is(decimalText(read(text)), text)
  assert.is(decimalText(read('+2')), '2')
  assert.is(decimalText(read('−2')), '-2')
})

test('what is no plain number is none', () => {
  for (const text of ['', '-', '.5', '1.', '007', '1e3', '0x1F', '1,5', '1 000', 'NaN', '1'.repeat(41)])
    assert.is(parseDecimal(text), undefined, text)
  assert.ok(parseDecimal('1'.repeat(40)))
})

test('what lies in the middle is rounded away from zero, in decimal digits', () => {
  assert.is(rounded('0.5', 0), '1')
  assert.is(rounded('1.5', 0), '2')
  assert.is(rounded('2.5', 0), '3')
  assert.is(rounded('-2.5', 0), '-3')
  // In binary fractions 1.005 is less than that.
  assert.is(rounded('1.005', 2), '1.01')
  assert.is(rounded('2.4999', 0), '2')
  assert.is(rounded('9.995', 2), '10.00')
  assert.is(rounded('99.5', 0), '100')
  assert.is(rounded('7', 2), '7.00')
})

test('shares become percentages without loss', () => {
  const percent = (text: string) => decimalText(timesHundred(read(text)))
  assert.is(percent('0.125'), '12.5')
  assert.is(percent('1'), '100')
  assert.is(percent('0.5'), '50')
  assert.is(percent('-0.007'), '-0.7')
  assert.is(percent('0.0001'), '0.01')
  assert.is(percent('0'), '0')
})

test('sums are exact', () => {
  const sum = (...terms: string[]) => decimalText(sumOfDecimals(terms.map(read)))
  assert.is(sum('0.1', '0.2'), '0.3')
  assert.is(sum('1.50', '-2.25'), '-0.75')
  assert.is(sum('99999999999999999999', '0.01'), '99999999999999999999.01')
  assert.is(compareDecimals(read('1.50'), read('1.5')), 0)
  assert.ok(compareDecimals(read('-2'), read('-1')) < 0)
  assert.is(decimalToNumber(read('-12.50')), -12.5)
})

test('rounding and adding agree with whole numbers of any size', () => {
  const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
  fc.assert(
    fc.property(whole, whole, fc.nat(6), (one, other, places) => {
      const asDecimal = (units: bigint): Decimal => ({
        isNegative: units < 0n,
        digits: String(units < 0n ? -units : units).padStart(places + 1, '0'),
        places,
      })
      assert.equal(sumOfDecimals([asDecimal(one), asDecimal(other)]), asDecimal(one + other))
      const scale = 10n ** BigInt(places)
      const half = one < 0n ? -(scale / 2n) : scale / 2n
      const nearest = (one + half) / scale
      const { isNegative, digits } = roundDecimal(asDecimal(one), 0)
      assert.is((isNegative ? -1n : 1n) * BigInt(digits), nearest)
    }),
  )
})

test.run()

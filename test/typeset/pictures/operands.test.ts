import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { numberOperand, rgbOperands } from '../../../src/typeset/pictures/operands.js'

test('numbers are rounded to a thousandth, and have neither an exponent nor zeros at their ends', () => {
  const written = new Map([
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [12.5, '12.5'],
    [0.25, '0.25'],
    [-0.025, '-0.025'],
    [595.2756, '595.276'],
    [0.0004, '0'],
    [-0.0004, '0'],
    [0.9996, '1'],
    [-3.001, '-3.001'],
    [1e-9, '0'],
    [100_000.1, '100000.1'],
  ])
  for (const [number, text] of written) assert.is(numberOperand(number), text, String(number))
  for (let thousandths = -2000; thousandths <= 2000; thousandths++)
    assert.is(Number(numberOperand(thousandths / 1000)), thousandths / 1000 || 0)
})

test('what is no number is a bug, and does not end up on a page', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(() => numberOperand(value), /bug/)
})

test('colours are written by their parts from 0 to 1', () => {
  assert.is(rgbOperands('#ff8000'), '1 0.502 0')
  assert.is(rgbOperands('#0000ff'), '0 0 1')
  for (const colour of ['#ff', 'red', '#gggggg']) assert.throws(() => rgbOperands(colour), /bug/)
})

test.run()

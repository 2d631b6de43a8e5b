import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  NUMBER_FORMATS,
  parseNumberFormat,
  suggestedFormat,
} from '../../../src/brief/tables/number-format.js'
import { figureHint, readFigure, withDecimalPoint } from '../../../src/brief/tables/read-figure.js'
import { columnKind } from '../../../src/brief/tables/table-columns.js'

test('the formats that are documented are known, and no others', () => {
  for (const format of NUMBER_FORMATS) assert.ok(parseNumberFormat(format), format)
  for (const format of ['', '0.', '.0', '#', '0,0', '$0.0', ',.2f', 'general', '0.0 %', '0.00000000000'])
    assert.is(parseNumberFormat(format), undefined, format)
})

test('formats of d3 and of other spreadsheets lead to those that are meant', () => {
  assert.is(suggestedFormat(',.2f'), '#,##0.00')
  assert.is(suggestedFormat('.0%'), '0%')
  assert.is(suggestedFormat('+.1f'), '+0.0')
  assert.is(suggestedFormat(',d'), '#,##0')
  assert.is(suggestedFormat('0,00'), '0.00')
  assert.is(suggestedFormat('#.##0,00'), '#,##0.00')
  assert.is(suggestedFormat('0,0'), '#,##0')
  assert.is(suggestedFormat('euro'), undefined)
})

test('thousands of a cell stand together, or are parted by blanks', () => {
  for (const text of ['1234567', '1 234 567', '1\u202f234\u202f567', '1\u00a0234\u00a0567'])
    assert.is(readFigure(text)?.digits, '1234567', text)
  assert.is(readFigure('-1 234.50')?.places, 2)
  for (const text of ['1 23', '12 34 567', '1,234', "1'234", '1.234.567', '5–7', 'n/a', '12 %'])
    assert.is(readFigure(text), undefined, text)
})

test('a comma is the decimal sign where it may be', () => {
  assert.is(withDecimalPoint('1234,5'), '1234.5')
  assert.is(withDecimalPoint('-1 234,50'), '-1 234.50')
  assert.is(withDecimalPoint('1.234,5'), undefined)
  assert.is(withDecimalPoint('one, two'), undefined)
})

test('whoever writes a figure otherwise is told how', () => {
  for (const text of [
    '1,234',
    '1.234,50',
    '1,5',
    '–5',
    '.5',
    '5.',
    '007',
    '12 %',
    '€ 5',
    '5 km',
    '1'.repeat(41),
  ])
    assert.match(figureHint(text) ?? '', /^(?:write|leave)/, text)
  assert.is(figureHint('n/a'), undefined)
})

test('a column is one of figures where it says so, or where all its cells are', () => {
  assert.ok(columnKind({}, ['1', '', '2.5']).isNumeric)
  assert.not.ok(columnKind({}, ['1', 'two']).isNumeric)
  assert.not.ok(columnKind({}, ['', '']).isNumeric)
  for (const declared of [{ align: 'decimal' }, { format: '0.0' }, { unit: 'km' }] as const)
    assert.ok(columnKind(declared, ['one']).isNumeric)
  assert.not.ok(columnKind({ align: 'right' }, ['1', 'none']).isNumeric)
})

test('years stand at the left without a mark between thousands', () => {
  const { align, format } = columnKind({}, ['2024', '2025'])
  assert.is(align, 'left')
  assert.not.ok(format.isGrouped)
  assert.ok(columnKind({}, ['2024', '2025', '3024']).format.isGrouped)
  assert.ok(columnKind({ unit: 'km' }, ['2024']).format.isGrouped)
})

test('a percent sign stands after each figure, in any of its wordings', () => {
  assert.is(columnKind({ unit: '%' }, ['1']).format.percent, 'sign')
  assert.is(columnKind({ unit: { default: '%', es: '%' } }, ['1']).format.percent, 'sign')
  assert.is(columnKind({ unit: '%', format: '0.0' }, ['1']).format.percent, 'sign')
  assert.is(columnKind({ unit: '%', format: '0%' }, ['1']).format.percent, 'share')
  assert.is(columnKind({ unit: 'km' }, ['1']).format.percent, undefined)
})

test.run()

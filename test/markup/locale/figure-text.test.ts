import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { columnKind, figureOf } from '../../../src/brief/index.js'
import { present } from '../../../src/diagnostics/index.js'
import { figureText, lengthBeforeDecimals } from '../../../src/markup/locale/figure-text.js'
import { locales } from '../../support/edition.js'

const rulesOf = (lang: string) => present(locales.get(lang), lang).numberRules

/** A column of figures as it is printed in a language. */
function column(lang: string, cells: readonly string[], format?: string, unit?: string): string[] {
  const kind = columnKind({ format, unit, align: 'decimal' }, cells)
  return cells.map(cell =>
    figureText(present(figureOf(cell), cell), kind.format, rulesOf(lang), kind.wholeDigits),
  )
}

const NARROW = '\u202f'

test('figures are written as each language has them', () => {
  const cells = ['1234.5', '-0.125', '1234567']
  assert.equal(column('en', cells), ['1,234.5', '−0.125', '1,234,567'])
  assert.equal(column('de', cells), ['1.234,5', '−0,125', '1.234.567'])
  assert.equal(column('fr', cells), [`1${NARROW}234,5`, '−0,125', `1${NARROW}234${NARROW}567`])
  assert.equal(column('es', cells), [`1${NARROW}234,5`, '−0,125', `1${NARROW}234${NARROW}567`])
})

test('in Spanish four digits stand together, unless their column has figures of five', () => {
  assert.equal(column('es', ['1234.5', '999']), ['1234,5', '999'])
  assert.equal(column('es', ['9999', '10000']), [`9${NARROW}999`, `10${NARROW}000`])
  assert.equal(column('es', ['9999.5', '9000'], '#,##0'), [`10${NARROW}000`, `9${NARROW}000`])
})

test('a format says how many places, groups, signs and shares', () => {
  const cells = ['1234.505', '-0.04', '0']
  assert.equal(column('en', cells, '0'), ['1235', '0', '0'])
  assert.equal(column('en', cells, '0.00'), ['1234.51', '−0.04', '0.00'])
  assert.equal(column('en', cells, '#,##0.0'), ['1,234.5', '0.0', '0.0'])
  assert.equal(column('en', cells, '+0.0'), ['+1234.5', '0.0', '0.0'])
  assert.equal(column('en', cells, '+#,##0.00'), ['+1,234.51', '−0.04', '0.00'])
  assert.equal(column('en', ['2024', '1848'], 'year'), ['2024', '1848'])
})

test('percentages have the sign of their language', () => {
  assert.equal(column('en', ['0.125', '1'], '0.0%'), ['12.5%', '100.0%'])
  assert.equal(column('de', ['0.125'], '0.0%'), ['12,5\u00a0%'])
  assert.equal(column('fr', ['12.5'], 'percent'), ['12,5\u00a0%'])
  assert.equal(column('es', ['-12.5'], '0', '%'), ['−13\u00a0%'])
})

test('the decimal sign of a printed text is found in each language', () => {
  const before = (lang: string, text: string) => text.slice(0, lengthBeforeDecimals(text, rulesOf(lang)))
  assert.is(before('en', '−1,234.5%'), '−1,234')
  assert.is(before('en', '+12%'), '+12')
  assert.is(before('de', '1.234,5 %'), '1.234')
  assert.is(before('fr', `1${NARROW}234,5`), `1${NARROW}234`)
  assert.is(before('es', '0,5'), '0')
  assert.is(before('en', '€ 12.5'), '€ 12')
  assert.is(before('en', 'n/a'), 'n/a')
  assert.is(before('en', '1,23'), '1')
})

test.run()

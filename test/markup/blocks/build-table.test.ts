import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { findNodes, render } from '../../../src/markup/index.js'
import { editionOf, libraryOf } from '../../support/edition.js'

function built(template: string) {
  const findings = new Findings()
  const document = render(editionOf({ template, data: {} }), libraryOf(), findings.report)
  const [table] = findNodes(document?.blocks ?? [], 'table')
  return table?.widths ?? findings.all.map(({ message }) => message)
}

const row = (...cells: (number | undefined)[]) =>
  `<tr>${cells.map(span => `<td${span === undefined ? '' : ` colspan="${span}"`}>x</td>`).join('')}</tr>`

test('a cell counts for as many columns as it spans', () => {
  assert.equal(built(`<table>${row(2, undefined)}${row(undefined, undefined, undefined)}</table>`), [1, 1, 1])
  assert.equal(built(`<table>${row(undefined, 2)}${row(3)}</table>`), [1, 1, 1])
  assert.equal(built(`<table widths="1 2">${row(2)}${row(undefined, 1)}</table>`), [1, 2])
})

test('a row has as many columns as its table, neither fewer nor more', () => {
  assert.equal(built(`<table>${row(2, undefined)}${row(undefined, undefined)}</table>`), [
    'a row of 2 columns is in a table of 3',
  ])
  assert.equal(built(`<table widths="1 1 1">${row(3)}${row(2)}${row(2, 2)}</table>`), [
    'a row of 2 columns is in a table of 3',
    'a row of 4 columns is in a table of 3',
  ])
})

test('a cell spans a whole number of columns, one at least', () => {
  assert.equal(built('<table><tr><td colspan="1">x</td></tr></table>'), [1])
  for (const span of ['0', '-1', '1.5', 'two'])
    assert.equal(built(`<table><tr><td colspan="${span}">x</td></tr></table>`), [
      `\`${span}\` is not a value of \`colspan\``,
    ])
})

test('a cell spans no more columns than its table has, nor a table more than a hundred', () => {
  for (const span of ['5', '100', '101', '100000000', '9'.repeat(400), '1e3', '0x2'])
    assert.equal(built(`<table>${row(undefined)}<tr><td colspan="${span}">x</td></tr></table>`).length, 1)
  assert.equal(built(`<table>${row(undefined, undefined)}${row(5)}</table>`), [
    '`5` is not a value of `colspan`',
  ])
  assert.equal(built(`<table widths="1 2">${row(3)}</table>`), ['`3` is not a value of `colspan`'])
  const cells = (count: number) => row(...Array.from({ length: count }, () => undefined))
  assert.is(built(`<table>${cells(100)}</table>`).length, 100)
  assert.equal(built(`<table>${cells(101)}</table>`), ['a table of 101 columns: there are at most 100'])
})

test('the shares of columns are as many as a page has room for, and none beyond measure', () => {
  for (const widths of ['1 '.repeat(101), '1e309 1', '1e300 1', '0 1', '-1 1', 'x'])
    assert.match(
      String(built(`<table widths="${widths}">${row(undefined)}</table>`)[0]),
      /is not a value of `widths`/,
    )
})

test('a table without rows in its body is not built', () => {
  assert.equal(built('<table><thead><tr><th>x</th></tr></thead></table>'), [])
  assert.equal(built('<table><thead><tr><th>x</th></tr></thead><tr><td>y</td></tr></table>'), [1])
})

test.run()

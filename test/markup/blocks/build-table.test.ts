import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Findings } from '../../../src/diagnostics/index.js'
import { findNodes, renderTemplate } from '../../../src/markup/index.js'
import { editionOf, libraryOf } from '../../support/edition.js'

function built(template: string) {
  const findings = new Findings()
  const document = renderTemplate(editionOf({ template, data: {} }), libraryOf(), findings.report)
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

test('cells that come down side by side make no table of more than a hundred columns', () => {
  const rows = Array.from({ length: 51 }, (_, index) => {
    const cell = `<td rowspan="${51 - index}">x</td>`
    return `<tr>${cell}${cell}</tr>`
  })
  assert.equal(built(`<table>${rows.join('')}</table>`), ['a table of 102 columns: there are at most 100'])
})

test('the shares of columns are as many as a page has room for, and none beyond measure', () => {
  for (const widths of ['1 '.repeat(101), '1e309 1', '1e300 1', '0 1', '-1 1', 'x'])
    assert.match(
      String(built(`<table widths="${widths}">${row(undefined)}</table>`)[0]),
      /is not a value of `widths`/,
    )
})

/** `2` spans columns, `r2` rows, `2r2` both; a row is a word a cell. */
const rowsOf = (...rows: string[]) =>
  rows
    .map(cells => {
      const spans = [...cells.matchAll(/(\d*)(?:r(\d+))?(?: |$)/g)].filter(([whole]) => whole.trim() !== '')
      const written = spans.map(([, columns, down]) => {
        const colspan = columns ? ` colspan="${columns}"` : ''
        return `<td${colspan}${down ? ` rowspan="${down}"` : ''}>x</td>`
      })
      return `<tr>${written.join('')}</tr>`
    })
    .join('')

test('a cell that spans rows takes its places from the rows below it', () => {
  assert.equal(built(`<table>${rowsOf('r2 1 1', '1 1', '1 1 1')}</table>`), [1, 1, 1])
  assert.equal(built(`<table>${rowsOf('1 r3 1', '1 1', 'r1 1')}</table>`), [1, 1, 1])
  assert.equal(built(`<table>${rowsOf('2r2 1', '1', '1 2')}</table>`), [1, 1, 1])
  assert.equal(built(`<table>${rowsOf('r2 1 r3', '1', '2')}</table>`), [1, 1, 1])
  assert.equal(built(`<table>${rowsOf('r2 r2 1', '1')}</table>`), [1, 1, 1])
  assert.equal(built(`<table>${rowsOf('r2 1 1', '1')}</table>`), ['a row of 2 columns is in a table of 3'])
  assert.equal(built(`<table>${rowsOf('r2 1 1', '1 1 1')}</table>`), [
    'a row of 3 columns is in a table of 4',
  ])
})

test('a cell spans a whole number of rows, one at least, and none beyond its group', () => {
  const invalid = (span: string) => [`\`${span}\` is not a value of \`rowspan\``]
  for (const span of ['0', '-1', '1.5', 'two', '', '3', '65534', '9'.repeat(30)])
    assert.equal(
      built(`<table><tr><td rowspan="${span}">x</td><td>y</td></tr><tr><td>z</td></tr></table>`)[0],
      invalid(span)[0],
    )
  for (const group of ['thead', 'tbody'])
    assert.equal(
      built(
        `<table><${group}><tr><th rowspan="2">x</th></tr></${group}><tbody><tr><td>y</td></tr></tbody></table>`,
      ),
      invalid('2'),
    )
  assert.equal(
    built(`<table>${rowsOf('r2')}<tbody><tr><td>y</td></tr></tbody>${rowsOf('1')}</table>`),
    invalid('2'),
  )
})

test('a cell that is over another from above is found, where it stands, once', () => {
  const over = built(`<table>${rowsOf('1 r2 1', '2 1')}</table>`)
  assert.equal(over, ['`2` is not a value of `colspan`'])
})

test('an empty row stays among those that a cell ties together, unless all of them are empty', () => {
  const spanned = (one: string, two: string) =>
    built(
      `<table><tr><td rowspan="2">${one}</td><td></td></tr><tr><td>${two}</td></tr><tr><td>x</td><td>y</td></tr></table>`,
    )
  assert.equal(spanned('a', 'b'), [1, 1])
  assert.equal(spanned('a', ''), [1, 1])
  assert.equal(spanned('', 'b'), [1, 1])
  assert.equal(spanned('', ''), [1, 1])
  const rows = (template: string) => {
    const document = renderTemplate(editionOf({ template, data: {} }), libraryOf(), () => {})
    return findNodes(document?.blocks ?? [], 'table').flatMap(({ body }) =>
      body.map(({ cells }) => cells.length),
    )
  }
  const table = (one: string, two: string) =>
    `<table><tr><td rowspan="2">${one}</td><td></td></tr><tr><td>${two}</td></tr><tr><td>x</td><td>y</td></tr></table>`
  assert.equal(rows(table('a', '')), [2, 1, 2])
  assert.equal(rows(table('', 'b')), [2, 1, 2])
  assert.equal(rows(table('', '')), [2])
  assert.equal(rows('<table><tr><td>x</td></tr><tr><td></td></tr></table>'), [1])
})

test('a table has one caption at most', () => {
  assert.equal(built('<table><caption>a</caption><caption>b</caption><tr><td>x</td></tr></table>'), [
    'a table has one `caption` at most',
  ])
})

test('a table without rows in its body is not built', () => {
  assert.equal(built('<table><thead><tr><th>x</th></tr></thead></table>'), [])
  assert.equal(built('<table><thead><tr><th>x</th></tr></thead><tr><td>y</td></tr></table>'), [1])
})

test.run()

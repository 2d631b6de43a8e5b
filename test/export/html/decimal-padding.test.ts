import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { decimalPadding } from '../../../src/export/html/decimal-padding.js'
import type { Cell } from '../../../src/markup/index.js'
import * as b from '../../typeset/build-document.js'

const figure = (text: string, decimalAt: number): Cell => ({
  ...{ header: undefined, span: 1, rows: 1, align: 'decimal', decimalAt },
  ...{ children: [b.p(text)], place: b.nowhere },
})
const rows = (...figures: readonly Cell[]) => figures.map(cell => ({ cells: [cell], place: b.nowhere }))

test('figures end as far from the edge as the longest fraction of their column is longer', () => {
  const [long, short, whole] = [figure('1.25', 1), figure('30.5', 2), figure('1,200', 5)]
  const padding = decimalPadding({ body: rows(long, short, whole) }, 'ltr')
  assert.equal(
    [long, short, whole].map(cell => padding.get(cell)),
    [undefined, 1, 2.5],
  )
})

test('from right to left they stand at the other edge, and still run from left to right', () => {
  const [long, short] = [figure('1,200.5', 5), figure('30', 2)]
  const padding = decimalPadding({ body: rows(long, short) }, 'rtl')
  assert.equal(
    [long, short].map(cell => padding.get(cell)),
    [undefined, 2.5],
  )
})

test('what is not aligned on its decimal sign is not moved', () => {
  const { decimalAt: _, ...words } = figure('none', 0)
  assert.is(decimalPadding({ body: rows(figure('1.25', 1), words) }, 'ltr').size, 0)
})

test.run()

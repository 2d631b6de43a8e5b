import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { compare } from '../../bench/rounds.js'
import { comparisonTable, table } from '../../bench/table.js'

test('writes a table in Markdown with aligned columns, and none without rows', () => {
  assert.is(
    table(
      ['what', 'ms'],
      [
        ['a', '1.0'],
        ['long name', '10.0'],
      ],
    ),
    ['| what      |   ms |', '|-----------|-----:|', '| a         |  1.0 |', '| long name | 10.0 |', ''].join(
      '\n',
    ),
  )
  assert.is(table(['what'], []), '')
})

test('sets programs beside the peers that were measured, with median and least', () => {
  const rows = compare([
    { name: 'ours', costs: [20, 30, 60].map(cpu => ({ cpu, wall: cpu })) },
    { name: 'Typst', costs: [10, 30, 20].map(cpu => ({ cpu, wall: cpu + 1 })) },
  ])
  const [head, , ours, typst] = comparisonTable('a document', rows, ['Typst'], { pages: () => '4' })
    .split('\n')
    .map(line =>
      line
        .split('|')
        .map(cell => cell.trim())
        .slice(1, -1),
    )
  assert.equal(head, ['a document', 'pages', 'CPU ms', 'least', 'wall ms', 'least', 'CPU × Typst'])
  assert.equal(ours, ['ours', '4', '30.0', '20.0', '30.0', '20.0', '2.00 (1.00)'])
  assert.equal(typst, ['Typst', '4', '20.0', '10.0', '21.0', '11.0', ''])
})

test.run()

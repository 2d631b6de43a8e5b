import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ParallelPart } from '../../../src/typeset/compose/parallel-parts.js'
import { rowsOfColumns } from '../../../src/typeset/compose/parallel-rows.js'

/** Parts of the kinds that letters name; capitals are as wide as all columns. */
const parts = (kinds: string): ParallelPart[] =>
  [...kinds].map(kind => ({
    kind: kind.toLowerCase(),
    isWide: kind !== kind.toLowerCase(),
    node: { kind: 'stack', stack: [] },
    before: 0,
    after: 0,
  }))

const rows = (...columns: string[]): string[] =>
  rowsOfColumns(columns.map(parts)).map(row => row.map(part => part?.kind ?? '-').join(''))

test('parts of one kind stand beside each other, in their order', () => {
  assert.equal(rows('hpph', 'hpph'), ['hh', 'pp', 'pp', 'hh'])
  assert.equal(rows('hppphp', 'hpphp'), ['hh', 'pp', 'pp', 'p-', 'hh', 'pp'])
  assert.equal(rows('hphp', 'hppphp'), ['hh', 'pp', '-p', '-p', 'hh', 'pp'])
  assert.equal(rows('plp', 'pp'), ['pp', 'l-', 'pp'])
  assert.equal(rows('', 'pp'), ['-p', '-p'])
  assert.equal(rows('pp', ''), ['p-', 'p-'])
})

test('a third language joins the rows of the first two', () => {
  assert.equal(rows('hp', 'hpp', 'hppp'), ['hhh', 'ppp', '-pp', '--p'])
})

test('what is as wide as all columns stands alone', () => {
  assert.equal(rows('pTp', 'pTp'), ['pp', 't-', '-t', 'pp'])
})

test.run()

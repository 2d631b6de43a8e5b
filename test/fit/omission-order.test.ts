import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SourceFile } from '../../src/diagnostics/index.js'
import type { Item } from '../../src/edition/index.js'
import { omissionOrder } from '../../src/fit/omission-order.js'

const place = { file: new SourceFile('briefs/affair.yaml', ''), range: { start: 0, end: 0 } }

/** Lists by a letter an item: `m`ust, `s`hould, `c`ould. */
function order(lists: Readonly<Record<string, string>>): string {
  const items = Object.entries(lists).flatMap(([field, letters]) =>
    [...letters].map((letter, index): Item => {
      const priority = letter === 'm' ? 'must' : letter === 's' ? 'should' : 'could'
      return { path: `${field}${index}`, field, index, priority, place }
    }),
  )
  const optional = items.filter(item => item.priority !== 'must').map(item => ({ ...item, weight: 1 }))
  return omissionOrder(optional, items)
    .map(item => item.path)
    .join(' ')
}

test('what could be shown goes before what should, what must never', () => {
  assert.is(order({ a: 'scm', b: 'smc' }), 'b2 a1 b0 a0')
})

test('the longest list gives first, its last item first, so that none empties while another is full', () => {
  assert.is(order({ a: 'cccc', b: 'cc' }), 'a3 a2 b1 a1 b0 a0')
})

test('of lists equally long the one printed last gives first', () => {
  assert.is(order({ a: 'cc', b: 'cc', c: 'cc' }), 'c1 b1 a1 c0 b0 a0')
})

test('items that must be shown count towards the length of their list', () => {
  assert.is(order({ a: 'mmmc', b: 'ccc' }), 'a3 b2 b1 b0')
})

test('a timeline gives its earliest event', () => {
  assert.is(order({ timeline: 'cmcs' }), 'timeline0 timeline2 timeline3')
})

test.run()

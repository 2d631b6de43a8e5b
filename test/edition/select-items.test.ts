import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { timelineOrder } from '../../src/edition/select-items.js'

test('a timeline is put in the order of its dates', () => {
  const dates = (...all: (string | undefined)[]) => all.map(date => ({ date }))
  assert.equal(timelineOrder(dates('2025-03', '2025-01', '2025-02')), [1, 2, 0])
  assert.equal(timelineOrder(dates('2025', '2024-12-31', '../2020', '2024-21')), [2, 3, 1, 0])
  assert.equal(timelineOrder([]), [])
})

test('events without a date stay after the event that they follow', () => {
  const dates = (...all: (string | undefined)[]) => all.map(date => ({ date }))
  assert.equal(timelineOrder(dates(undefined, '2025', undefined, undefined, '2024')), [0, 4, 1, 2, 3])
  assert.equal(timelineOrder(dates(undefined, undefined)), [0, 1])
})

test('events of one date keep their order', () => {
  const same = Array.from({ length: 50 }, () => ({ date: '2025-01-01' }))
  assert.equal(timelineOrder(same), [...same.keys()])
})

test.run()

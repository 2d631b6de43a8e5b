import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DAY_IN_MS, type DatedTimelineEvent } from '../../../src/figures/timeline/dated-events.js'
import { timeScale } from '../../../src/figures/timeline/time-scale.js'
import { word } from '../sketch.js'

function onDay(day: number): DatedTimelineEvent {
  return {
    event: { date: '2000', label: word('Event'), priority: 'should' },
    date: '2000',
    from: day * DAY_IN_MS,
    to: (day + 1) * DAY_IN_MS,
    kind: 'day',
    inexact: false,
    open: { start: false, end: false },
  }
}

/** The number of segments for one-day events with these gaps between them, in days. */
function segments(gaps: readonly number[], width = 900): number {
  let day = 0
  const days = gaps.map(gap => (day += gap + 1))
  return timeScale([0, ...days].map(onDay), width, 40).segments.length
}

test('a gap is broken from a year on', () => {
  assert.is(segments([365, 10]), 1)
  assert.is(segments([366, 10]), 2)
})

test('a gap is broken if it is three times as long as what remains to be shown', () => {
  assert.is(segments([1098, 366]), 2)
  assert.is(segments([1097, 366]), 1)
})

test('there are at most three breaks', () => {
  assert.is(segments([4000, 4000, 4000, 10]), 4)
  assert.is(segments([4000, 4000, 4000, 4000, 10]), 1)
})

test('a break needs three times the least width of a segment on either side', () => {
  assert.is(segments([4000, 10], 240), 2)
  assert.is(segments([4000, 10], 239), 1)
})

test.run()

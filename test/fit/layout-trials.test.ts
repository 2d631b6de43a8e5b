import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lengthInPages } from '../../src/fit/layout-trials.js'
import { measuredTrials, VARIANT } from './measured-trials.js'

test('a variant is laid out once in each setting, and twelve times at the most', () => {
  const trials = measuredTrials(() => 1)
  assert.is(trials.remaining, 12)
  const first = trials.layOut(VARIANT, { typeSize: 10, spacing: 1 })
  assert.is(trials.layOut(VARIANT, { typeSize: 10, spacing: 1 }), first)
  assert.is(trials.remaining, 11)
  const other = { ...VARIANT }
  for (const spacing of [0.9, 1]) trials.layOut(other, { typeSize: 10, spacing })
  assert.is(trials.remaining, 9)
  assert.equal(
    trials.all.map(({ variant, setting }) => [variant === VARIANT, setting.spacing]),
    [
      [true, 1],
      [false, 0.9],
      [false, 1],
    ],
  )
})

test('the length counts the last page as far as it is used', () => {
  const length = (pages: number) =>
    lengthInPages(measuredTrials(() => pages).layOut(VARIANT, { typeSize: 10, spacing: 1 }))
  for (const pages of [0.25, 1, 2.5]) assert.is(Math.round(length(pages) * 1000) / 1000, pages)
})

test.run()

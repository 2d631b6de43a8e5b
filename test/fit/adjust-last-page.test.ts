import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { adjustLastPage } from '../../src/fit/adjust-last-page.js'
import type { SettingRange } from '../../src/fit/layout-setting.js'
import { measuredTrials, VARIANT } from './measured-trials.js'

const STEPS = (from: number, to: number) =>
  Array.from({ length: Math.round((from - to) / 0.02) + 1 }, (_, index) => (from * 100 - index * 2) / 100)
const RANGE: SettingRange = {
  normal: { typeSize: 10, spacing: 1 },
  tightest: { typeSize: 9, spacing: 0.8 },
  typeSizes: [10, 9.75, 9.5, 9.25, 9],
  looser: STEPS(1.4, 1),
  tighter: STEPS(1, 0.8),
}

/** Adjusts an edition whose length grows with its spacing: by `growth` pages where spacing doubles. */
function adjusted(length: number, growth: number, setting = RANGE.normal) {
  const trials = measuredTrials(({ spacing }) => length + (spacing - 1) * growth)
  const best = adjustLastPage(trials.layOut(VARIANT, setting), RANGE, trials)
  return { spacing: best.setting.spacing, pages: best.pages, fill: best.fill, layouts: trials.all.length }
}

test('a page that is four fifths full stays as it is, one that is less is loosened', () => {
  assert.equal([adjusted(0.8, 0.5).spacing, adjusted(0.8, 0.5).layouts], [1, 1])
  const { spacing, fill } = adjusted(0.79, 0.5)
  assert.ok(spacing > 1 && fill >= 0.8, `${spacing} ${fill}`)
})

test('a page is not loosened beyond 92 hundredths', () => {
  for (const growth of [0.2, 0.5, 1, 2]) {
    const { fill } = adjusted(0.7, growth)
    assert.ok(fill <= 0.92, `${growth}: ${fill}`)
    if (growth >= 0.5) assert.ok(fill >= 0.8, `${growth}: ${fill}`)
  }
  assert.is(adjusted(0.5, 0.2).spacing, 1.4)
  assert.is(adjusted(0.519, 1).spacing, 1.4)
  assert.is.not(adjusted(0.521, 1).spacing, 1.4)
})

test('several pages are loosened where that fills three fifths of the last one, as near to full as can be', () => {
  assert.ok(adjusted(1.6, 1).fill >= 0.8)
  assert.ok(adjusted(1.45, 1).spacing > 1)
  assert.equal([adjusted(1.35, 1).spacing, adjusted(1.35, 1).fill], [1.4, 0.75])
  assert.equal([adjusted(1.31, 0.73).spacing, adjusted(1.31, 0.72).spacing], [1.4, 1])
})

test('where blocks go over to the last page as a whole, it is filled as far as can be', () => {
  /** Fills the last page by half a page at once. */
  const trials = measuredTrials(({ spacing }) => (spacing > 1.2 ? 1.97 : spacing > 1.1 ? 1.5 : 1.45))
  const best = adjustLastPage(trials.layOut(VARIANT, RANGE.normal), RANGE, trials)
  assert.equal([best.pages, best.fill], [2, 0.97])
})

test('a last page of which two fifths would stay open is removed where tighter spacing can', () => {
  assert.equal([adjusted(1.5, 0.1).pages, adjusted(1.5, 0.1).spacing], [2, 1])
  const steep = measuredTrials(({ spacing }) => (spacing < 0.9 ? 0.9 : 1.5))
  const best = adjustLastPage(steep.layOut(VARIANT, RANGE.normal), RANGE, steep)
  assert.equal([best.pages, best.fill], [1, 0.9])
  assert.ok(best.setting.spacing > 0.85)
})

test('a last page that is less than three tenths full is removed where tighter spacing can', () => {
  assert.is(adjusted(1.29, 2).pages, 1)
  const kept = adjusted(1.3, 2)
  assert.equal([kept.pages, kept.spacing >= 1], [2, true])
  assert.is(adjusted(1.1, 0.4).pages, 2)
})

test('a last page is removed with the loosest spacing that does it', () => {
  const { pages, spacing } = adjusted(1.1, 2)
  assert.is(pages, 1)
  assert.ok(spacing >= 0.94 && spacing <= 0.95, String(spacing))
})

test('an edition that is not in its normal setting is left as it is', () => {
  for (const setting of [
    { typeSize: 9.75, spacing: 1 },
    { typeSize: 10, spacing: 0.98 },
  ])
    assert.is(adjusted(0.5, 0, setting).layouts, 1)
})

test.run()

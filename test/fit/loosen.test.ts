import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { LayoutSetting, SettingRange } from '../../src/fit/layout-setting.js'
import { loosen } from '../../src/fit/loosen.js'
import { measuredTrials, VARIANT } from './measured-trials.js'

const RANGE: SettingRange = {
  normal: { typeSize: 10, spacing: 1 },
  tightest: { typeSize: 9, spacing: 0.9 },
  typeSizes: [10, 9.75, 9.5, 9.25, 9],
  looser: [1],
  tighter: [1, 0.98, 0.96, 0.94, 0.92, 0.9],
}
const SHORTER = { ...VARIANT }

/** Loosens an edition for one page that is too long in its normal setting; gives the setting and the layouts. */
function loosened(lengthOf: (setting: LayoutSetting) => number, variant = VARIANT) {
  const trials = measuredTrials(lengthOf)
  const normal = trials.layOut(VARIANT, RANGE.normal)
  const tight = trials.layOut(variant, RANGE.tightest)
  const { setting } = loosen(tight, normal, 1, RANGE, trials)
  return { ...setting, layouts: trials.all.length }
}

test('less than three hundredths of a page left is not worth another layout', () => {
  const length = (tightest: number) => (setting: LayoutSetting) =>
    setting.typeSize === 9 && setting.spacing === 0.9 ? tightest : 2
  assert.is(loosened(length(0.98)).layouts, 2)
  assert.ok(loosened(length(0.965)).layouts > 2)
})

test('type is made as large as it can be before spacing is made as loose as it can be', () => {
  const length = ({ typeSize, spacing }: LayoutSetting) => 1 + (typeSize - 9.5) / 4 + (spacing - 0.94) / 2
  const { typeSize, spacing } = loosened(length)
  assert.equal([typeSize, spacing], [9.5, 0.94])
})

test('spacing is loosened until less than three hundredths of a page are left, and no further', () => {
  const length = (left: number) => (setting: LayoutSetting) => {
    if (setting.typeSize > 9) return 2
    return setting.spacing < 0.95 ? 1 - left : setting.spacing < 0.97 ? 0.999 : 2
  }
  assert.is(loosened(length(0.04)).spacing, 0.96)
})

test('a shortened edition may get the normal setting again', () => {
  const { typeSize, spacing } = loosened(() => 0.5, SHORTER)
  assert.equal([typeSize, spacing], [10, 1])
})

test.run()

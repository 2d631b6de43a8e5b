import type { Audience } from '../edition/index.js'
import type { Theme } from '../typeset/index.js'

/** How densely an edition is set: points, and the multiple of vertical space. */
export interface LayoutSetting {
  readonly typeSize: number
  readonly spacing: number
}

/** All settings that an audience and a theme allow. */
export interface SettingRange {
  readonly normal: LayoutSetting
  readonly tightest: LayoutSetting
  /** From the audience's size down to its floor, by quarter points. */
  readonly typeSizes: readonly number[]
  /** From the theme's loosest to its normal, and from there to its tightest. */
  readonly looser: readonly number[]
  readonly tighter: readonly number[]
}

/** The steps in which a page may be tightened and loosened. */
export function settingRange({ type }: Audience, { spacing }: Theme): SettingRange {
  const { min, max } = spacing
  const normal = Math.min(max, Math.max(min, spacing.normal))
  return {
    normal: { typeSize: type.size, spacing: normal },
    tightest: { typeSize: type.floor, spacing: min },
    typeSizes: stepsDown(type.size, type.floor, TYPE_STEP),
    looser: stepsDown(max, normal, SPACING_STEP),
    tighter: stepsDown(normal, min, SPACING_STEP),
  }
}

/** Points. */
const TYPE_STEP = 0.25
const SPACING_STEP = 0.02

/** Both ends are among the steps. */
function stepsDown(from: number, to: number, step: number): number[] {
  const count = Math.ceil((from - to) / step - 1e-9)
  const steps = Array.from({ length: count }, (_, index) => Math.round((from - index * step) * 1000) / 1000)
  return [...steps, to]
}

import type { Audience } from '../edition/index.js'
import type { Theme } from '../typeset/index.js'

/** How densely an edition is set. */
export interface LayoutSetting {
  /** Points. */
  readonly typeSize: number
  /** Multiple of the theme's vertical space. */
  readonly spacing: number
}

/** The settings that an audience and a theme allow. */
export interface SettingRange {
  readonly normal: LayoutSetting
  readonly tightest: LayoutSetting
  /** From the audience's size down to its floor. */
  readonly typeSizes: readonly number[]
  /** Spacing from the theme's loosest to its normal. */
  readonly looser: readonly number[]
  /** Spacing from the theme's normal to its tightest. */
  readonly tighter: readonly number[]
}

/** The steps by which an edition may be tightened and loosened. */
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
/** Multiple of the theme's vertical space. */
const SPACING_STEP = 0.02

/** The steps from one value down to another, with both of them. */
function stepsDown(from: number, to: number, step: number): number[] {
  const count = Math.ceil((from - to) / step - 1e-9)
  const steps = Array.from({ length: count }, (_, index) => Math.round((from - index * step) * 1000) / 1000)
  return [...steps, to]
}

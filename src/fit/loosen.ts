import { present } from '../diagnostics/index.js'
import type { SettingRange } from './layout-setting.js'
import { type LayoutTrial, type LayoutTrials, lengthInPages } from './layout-trials.js'
import { findFirstFitting, type SearchBracket } from './search.js'

/**
 * Gives an edition that fits the largest type, and then the loosest spacing up to the normal, with which it still fits.
 * `normal` is the whole edition in the normal setting, which is too long.
 */
export function loosen(
  tight: LayoutTrial,
  normal: LayoutTrial,
  limit: number,
  range: SettingRange,
  trials: LayoutTrials,
): LayoutTrial {
  const isSmaller = tight.setting.typeSize < range.normal.typeSize
  if (isSmaller && limit - lengthInPages(tight) < NEGLIGIBLE_SPACE) return tight
  const larger = loosestThatFits(
    tight,
    { property: 'typeSize', steps: range.typeSizes, maxPages: limit },
    trials,
  )
  const isTried = larger.variant === normal.variant && larger.setting.typeSize === normal.setting.typeSize
  const goal = {
    property: 'spacing',
    steps: range.tighter,
    maxPages: limit,
    tolerance: NEGLIGIBLE_SPACE,
  } as const
  return loosestThatFits(larger, goal, trials, isTried ? normal : undefined)
}

/** Pages; less open space than this is not worth another layout. */
export const NEGLIGIBLE_SPACE = 0.03

/** How an edition is to be loosened. */
export interface LooseningGoal {
  readonly property: 'typeSize' | 'spacing'
  /** Values of the property, loosest first. */
  readonly steps: readonly number[]
  /** Whole pages. */
  readonly maxPages: number
  /** Pages, counting the last only as far as it is used; `maxPages` by default. */
  readonly maxLength?: number
  /** Pages; ends the search where the edition is shorter by no more than this. */
  readonly tolerance?: number
}

/** The first of the steps that reaches the goal, given a trial `tight` that does and perhaps one that is `tooLong`. */
export function loosestThatFits(
  tight: LayoutTrial,
  goal: LooseningGoal,
  trials: LayoutTrials,
  tooLong?: LayoutTrial,
): LayoutTrial {
  const { property, steps, maxPages, maxLength = maxPages, tolerance } = goal
  const layOutStep = (step: number) => {
    const value = present(steps[step], `step ${step} of ${property}`)
    return trials.layOut(tight.variant, { ...tight.setting, [property]: value })
  }
  const bracket: SearchBracket = {
    tooLong: tooLong ? steps.indexOf(tooLong.setting[property]) : -1,
    fitting: steps.indexOf(tight.setting[property]),
    excess: {
      tooLong: (tooLong ? lengthInPages(tooLong) : estimatedLength(tight, goal)) - maxLength,
      fitting: lengthInPages(tight) - maxLength,
    },
    ...(tolerance !== undefined && { tolerance }),
  }
  const tries = Math.min(trials.remaining, Math.ceil(Math.log2(bracket.fitting - bracket.tooLong)))
  const found = findFirstFitting(bracket, tries, step => {
    const trial = layOutStep(step)
    const length = lengthInPages(trial)
    return { fits: trial.pages <= maxPages && length <= maxLength, excess: length - maxLength }
  })
  return layOutStep(found)
}

/** Estimates the length with the loosest step: larger type takes more lines, and higher ones. */
function estimatedLength(tight: LayoutTrial, { property, steps }: LooseningGoal): number {
  const ratio = present(steps[0], `loosest ${property}`) / tight.setting[property]
  return lengthInPages(tight) * (property === 'typeSize' ? ratio * ratio : 1 + (ratio - 1) * SPACE_SHARE)
}

/** Share of a page that is vertical space, about. */
const SPACE_SHARE = 1 / 3

import type { SettingRange } from './layout-setting.js'
import { type LayoutTrial, type LayoutTrials, lengthInPages } from './layout-trials.js'
import { findFirstFitting, type SearchBracket } from './search.js'

/**
 * Gives an edition that fits the largest type, and then the loosest spacing up to the normal, that let it fit still;
 * `normal` is the whole of it in the normal setting, which is too long.
 */
export function loosen(
  tight: LayoutTrial,
  normal: LayoutTrial,
  limit: number,
  settings: SettingRange,
  trials: LayoutTrials,
): LayoutTrial {
  if (limit - lengthInPages(tight) < NEGLIGIBLE_SPACE) return tight
  const larger = loosestThatFits(tight, { part: 'typeSize', steps: settings.typeSizes, most: limit }, trials)
  const isTried = larger.version === normal.version && larger.setting.typeSize === normal.setting.typeSize
  const wish = { part: 'spacing', steps: settings.tighter, most: limit, enough: NEGLIGIBLE_SPACE } as const
  return loosestThatFits(larger, wish, trials, isTried ? normal : undefined)
}

/** Pages: less open space than this is not worth another layout. */
export const NEGLIGIBLE_SPACE = 0.03

/** How an edition is to be loosened. */
export interface LooseningGoal {
  readonly part: 'typeSize' | 'spacing'
  /** Loosest first. */
  readonly steps: readonly number[]
  /** Pages, whole. */
  readonly most: number
  /** Pages, the last as far as it is used; `most` if left out. */
  readonly longest?: number
  readonly enough?: number
}

/** The first of the steps with which an edition is no longer than wished; `failing` is known to be, `tight` not to be. */
export function loosestThatFits(
  tight: LayoutTrial,
  wish: LooseningGoal,
  trials: LayoutTrials,
  failing?: LayoutTrial,
): LayoutTrial {
  const { part, steps, most, longest = most } = wish
  const settingAt = (step: number) => ({ ...tight.setting, [part]: steps[step] ?? tight.setting[part] })
  const attempt = (step: number) => {
    const trial = trials.layOut(tight.version, settingAt(step))
    return {
      serves: trial.pages <= most && lengthInPages(trial) <= longest,
      excess: lengthInPages(trial) - longest,
    }
  }
  const bracket: SearchBracket = {
    fails: failing ? steps.indexOf(failing.setting[part]) : -1,
    serves: steps.indexOf(tight.setting[part]),
    excess: {
      fails: (failing ? lengthInPages(failing) : estimatedLength(tight, steps, part)) - longest,
      serves: lengthInPages(tight) - longest,
    },
    ...(wish.enough !== undefined && { tolerance: wish.enough }),
  }
  const tries = Math.min(trials.remaining, Math.ceil(Math.log2(bracket.serves - bracket.fails)))
  return trials.layOut(tight.version, settingAt(findFirstFitting(bracket, tries, attempt)))
}

/** A guess at the length with the loosest step: larger type takes more lines and higher ones, space is a third of a page. */
function estimatedLength(tight: LayoutTrial, steps: readonly number[], part: LooseningGoal['part']): number {
  const ratio = (steps[0] ?? 1) / tight.setting[part]
  return lengthInPages(tight) * (part === 'typeSize' ? ratio * ratio : 1 + (ratio - 1) / 3)
}

import { type Bracket, firstToServe } from './search.js'
import type { Settings } from './setting.js'
import { lengthOf, type Trial, type Trials } from './trials.js'

/**
 * Gives an edition that fits the largest type, and then the loosest spacing up to the normal, that let it fit still;
 * `normal` is the whole of it in the normal setting, which is too long.
 */
export function relax(tight: Trial, normal: Trial, limit: number, settings: Settings, trials: Trials): Trial {
  if (limit - lengthOf(tight) < ENOUGH) return tight
  const larger = loosest(tight, { part: 'typeSize', steps: settings.typeSizes, most: limit }, trials)
  const isTried = larger.version === normal.version && larger.setting.typeSize === normal.setting.typeSize
  const wish = { part: 'spacing', steps: settings.tighter, most: limit, enough: ENOUGH } as const
  return loosest(larger, wish, trials, isTried ? normal : undefined)
}

/** Pages: less open space than this is not worth another layout. */
export const ENOUGH = 0.03

/** How an edition is to be loosened. */
export interface Wish {
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
export function loosest(tight: Trial, wish: Wish, trials: Trials, failing?: Trial): Trial {
  const { part, steps, most, longest = most } = wish
  const settingAt = (step: number) => ({ ...tight.setting, [part]: steps[step] ?? tight.setting[part] })
  const attempt = (step: number) => {
    const trial = trials.lay(tight.version, settingAt(step))
    return { serves: trial.pages <= most && lengthOf(trial) <= longest, excess: lengthOf(trial) - longest }
  }
  const bracket: Bracket = {
    fails: failing ? steps.indexOf(failing.setting[part]) : -1,
    serves: steps.indexOf(tight.setting[part]),
    excess: {
      fails: (failing ? lengthOf(failing) : growth(tight, steps, part)) - longest,
      serves: lengthOf(tight) - longest,
    },
    ...(wish.enough !== undefined && { enough: wish.enough }),
  }
  const tries = Math.min(trials.left, Math.ceil(Math.log2(bracket.serves - bracket.fails)))
  return trials.lay(tight.version, settingAt(firstToServe(bracket, tries, attempt)))
}

/** A guess at the length with the loosest step: larger type takes more lines and higher ones, space is a third of a page. */
function growth(tight: Trial, steps: readonly number[], part: Wish['part']): number {
  const ratio = (steps[0] ?? 1) / tight.setting[part]
  return lengthOf(tight) * (part === 'typeSize' ? ratio * ratio : 1 + (ratio - 1) / 3)
}

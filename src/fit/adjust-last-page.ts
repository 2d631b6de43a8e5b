import type { SettingRange } from './layout-setting.js'
import { type LayoutTrial, type LayoutTrials, lengthInPages } from './layout-trials.js'
import { loosestThatFits, NEGLIGIBLE_SPACE } from './loosen.js'

/**
 * Mends the end of an edition that fits. A last page of a few lines is drawn in where tighter spacing saves it. A
 * page that is less than four fifths full is loosened, within the theme's bounds; of several pages all would be,
 * which is done only where it fills the last.
 */
export function adjustLastPage(
  trial: LayoutTrial,
  settings: SettingRange,
  trials: LayoutTrials,
): LayoutTrial {
  const { normal } = settings
  const isNormal = trial.setting.typeSize === normal.typeSize && trial.setting.spacing === normal.spacing
  if (!isNormal || trial.fill >= FULL_PAGE) return trial
  return withoutShortLastPage(trial, settings, trials) ?? withFullerPages(trial, settings, trials)
}

/** Shares of a page: enough of one, the most that one is loosened to, and what does not look like a page. */
const FULL_PAGE = 0.8
const LOOSENED_PAGE = 0.92
const SHORT_PAGE = 0.3

function withoutShortLastPage(
  trial: LayoutTrial,
  { normal, tighter }: SettingRange,
  trials: LayoutTrials,
): LayoutTrial | undefined {
  if (trial.pages === 1 || trial.fill >= SHORT_PAGE || trials.remaining === 0) return undefined
  const spacing = tighter.at(-1) ?? normal.spacing
  const tight = trials.layOut(trial.version, { ...normal, spacing })
  if (tight.pages >= trial.pages) return undefined
  return loosestThatFits(
    tight,
    { part: 'spacing', steps: tighter, most: tight.pages, enough: NEGLIGIBLE_SPACE },
    trials,
    trial,
  )
}

function withFullerPages(
  trial: LayoutTrial,
  { normal, looser }: SettingRange,
  trials: LayoutTrials,
): LayoutTrial {
  if (trials.remaining === 0 || looser.length === 1) return trial
  const loose = trials.layOut(trial.version, { ...normal, spacing: looser[0] ?? normal.spacing })
  const longest = trial.pages - 1 + LOOSENED_PAGE
  const wish = {
    part: 'spacing',
    steps: looser,
    most: trial.pages,
    longest,
    enough: LOOSENED_PAGE - FULL_PAGE,
  } as const
  const filled = lengthInPages(loose) <= longest ? loose : loosestThatFits(trial, wish, trials, loose)
  return trial.pages === 1 || filled.fill >= FULL_PAGE ? filled : trial
}

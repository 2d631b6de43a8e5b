import { present } from '../diagnostics/index.js'
import type { SettingRange } from './layout-setting.js'
import { type LayoutTrial, type LayoutTrials, lengthInPages } from './layout-trials.js'
import { loosestThatFits, NEGLIGIBLE_SPACE } from './loosen.js'

/**
 * Improves the end of an edition that fits in its normal setting. Removes a last page of a few lines where tighter
 * spacing can. Otherwise loosens a page that is not full enough, within the bounds of the theme; as that loosens all
 * pages of an edition alike, it is done to several only where it fills the last.
 */
export function adjustLastPage(trial: LayoutTrial, range: SettingRange, trials: LayoutTrials): LayoutTrial {
  const { normal } = range
  const isNormal = trial.setting.typeSize === normal.typeSize && trial.setting.spacing === normal.spacing
  if (!isNormal || trial.fill >= FULL_PAGE) return trial
  return withoutShortLastPage(trial, range, trials) ?? withFullerPages(trial, range, trials)
}

/** Share of a page that is full enough. */
const FULL_PAGE = 0.8
/** Share of a page up to which it is loosened. */
const LOOSENED_PAGE = 0.92
/** Share of a page below which a last page is too short to be one. */
const SHORT_PAGE = 0.3

function withoutShortLastPage(
  trial: LayoutTrial,
  { normal, tighter, tightest }: SettingRange,
  trials: LayoutTrials,
): LayoutTrial | undefined {
  if (trial.pages === 1 || trial.fill >= SHORT_PAGE || trials.remaining === 0) return undefined
  const tight = trials.layOut(trial.variant, { ...normal, spacing: tightest.spacing })
  if (tight.pages >= trial.pages) return undefined
  const goal = {
    property: 'spacing',
    steps: tighter,
    maxPages: tight.pages,
    tolerance: NEGLIGIBLE_SPACE,
  } as const
  return loosestThatFits(tight, goal, trials, trial)
}

function withFullerPages(
  trial: LayoutTrial,
  { normal, looser }: SettingRange,
  trials: LayoutTrials,
): LayoutTrial {
  if (trials.remaining === 0 || looser.length === 1) return trial
  const spacing = present(looser[0], 'loosest spacing')
  const loose = trials.layOut(trial.variant, { ...normal, spacing })
  const maxLength = trial.pages - 1 + LOOSENED_PAGE
  const goal = {
    property: 'spacing',
    steps: looser,
    maxPages: trial.pages,
    maxLength,
    tolerance: LOOSENED_PAGE - FULL_PAGE,
  } as const
  const fuller = lengthInPages(loose) <= maxLength ? loose : loosestThatFits(trial, goal, trials, loose)
  return trial.pages === 1 || fuller.fill >= FULL_PAGE ? fuller : trial
}

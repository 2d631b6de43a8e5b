import { present } from '../diagnostics/index.js'
import type { SettingRange } from './layout-setting.js'
import { type LayoutTrial, type LayoutTrials, lengthInPages } from './layout-trials.js'
import { loosestThatFits, NEGLIGIBLE_SPACE } from './loosen.js'

/**
 * Improves the end of an edition that fits in its normal setting. Removes a last page of a few lines where tighter
 * spacing can. Otherwise loosens a page that is not full enough, within the bounds of the theme; as that loosens all
 * pages of an edition alike, it is done to several only where that fills three fifths of the last. Where even that cannot be,
 * tighter spacing may remove the last page yet.
 */
export function adjustLastPage(trial: LayoutTrial, range: SettingRange, trials: LayoutTrials): LayoutTrial {
  const { normal } = range
  const isNormal = trial.setting.typeSize === normal.typeSize && trial.setting.spacing === normal.spacing
  if (!isNormal || trial.pages === 0 || trial.fill >= FULL_PAGE) return trial
  const isShort = trial.fill < SHORT_PAGE
  const shorter = isShort ? withoutLastPage(trial, range, trials) : undefined
  const better = shorter ?? withFullerPages(trial, range, trials)
  if (better || isShort || trial.fill >= DECENT_PAGE) return better ?? trial
  return withoutLastPage(trial, range, trials) ?? trial
}

/** Share of a page that is full enough. */
const FULL_PAGE = 0.8
/** Share of a page up to which it is loosened. */
const LOOSENED_PAGE = 0.92
/** Share of a last page below which too much of it is open. */
const DECENT_PAGE = 0.6
/** Share of a page below which a last page is too short to be one. */
const SHORT_PAGE = 0.3

function withoutLastPage(
  trial: LayoutTrial,
  { normal, tighter, tightest }: SettingRange,
  trials: LayoutTrials,
): LayoutTrial | undefined {
  if (trial.pages === 1 || trials.remaining === 0) return undefined
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
): LayoutTrial | undefined {
  if (trials.remaining === 0 || looser.length === 1) return undefined
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
  if (trial.pages === 1) return fuller
  if (fuller.fill >= FULL_PAGE) return fuller
  const [best] = trials
    .of(trial.variant)
    .filter(
      ({ pages, fill, setting }) =>
        pages === trial.pages && fill >= DECENT_PAGE && setting.spacing > normal.spacing,
    )
    .sort((one, other) => distanceFromFull(one) - distanceFromFull(other))
  return best
}

const distanceFromFull = ({ fill }: LayoutTrial) => Math.abs(fill - LOOSENED_PAGE)

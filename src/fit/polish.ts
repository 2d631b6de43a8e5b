import { ENOUGH, loosest } from './relax.js'
import type { Settings } from './setting.js'
import { lengthOf, type Trial, type Trials } from './trials.js'

/**
 * Mends the end of an edition that fits. A last page of a few lines is drawn in where tighter spacing saves it. A
 * page that is less than four fifths full is loosened, within the theme's bounds; of several pages all would be,
 * which is done only where it fills the last.
 */
export function polish(trial: Trial, settings: Settings, trials: Trials): Trial {
  const { normal } = settings
  const isNormal = trial.setting.typeSize === normal.typeSize && trial.setting.spacing === normal.spacing
  if (!isNormal || trial.fill >= FULL) return trial
  return drawnIn(trial, settings, trials) ?? filled(trial, settings, trials)
}

/** Shares of a page: enough of one, the most that one is loosened to, and what does not look like a page. */
const FULL = 0.8
const FILLED = 0.92
const STUB = 0.3

function drawnIn(trial: Trial, { normal, tighter }: Settings, trials: Trials): Trial | undefined {
  if (trial.pages === 1 || trial.fill >= STUB || trials.left === 0) return undefined
  const spacing = tighter.at(-1) ?? normal.spacing
  const tight = trials.lay(trial.version, { ...normal, spacing })
  if (tight.pages >= trial.pages) return undefined
  return loosest(tight, { part: 'spacing', steps: tighter, most: tight.pages, enough: ENOUGH }, trials, trial)
}

function filled(trial: Trial, { normal, looser }: Settings, trials: Trials): Trial {
  if (trials.left === 0 || looser.length === 1) return trial
  const loose = trials.lay(trial.version, { ...normal, spacing: looser[0] ?? normal.spacing })
  const longest = trial.pages - 1 + FILLED
  const wish = { part: 'spacing', steps: looser, most: trial.pages, longest, enough: FILLED - FULL } as const
  const filled = lengthOf(loose) <= longest ? loose : loosest(trial, wish, trials, loose)
  return trial.pages === 1 || filled.fill >= FULL ? filled : trial
}

import type { Place, Report } from '../diagnostics/index.js'
import type { Assets, LaidOut, Style } from '../typeset/index.js'
import { LeavingOut } from './leave-out.js'
import { polish } from './polish.js'
import { relax } from './relax.js'
import { reportLeftOut } from './report-left-out.js'
import { reportTooLong } from './report-too-long.js'
import { type Setting, settingsOf } from './setting.js'
import { type Trial, Trials } from './trials.js'
import type { Material, Version } from './version.js'

/** An edition that keeps its page limit. */
export interface Fitted {
  readonly version: Version
  readonly laidOut: LaidOut
  readonly setting: Setting
  /** The setting as multiples of the normal one. */
  readonly scale: Setting
  /** Paths of the items that are not shown, in the order in which they were given up. */
  readonly leftOut: readonly string[]
  /** Figures that are not drawn, such as `timeline`; what they show stands in the text. */
  readonly figuresLeftOut: readonly string[]
  /** How often it was laid out to find this. */
  readonly layouts: number
}

/** What an edition is set with; `limitPlace` is where its limit is asked for. */
export interface Setup {
  readonly style: Style
  readonly assets: Assets
  readonly limitPlace: Place
}

/**
 * Sets an edition within its page limit, at the least cost to its readers: with tighter spacing, then with smaller
 * type, then without the items that it can spare. A page left open is filled, a last one of a few lines drawn in.
 * Reports what was left out, or that even what must be shown is too long. Nothing is drawn.
 */
export function fit(
  material: Material,
  whole: Version,
  { style, assets, limitPlace }: Setup,
  report: Report,
): Fitted | undefined {
  const trials = new Trials(style, assets)
  const settings = settingsOf(material.audience, style.theme)
  const { limit } = material.audience
  const leavingOut = new LeavingOut(material, whole, trials, settings)

  const normal = trials.lay(whole, settings.normal)
  const tightest = fits(normal, limit) || !normal.laidOut ? normal : trials.lay(whole, settings.tightest)
  const kept =
    fits(tightest, limit) || !tightest.laidOut ? tightest : leavingOut.findFirstThatFits(tightest, limit)
  const relaxed = kept !== normal && fits(kept, limit) ? relax(kept, normal, limit, settings, trials) : kept
  const best = fits(relaxed, limit) ? polish(relaxed, settings, trials) : relaxed

  for (const { code, place, message, hints } of [...best.version.findings.all, ...best.findings.all])
    report(code, place, message, ...hints)
  if (!best.laidOut) return undefined
  const leftOut = leavingOut.of(best.version)
  if (!fits(best, limit)) {
    reportTooLong(best, leftOut.items.length > 0, material, limitPlace, report)
    return undefined
  }
  reportLeftOut(leftOut, whole, report)
  return {
    version: best.version,
    laidOut: best.laidOut,
    setting: best.setting,
    scale: {
      typeSize: best.setting.typeSize / settings.normal.typeSize,
      spacing: best.setting.spacing / settings.normal.spacing,
    },
    leftOut: leftOut.items.map(({ path }) => path),
    figuresLeftOut: leftOut.figures.map(({ figure }) => figure),
    layouts: trials.done,
  }
}

function fits({ pages }: Trial, limit: number): boolean {
  return pages <= limit
}

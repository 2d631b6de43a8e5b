import type { Place, Report } from '../diagnostics/index.js'
import type { DocumentStyle, ImageAssets, LaidOutDocument } from '../typeset/index.js'
import { adjustLastPage } from './adjust-last-page.js'
import type { EditionInputs, EditionVariant } from './edition-variant.js'
import { type LayoutSetting, settingRange } from './layout-setting.js'
import { type LayoutTrial, LayoutTrials } from './layout-trials.js'
import { loosen } from './loosen.js'
import { ItemOmitter } from './omit-items.js'
import { reportOmissions } from './report-omissions.js'
import { reportTooLong } from './report-too-long.js'

/** An edition that keeps its page limit. */
export interface FittedEdition {
  readonly version: EditionVariant
  readonly laidOut: LaidOutDocument
  readonly setting: LayoutSetting
  /** The setting as multiples of the normal one. */
  readonly scale: LayoutSetting
  /** Paths of the items that are not shown, in the order in which they were given up. */
  readonly leftOut: readonly string[]
  /** Figures that are not drawn, such as `timeline`; what they show stands in the text. */
  readonly figuresLeftOut: readonly string[]
  /** How often it was laid out to find this. */
  readonly layouts: number
}

/** What an edition is set with; `limitPlace` is where its limit is asked for. */
export interface FitOptions {
  readonly style: DocumentStyle
  readonly assets: ImageAssets
  readonly limitPlace: Place
}

/**
 * Sets an edition within its page limit, at the least cost to its readers: with tighter spacing, then with smaller
 * type, then without the items that it can spare. A page left open is filled, a last one of a few lines drawn in.
 * Reports what was left out, or that even what must be shown is too long. Nothing is drawn.
 */
export function fit(
  material: EditionInputs,
  whole: EditionVariant,
  { style, assets, limitPlace }: FitOptions,
  report: Report,
): FittedEdition | undefined {
  const trials = new LayoutTrials(style, assets)
  const settings = settingRange(material.audience, style.theme)
  const { limit } = material.audience
  const leavingOut = new ItemOmitter(material, whole, trials, settings)

  const normal = trials.layOut(whole, settings.normal)
  const tightest = fits(normal, limit) || !normal.laidOut ? normal : trials.layOut(whole, settings.tightest)
  const kept =
    fits(tightest, limit) || !tightest.laidOut ? tightest : leavingOut.findFirstThatFits(tightest, limit)
  const relaxed = kept !== normal && fits(kept, limit) ? loosen(kept, normal, limit, settings, trials) : kept
  const best = fits(relaxed, limit) ? adjustLastPage(relaxed, settings, trials) : relaxed

  for (const { code, place, message, hints } of [...best.version.findings.all, ...best.findings.all])
    report(code, place, message, ...hints)
  if (!best.laidOut) return undefined
  const leftOut = leavingOut.of(best.version)
  if (!fits(best, limit)) {
    reportTooLong(best, leftOut.items.length > 0, material, limitPlace, report)
    return undefined
  }
  reportOmissions(leftOut, whole, report)
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

function fits({ pages }: LayoutTrial, limit: number): boolean {
  return pages <= limit
}

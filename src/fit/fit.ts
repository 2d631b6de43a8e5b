import type { Place, Report } from '../diagnostics/index.js'
import {
  DocumentLayouts,
  type DocumentStyle,
  type ImageAssets,
  type LaidOutDocument,
} from '../typeset/index.js'
import { adjustLastPage } from './adjust-last-page.js'
import type { EditionInputs, EditionVariant } from './edition-variant.js'
import { LayoutsWithColumns } from './lay-out-with-columns.js'
import { LayoutsWithContents } from './lay-out-with-contents.js'
import { type LayoutSetting, type SettingRange, settingRange } from './layout-setting.js'
import { type LayoutTrial, LayoutTrials, lengthInPages } from './layout-trials.js'
import { loosen } from './loosen.js'
import { ItemOmitter, type OmittedContent } from './omit-items.js'
import { reportOmissions, reportTooLong } from './report-fit.js'

/** What fitting an edition led to. */
export interface FitResult {
  /** Undefined where the edition cannot keep its limit, or has errors. */
  readonly fitted: FittedEdition | undefined
  /** All layouts that were tried, in order. */
  readonly trials: readonly FitTrial[]
}

/** An edition that keeps its page limit. */
export interface FittedEdition {
  readonly variant: EditionVariant
  readonly laidOut: LaidOutDocument
  readonly setting: LayoutSetting
  /** The setting as multiples of the normal one. */
  readonly scale: LayoutSetting
  /** Paths of the items that are not shown, in the order in which they were left out. */
  readonly leftOut: readonly string[]
  /** Figures that are not drawn, such as `timeline`; the text says what they show. */
  readonly figuresLeftOut: readonly string[]
}

/** A layout that was tried, as plain data. */
export interface FitTrial extends LayoutSetting {
  /** Paths of the items that it leaves out, in the order in which they were left out. */
  readonly leftOut: readonly string[]
  readonly figuresLeftOut: readonly string[]
  /** Without those of annexes; undefined where layout found an error. */
  readonly pages: number | undefined
  /** Share of the last of these pages that is used, 0 to 1. */
  readonly fill: number
  /** Whether it keeps the page limit. */
  readonly fits: boolean
}

/** What an edition is set with; `limitPlace` is where its page limit is set. */
export interface FitOptions {
  readonly style: DocumentStyle
  readonly assets: ImageAssets
  readonly limitPlace: Place
}

/**
 * Sets an edition within its page limit, at the least cost to its readers: with tighter spacing, then with smaller
 * type, then without the items that it can spare. Adjusts its last page, and reports what was left out, or that even
 * what must be shown is too long. Nothing is drawn.
 */
export function fit(
  inputs: EditionInputs,
  whole: EditionVariant,
  { style, assets, limitPlace }: FitOptions,
  report: Report,
): FitResult {
  const { limit } = inputs.audience
  const withContents = new LayoutsWithContents(new DocumentLayouts(style, assets))
  const layouts = new LayoutsWithColumns((...layout) => withContents.layOut(...layout), limit)
  const trials = new LayoutTrials((...layout) => layouts.layOut(...layout))
  const range = settingRange(inputs.audience, style.theme)
  const omitter = new ItemOmitter(inputs, whole, trials, range)

  const normal = trials.layOut(whole, range.normal)
  const tightest = fits(normal, limit) || !normal.laidOut ? normal : tightened(normal, limit, range, trials)
  const shortened =
    fits(tightest, limit) || !tightest.laidOut ? tightest : omitter.findFirstThatFits(tightest, limit)
  const loosened =
    shortened !== normal && fits(shortened, limit)
      ? loosen(shortened, normal, limit, range, trials)
      : shortened
  const best = fits(loosened, limit) ? adjustLastPage(loosened, range, trials) : loosened

  best.variant.findings.passOn(report)
  best.findings.passOn(report)
  const omitted = omitter.omittedFrom(best.variant)
  const result = (fitted?: FittedEdition): FitResult => ({
    fitted,
    trials: trials.all.map(trial => traceOf(trial, omitter.omittedFrom(trial.variant), limit)),
  })
  if (!best.laidOut) return result()
  if (!fits(best, limit)) {
    reportTooLong(best, omitted.items.length > 0, inputs, limitPlace, report)
    return result()
  }
  reportOmissions(omitted, whole, inputs.audience, report)
  return result({
    variant: best.variant,
    laidOut: best.laidOut,
    setting: best.setting,
    scale: {
      typeSize: best.setting.typeSize / range.normal.typeSize,
      spacing: best.setting.spacing / range.normal.spacing,
    },
    ...namesOf(omitted),
  })
}

/**
 * A trial that is too long in the tightest setting; in the tightest spacing alone where that may be enough, as all spacings
 * of one size of type are composed once.
 */
function tightened(
  normal: LayoutTrial,
  limit: number,
  { tightest }: SettingRange,
  trials: LayoutTrials,
): LayoutTrial {
  if (lengthInPages(normal) <= limit * (1 + SPACING_GAIN)) {
    const closer = trials.layOut(normal.variant, { ...normal.setting, spacing: tightest.spacing })
    if (fits(closer, limit)) return closer
  }
  return trials.layOut(normal.variant, tightest)
}

/** Share of its limit by which an edition may be too long for tighter spacing to be enough, about. */
const SPACING_GAIN = 0.15

function fits({ pages }: LayoutTrial, limit: number): boolean {
  return pages <= limit
}

function traceOf(trial: LayoutTrial, omitted: OmittedContent, limit: number): FitTrial {
  const { setting, laidOut, fill } = trial
  return { ...setting, ...namesOf(omitted), pages: laidOut?.pages, fill, fits: fits(trial, limit) }
}

function namesOf({ items, figures }: OmittedContent): Pick<FitTrial, 'leftOut' | 'figuresLeftOut'> {
  return {
    leftOut: items.map(({ path }) => path),
    figuresLeftOut: figures.map(({ figure }) => figure),
  }
}

import { Findings } from '../diagnostics/index.js'
import { type DocumentStyle, type ImageAssets, type LaidOutDocument, layOut } from '../typeset/index.js'
import type { EditionVariant } from './edition-variant.js'
import type { LayoutSetting } from './layout-setting.js'

/** An edition laid out in one setting. */
export interface LayoutTrial {
  readonly version: EditionVariant
  readonly setting: LayoutSetting
  /** Undefined where laying out found an error; such a trial is as good as endless. */
  readonly laidOut: LaidOutDocument | undefined
  readonly pages: number
  /** Share of the last page that is used, 0 to 1. */
  readonly fill: number
  readonly findings: Findings
}

/** Pages, the last of them counted as far as it is used. */
export function lengthInPages({ pages, fill }: LayoutTrial): number {
  return pages - 1 + fill
}

/** Lays versions out, each in each setting once, and counts how often. */
export class LayoutTrials {
  readonly #known = new Map<EditionVariant, Map<string, LayoutTrial>>()
  #done = 0

  constructor(
    private readonly style: DocumentStyle,
    private readonly assets: ImageAssets,
  ) {}

  get done(): number {
    return this.#done
  }

  get remaining(): number {
    return MAX_LAYOUTS - this.#done
  }

  layOut(version: EditionVariant, setting: LayoutSetting): LayoutTrial {
    const known = this.#known.get(version) ?? new Map<string, LayoutTrial>()
    this.#known.set(version, known)
    const key = `${setting.typeSize} ${setting.spacing}`
    const trial = known.get(key) ?? this.#layOut(version, setting)
    known.set(key, trial)
    return trial
  }

  #layOut(version: EditionVariant, setting: LayoutSetting): LayoutTrial {
    this.#done++
    const findings = new Findings()
    const laidOut = layOut(version.document, { ...this.style, ...setting }, this.assets, findings.report)
    const { pages, fill } = laidOut ?? { pages: Number.POSITIVE_INFINITY, fill: 1 }
    return { version, setting, laidOut, pages, fill, findings }
  }
}

/** Layouts that fitting an edition may cost. */
const MAX_LAYOUTS = 12

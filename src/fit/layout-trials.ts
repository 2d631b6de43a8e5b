import { Findings, type Report } from '../diagnostics/index.js'
import type { Document } from '../markup/index.js'
import type { LaidOutDocument } from '../typeset/index.js'
import type { EditionVariant } from './edition-variant.js'
import type { LayoutSetting } from './layout-setting.js'

/** A variant of an edition, laid out in one setting. */
export interface LayoutTrial {
  readonly variant: EditionVariant
  readonly setting: LayoutSetting
  /** Undefined where layout found an error; such a trial counts as endless. */
  readonly laidOut: LaidOutDocument | undefined
  /** Without those of annexes, which no limit is for. */
  readonly pages: number
  /** Share of the last of these pages that is used, 0 to 1. */
  readonly fill: number
  readonly findings: Findings
}

/** Pages, counting the last only as far as it is used. */
export function lengthInPages({ pages, fill }: Pick<LayoutTrial, 'pages' | 'fill'>): number {
  return pages - 1 + fill
}

/** Lays variants out, each in each setting once, and limits how many layouts there are. */
export class LayoutTrials {
  readonly #known = new Map<EditionVariant, Map<string, LayoutTrial>>()
  readonly #all: LayoutTrial[] = []

  constructor(
    private readonly layOutDocument: (
      document: Document,
      setting: LayoutSetting,
      report: Report,
    ) => LaidOutDocument | undefined,
  ) {}

  /** In the order in which they were made. */
  get all(): readonly LayoutTrial[] {
    return this.#all
  }

  /** Those of a variant that have been made. */
  of(variant: EditionVariant): readonly LayoutTrial[] {
    return this.#all.filter(trial => trial.variant === variant)
  }

  /** Layouts that may still be made. */
  get remaining(): number {
    return MAX_LAYOUTS - this.#all.length
  }

  layOut(variant: EditionVariant, setting: LayoutSetting): LayoutTrial {
    const known = this.#known.get(variant) ?? new Map<string, LayoutTrial>()
    this.#known.set(variant, known)
    const key = `${setting.typeSize} ${setting.spacing}`
    const trial = known.get(key) ?? this.#make(variant, setting)
    known.set(key, trial)
    return trial
  }

  #make(variant: EditionVariant, setting: LayoutSetting): LayoutTrial {
    const findings = new Findings()
    const laidOut = this.layOutDocument(variant.document, setting, findings.report)
    const { pages, fill } = laidOut ?? { pages: Number.POSITIVE_INFINITY, fill: 1 }
    const trial = { variant, setting, laidOut, pages, fill, findings }
    this.#all.push(trial)
    return trial
  }
}

/** Layouts that fitting an edition may cost. */
const MAX_LAYOUTS = 12

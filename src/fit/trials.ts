import { Findings } from '../diagnostics/index.js'
import { type Assets, type LaidOut, layOut, type Style } from '../typeset/index.js'
import type { Setting } from './setting.js'
import type { Version } from './version.js'

/** An edition laid out in one setting. */
export interface Trial {
  readonly version: Version
  readonly setting: Setting
  /** Undefined where laying out found an error; such a trial is as good as endless. */
  readonly laidOut: LaidOut | undefined
  readonly pages: number
  /** Share of the last page that is used, 0 to 1. */
  readonly fill: number
  readonly findings: Findings
}

/** Pages, the last of them counted as far as it is used. */
export function lengthOf({ pages, fill }: Trial): number {
  return pages - 1 + fill
}

/** Lays versions out, each in each setting once, and counts how often. */
export class Trials {
  readonly #known = new Map<Version, Map<string, Trial>>()
  #done = 0

  constructor(
    private readonly style: Style,
    private readonly assets: Assets,
  ) {}

  get done(): number {
    return this.#done
  }

  get left(): number {
    return MOST - this.#done
  }

  lay(version: Version, setting: Setting): Trial {
    const known = this.#known.get(version) ?? new Map<string, Trial>()
    this.#known.set(version, known)
    const key = `${setting.typeSize} ${setting.spacing}`
    const trial = known.get(key) ?? this.#layOut(version, setting)
    known.set(key, trial)
    return trial
  }

  #layOut(version: Version, setting: Setting): Trial {
    this.#done++
    const findings = new Findings()
    const laidOut = layOut(version.document, { ...this.style, ...setting }, this.assets, findings.report)
    const { pages, fill } = laidOut ?? { pages: Number.POSITIVE_INFINITY, fill: 1 }
    return { version, setting, laidOut, pages, fill, findings }
  }
}

/** Layouts that fitting an edition may cost. */
const MOST = 12

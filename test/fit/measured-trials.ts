import { Findings } from '../../src/diagnostics/index.js'
import type { EditionVariant } from '../../src/fit/index.js'
import type { LayoutSetting } from '../../src/fit/layout-setting.js'
import { LayoutTrials } from '../../src/fit/layout-trials.js'
import type { LaidOutDocument } from '../../src/typeset/index.js'

/** A variant of which only its identity counts. */
export const VARIANT = { document: {}, findings: new Findings() } as EditionVariant

/** Trials of which the length in pages is known by the setting, without layout. */
export function measuredTrials(lengthOf: (setting: LayoutSetting) => number): LayoutTrials {
  return new LayoutTrials((_, setting) => {
    const length = lengthOf(setting)
    const pages = Math.max(1, Math.ceil(length - 1e-9))
    return { pages, fill: Math.round((length - pages + 1) * 1e6) / 1e6 } as LaidOutDocument
  })
}

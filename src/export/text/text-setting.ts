import type { Block } from '../../markup/index.js'
import type { ImageAssets } from '../../typeset/index.js'
import type { TwinTargets } from '../shared/twin-targets.js'

/** Where blocks are set as plain text. */
export interface TextSetting {
  readonly targets: TwinTargets
  readonly images: ImageAssets
  /** Columns of a line. */
  readonly width: number
  /** What stands between a label and what it names. */
  readonly colon: string
  /** The notes that were called so far, by their labels. */
  readonly notes: Map<string, string>
  /** Sets the blocks that another holds. */
  readonly setBlocks: (blocks: readonly Block[], setting: TextSetting) => string[]
}

/** Fewer columns than these hold no text; what is nested deeper is set over the edge. */
const LEAST_WIDTH = 24

/** The same with less room for lines. */
export const withRoom = (setting: TextSetting, taken: number): TextSetting => ({
  ...setting,
  width: Math.max(LEAST_WIDTH, setting.width - taken),
})

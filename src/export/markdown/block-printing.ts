import type { Block } from '../../markup/index.js'
import type { ImageAssets } from '../../typeset/index.js'
import type { MarkdownContext } from './markdown-context.js'

/** Where blocks are printed. */
export interface BlockPrinting {
  readonly context: MarkdownContext
  readonly images: ImageAssets
  /** Columns of a line; infinite where lines are not broken. */
  readonly width: number
  /** The language of what is around. */
  readonly lang: string
  /** Prints the blocks that another holds. */
  readonly printBlocks: (blocks: readonly Block[], printing: BlockPrinting) => string[]
}

/** The same with less room for lines. */
export const narrowed = (printing: BlockPrinting, by: number): BlockPrinting => ({
  ...printing,
  width: printing.width - by,
})

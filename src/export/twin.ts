import type { EditionFormat } from '../edition/index.js'
import type { Document } from '../markup/index.js'
import type { DocumentStyle, ImageAssets } from '../typeset/index.js'

/** The same edition in another format than PDF. */
export type TwinFormat = Exclude<EditionFormat, 'pdf'>

/** What a twin is printed from: the block tree of an edition, and what its pages are set with. */
export interface TwinContent {
  /** As it was fitted to its pages, so that a twin says what they say; or with all that it shows where nothing is left out. */
  readonly document: Document
  readonly style: DocumentStyle
  readonly images: ImageAssets
}

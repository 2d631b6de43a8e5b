import type { Document } from '../markup/index.js'
import type { DocumentStyle, ImageAssets } from '../typeset/index.js'

/** The same edition in another format than PDF, by the ending of its file. */
export const TWIN_FORMATS = ['html', 'docx', 'md', 'txt', 'png'] as const
export type TwinFormat = (typeof TWIN_FORMATS)[number]

/** What a twin is printed from: the block tree of an edition, and what its pages are set with. */
export interface TwinContent {
  /** As it was fitted to its pages, so that a twin says what they say; or with all that it shows where nothing is left out. */
  readonly document: Document
  readonly style: DocumentStyle
  readonly images: ImageAssets
}

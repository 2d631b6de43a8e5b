import type { Block, Document, Note } from '../../markup/index.js'
import type { DocumentIndex, DocumentStyle, StyleSheet } from '../../typeset/index.js'
import type { HeadingRanks } from './heading-ranks.js'
import type { PageIds } from './page-ids.js'
import type { PagePictures } from './page-pictures.js'
import type { UsedStyles } from './used-styles.js'

/** What a block is printed in. */
export interface HtmlContext {
  readonly document: Document
  readonly style: DocumentStyle
  readonly sheet: StyleSheet
  readonly index: DocumentIndex
  readonly ids: PageIds
  readonly ranks: HeadingRanks
  readonly pictures: PagePictures
  readonly used: UsedStyles
  /** Those that were called so far, in the order of their calls. */
  readonly notes: Note[]
  /** Names of complementary landmarks so far. */
  readonly landmarks: Set<string>
  /** BCP 47: of what is around. */
  readonly lang: string
  /** Of what is around, in rem: on a wide screen, and on one of 320 pixels. */
  readonly room: ColumnRoom
  /** Within a landmark other than the main one. */
  readonly inLandmark: boolean
  /** Prints the blocks in a container: the one way back to the top of the tree. */
  readonly printBlocks: (blocks: readonly Block[], context: HtmlContext) => string
}

export interface ColumnRoom {
  readonly wide: number
  readonly narrow: number
}

/** The room of a share of a column, and less by so much that frames take. */
export const roomWithin = ({ wide, narrow }: ColumnRoom, share: number, less = 0): ColumnRoom => ({
  wide: wide * share - less,
  narrow: narrow - less,
})

import type { Report } from '../../diagnostics/index.js'
import type { PageOrientation } from '../../edition/index.js'
import type { Block, Table } from '../../markup/index.js'
import type { TypesetSession } from '../lines/typeset-session.js'
import type { LayoutNode } from '../nodes/layout-nodes.js'
import type { StructureElement } from '../nodes/structure-element.js'
import type { StyleSheet, TextStyle } from '../theme/style-sheet.js'
import type { DocumentIndex } from './document-index.js'
import type { InlineContext } from './inline-context.js'
import type { InlineComposer } from './inlines.js'

/** What a block is composed in. */
export interface ComposeContext {
  readonly sheet: StyleSheet
  readonly inlines: InlineComposer
  readonly report: Report
  /** Measures words, where a column must know how wide its widest is. */
  readonly session: TypesetSession
  readonly textStyle: TextStyle
  /** The element that blocks become part of. */
  readonly element: StructureElement
  /** BCP 47. */
  readonly lang: string
  /** Where the lines of paragraphs end evenly; `left` if left out. */
  readonly align?: 'left' | 'right'
  /** Figures run from left to right in every language, signs and units with them. */
  readonly isOfFigures?: boolean
  readonly index: DocumentIndex
  /** The colour that what is composed stands on. */
  readonly ground: string
  /** Points. */
  readonly width: number
  /** Points: the longest line of running text. */
  readonly measure: number
  /** Points of the width that running text leaves free at the end of its lines, which would be too long otherwise. */
  readonly spare: number
  /** The widths of what is as wide as all columns, where text flows through several. */
  readonly whole: Pick<ComposeContext, 'width' | 'spare'> | undefined
  /** Whether it is known, and reported, that words have no room: tables see to their cells themselves. */
  readonly isRoomChecked: boolean
  /** Within the masthead: no bookmarks. */
  readonly inMasthead: boolean
  /** Tables that may stand on pages of their own that lie, and how wide these are; undefined where no pages are wider than these. */
  readonly lying: LyingPages | undefined
  /** Height of a page's body, in points: a picture is never higher. */
  readonly bodyHeight: number
  readonly images: ReadonlyMap<string, { readonly width: number; readonly height: number }>
  /** Composes the blocks in a container: the one way back to the top of the tree. */
  readonly composeBlocks: (blocks: readonly Block[], context: ComposeContext) => SpacedNode[]
}

export interface LyingPages {
  /** Points. */
  readonly width: number
  /** Those that stand between the blocks of the document, where a page can begin and end. */
  readonly tables: ReadonlySet<Table>
}

/** A node and the space that it wants around it, in points: between two nodes the greater one counts. */
export interface SpacedNode {
  /** How the pages of its own stand that it needs. */
  readonly orientation?: PageOrientation
  readonly node: LayoutNode
  readonly before: number
  readonly after: number
}

/** What words of a block inherit: its element, unless another is given, its language and its edges. */
export const elementAndLang = (
  { element, lang, align = 'left', isOfFigures }: ComposeContext,
  inner: StructureElement = element,
): Pick<InlineContext, 'lang' | 'align' | 'isOfFigures'> & { element: StructureElement } => ({
  element: inner,
  lang,
  align,
  ...(isOfFigures ? { isOfFigures } : {}),
})

import type { FileChild, ImageRun, Paragraph, ParagraphChild, Table as WordTable } from 'docx'
import type { Report } from '../../diagnostics/index.js'
import type { Block, Heading } from '../../markup/index.js'
import type { DocumentIndex, DocumentStyle } from '../../typeset/index.js'
import type { Bookmarks } from './bookmarks.js'
import type { EstimatedHeights } from './estimated-heights.js'
import type { WordLists } from './lists-of-word.js'
import type { EdgeLine } from './paragraph-look.js'
import type { Surroundings } from './style-kinds.js'
import type { WordStyles } from './word-styles.js'

/** What stands in a document, a cell or a box of Word. */
export type WordBlock = Paragraph | WordTable
export type { FileChild, ParagraphChild }

/** A picture as Word keeps it, and its size in pixels as it stands upright. */
export interface WordPicture {
  run(points: { readonly width: number; readonly height: number }, alt: string): ImageRun
  readonly width: number
  readonly height: number
}

/** What a block is written in. Lengths are points. */
export interface WordContext extends Surroundings {
  readonly styles: WordStyles
  readonly bookmarks: Bookmarks
  readonly index: DocumentIndex
  readonly lists: WordLists
  /** Where the numbers of pages are to be known; undefined where nothing names any. */
  readonly heights: EstimatedHeights | undefined
  readonly style: DocumentStyle
  readonly report: Report
  /** BCP 47. */
  readonly lang: string
  /** That of the document, whose pages all run one way. */
  readonly documentLang: string
  /** From edge to edge, and from the left edge to where the words of what is nested begin. */
  readonly width: number
  readonly left: number
  /** Whether it stands in a table, or in a box, which is one of one cell. */
  readonly inTable: boolean
  /** How deep it is nested in lists. */
  readonly depth: number
  /** Figures run from left to right in every language. */
  readonly isOfFigures?: boolean
  readonly align?: 'left' | 'right' | 'center'
  /** What is kept with what follows it, as the rows of a table's head. */
  readonly keepNext?: boolean
  /** Lines over and under the one paragraph that is written in it. */
  readonly over?: EdgeLine | undefined
  readonly under?: EdgeLine | undefined
  /** The first heading of the first level: the title of the document. */
  readonly title: Heading | undefined
  readonly pictures: ReadonlyMap<string, WordPicture>
  /** Writes the blocks in a container: the one way back to the top of the tree. */
  readonly writeBlocks: (blocks: readonly Block[], context: WordContext) => WordBlock[]
}

import type { Range } from '../../diagnostics/index.js'
import type { ProseLine } from './prose-lines.js'

/** The blocks that a prose field takes besides paragraphs: none, lists, or those of long prose as well. */
export type ProseBlockKinds = 'none' | 'lists' | 'long'

/** A block of Markdown that prose may have where its field takes it. */
export type ProseBlock =
  | ProseParagraph
  | ProseList
  | ProseHeading
  | ProseTable
  | ProseBlockQuotation
  | ProsePicture
  | ProseNote

export interface ProseParagraph {
  readonly kind: 'paragraph'
  /** Without the white space around them; none is empty. */
  readonly lines: readonly ProseLine[]
  /** Set in by four spaces or more after an empty line, as code is in Markdown. */
  readonly indented: boolean
}

export interface ProseList {
  readonly kind: 'list'
  readonly ordered: boolean
  /** Of its first mark. */
  readonly start: number
  /** The first mark as it is written. */
  readonly mark: string
  readonly items: readonly (readonly ProseBlock[])[]
}

/** A sub-heading: `## What it costs`. */
export interface ProseHeading {
  readonly kind: 'heading'
  /** As many as it has signs. */
  readonly level: number
  /** Of its first sign. */
  readonly start: number
  /** Its words, one line. */
  readonly lines: readonly ProseLine[]
}

export type ProseColumnAlign = 'left' | 'center' | 'right' | undefined

/** A pipe table (GitHub Flavored Markdown 0.29, 4.10). */
export interface ProseTable {
  readonly kind: 'table'
  readonly head: ProseTableRow
  /** The row of dashes below the head. */
  readonly rule: ProseTableRow
  readonly aligns: readonly ProseColumnAlign[]
  readonly rows: readonly ProseTableRow[]
}

/** A row of a table with its cells, each without the white space around it. */
export interface ProseTableRow extends Range {
  readonly cells: readonly ProseLine[]
}

/** Words that are quoted as a block, each line of them after `>`. */
export interface ProseBlockQuotation extends Range {
  readonly kind: 'quotation'
  /** What was said. */
  readonly blocks: readonly ProseBlock[]
  /** Who said it, in a last line that a dash begins: `— Ines Vela, mayor [@courier]`. */
  readonly attribution: ProseParagraph | undefined
}

/** A picture on a line of its own: `![what it shows](map.png "Its caption")`. */
export interface ProsePicture extends Range {
  readonly kind: 'picture'
  readonly alt: ProseLine
  readonly file: string
  readonly caption: ProseLine | undefined
}

/** The text of a note: `[^1]: It was read twice.`; further paragraphs are indented. */
export interface ProseNote extends Range {
  readonly kind: 'note'
  readonly label: string
  readonly blocks: readonly ProseBlock[]
}

/** The text of a paragraph or a heading, as inline Markdown. */
export const proseParagraphText = ({ lines }: Pick<ProseParagraph, 'lines'>): string =>
  lines.map(({ text }) => text).join('\n')

/** The blocks of a text and those within them, in order. */
export function* allProseBlocks(blocks: readonly ProseBlock[]): Generator<ProseBlock> {
  for (const block of blocks) {
    yield block
    if (block.kind === 'list') for (const item of block.items) yield* allProseBlocks(item)
    else if (block.kind === 'quotation' || block.kind === 'note') yield* allProseBlocks(block.blocks)
    if (block.kind === 'quotation' && block.attribution) yield block.attribution
  }
}

/** The texts of a block itself, not of those within it: each is inline Markdown by itself. */
export function inlineTextsOf(block: ProseBlock): readonly (readonly ProseLine[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.lines]
    case 'table':
      return [block.head, ...block.rows].flatMap(({ cells }) => cells.map(cell => [cell]))
    case 'picture':
      return [block.alt, block.caption].flatMap(line => (line ? [[line]] : []))
    default:
      return []
  }
}

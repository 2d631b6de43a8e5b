import type { Banner } from '../../edition/index.js'
import type { PageClass } from '../html/vocabulary.js'
import type { DiagramData, DiagramStrings } from './diagrams.js'
import type { DocumentNode, Inline, InlineText } from './inlines.js'

/** What is printed: a tree of blocks, independent of HTML, of Handlebars and of PDF. */
export interface Document {
  /** BCP 47. */
  readonly lang: string
  readonly title: string
  readonly authors: readonly string[]
  readonly subject: string
  readonly keywords: readonly string[]
  /** The markings shown on every page, one of each scheme. */
  readonly banners: readonly Banner[]
  /** Text of the running header and footer. `page_of` contains `{page}` and `{pages}`. */
  readonly running: {
    readonly organisation: string
    readonly audience: string
    readonly title: string
    readonly page_of: string
    /** What each page says of the document, each by itself. */
    readonly notes: readonly string[]
  }
  readonly blocks: readonly Block[]
  readonly sources: readonly NumberedSource[]
}

/** A source that the document cites; numbered from 1 in the order of first reference. */
export interface NumberedSource {
  readonly number: number
  readonly id: string
  /** Who wrote it, what it is called, and of when it is: its entry in few words, for notes beside the text. */
  readonly short: string
}

export type Block =
  | Section
  | Heading
  | Paragraph
  | List
  | DefinitionList
  | Table
  | Meter
  | Ticks
  | BlockQuote
  | Figure
  | Diagram
  | Aside
  | Masthead
  | ColumnLayout
  | ThematicBreak
  | PageBreak
  | TableOfContents
  | SourceList

/** What may be as wide as all columns where text flows through several. */
interface SpanningNode extends DocumentNode {
  readonly spansColumns?: boolean
}
export interface Section extends SpanningNode {
  readonly kind: 'section'
  readonly style: string | undefined
  readonly id: string | undefined
  /** What pages of its own it begins and ends; undefined where it shares those of what is around it. */
  readonly page: PageClass | undefined
  readonly children: readonly Block[]
}
export interface Heading extends DocumentNode {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly style: string | undefined
  /** Unique in the document; bookmarks and the table of contents link to it. */
  readonly id: string
  readonly children: readonly Inline[]
}
export interface Paragraph extends DocumentNode {
  readonly kind: 'paragraph'
  readonly style: string | undefined
  readonly children: readonly Inline[]
}
export interface List extends DocumentNode {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly style: string | undefined
  readonly items: readonly (readonly Block[])[]
}
/** Terms with their definitions: dates with events, a glossary, questions and answers. */
export interface DefinitionList extends DocumentNode {
  readonly kind: 'definitions'
  readonly style: string | undefined
  readonly entries: readonly { readonly term: readonly Inline[]; readonly body: readonly Block[] }[]
}
export interface Table extends SpanningNode {
  readonly kind: 'table'
  readonly style: string | undefined
  readonly caption: readonly Inline[] | undefined
  /** Relative widths, one for each column; only their ratios matter. */
  readonly widths: readonly number[]
  readonly head: readonly Row[]
  readonly body: readonly Row[]
}
export interface Row extends DocumentNode {
  readonly cells: readonly Cell[]
}
export interface Cell extends DocumentNode {
  readonly header: 'column' | 'row' | undefined
  /** Columns that it spans. */
  readonly span: number
  /** Rows that it spans, none of them beyond the head or body that it stands in. */
  readonly rows: number
  readonly children: readonly Block[]
}
/** A value on a scale as a small mark, which is read as the text that it holds. */
export interface Meter extends DocumentNode {
  readonly kind: 'meter'
  readonly shape: MeterShape
  readonly scale: MeterScale
  readonly children: readonly InlineText[]
}
/** A value and the ends of its scale, all whole numbers. */
export interface MeterScale {
  readonly value: number
  readonly min: number
  readonly max: number
}
export const METER_SHAPES = ['squares', 'boxes', 'line'] as const
export type MeterShape = (typeof METER_SHAPES)[number]
/** Words over the points of the lines that stand in the cells below: of the two ends, and of what is between them. */
export interface Ticks extends DocumentNode {
  readonly kind: 'ticks'
  readonly labels: readonly (readonly Inline[])[]
}
export interface BlockQuote extends DocumentNode {
  readonly kind: 'quotation'
  readonly style: string | undefined
  readonly lang: string | undefined
  readonly children: readonly Block[]
  readonly attribution: readonly Inline[] | undefined
}
export interface Figure extends SpanningNode {
  readonly kind: 'figure'
  /** Path of a picture, relative to the brief. */
  readonly source: string
  readonly alt: string
  /** Share of the column's width, 0 to 1. */
  readonly width: number
  /** Above the picture, and below it. */
  readonly title: readonly Inline[] | undefined
  readonly caption: readonly Inline[] | undefined
}
/** A figure that is drawn from the data of the brief. */
export interface Diagram extends SpanningNode {
  readonly kind: 'diagram'
  readonly data: DiagramData
  readonly words: DiagramStrings
  /** Above the figure, and below it. */
  readonly title: readonly Inline[] | undefined
  readonly caption: readonly Inline[] | undefined
}
export interface Aside extends SpanningNode {
  readonly kind: 'aside'
  readonly style: string | undefined
  readonly children: readonly Block[]
}
/** The head of the first page. */
export interface Masthead extends DocumentNode {
  readonly kind: 'masthead'
  readonly children: readonly Block[]
}
export interface ColumnLayout extends DocumentNode {
  readonly kind: 'columns'
  readonly widths: readonly number[]
  readonly columns: readonly (readonly Block[])[]
  /**
   * `auto` where its content may stand in these columns or flow through as many of equal width, whichever keeps the page
   * limit; `one` where it flows.
   */
  readonly flow?: 'auto' | 'one'
}
export interface ThematicBreak extends DocumentNode {
  readonly kind: 'rule'
}
/** What follows begins a page; nothing where a page begins anyway, or the document ends. */
export interface PageBreak extends DocumentNode {
  readonly kind: 'page-break'
}
/** A list of the document's headings of levels 2 and 3, with page numbers. */
export interface TableOfContents extends DocumentNode {
  readonly kind: 'contents'
}
/** The cited sources; each entry links back to the first reference to it, by its number. */
export interface SourceList extends DocumentNode {
  readonly kind: 'sources'
  /** False where one source needs no number; its entry is then a paragraph. */
  readonly numbered: boolean
  readonly entries: readonly {
    readonly number: number
    readonly id: string
    /** What the link back says: `source 1 in the text`. */
    readonly spoken: string
    readonly children: readonly Inline[]
  }[]
}

import type { ColumnAlignment } from '../../brief/index.js'
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
  /** What stands across each page, behind its text: that it is a draft, and until when nobody may publish it. */
  readonly overlay: readonly string[]
  /** What a twin without pages needs words for that pages do not say. */
  readonly aids: DocumentAids
  readonly blocks: readonly Block[]
  readonly sources: readonly NumberedSource[]
}

/** Words by which readers find their way in a document without pages. */
export interface DocumentAids {
  readonly skip_to_text: string
  readonly contents: string
  readonly notes: string
  /** Contains `{label}`. */
  readonly note_in_text: string
  readonly table: string
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
  | TickBox
  | SignatureLine
  | BlockQuote
  | Figure
  | Diagram
  | Aside
  | Masthead
  | ColumnLayout
  | ParallelText
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
  /** The number of its first paragraph, in a section whose paragraphs are numbered and go on from no other. */
  readonly start?: number
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
  /** Of a paragraph that can be referred to by its number. */
  readonly number?: number
  readonly children: readonly Inline[]
}
export interface List extends DocumentNode {
  readonly kind: 'list'
  /** It belongs to a numbered paragraph, and begins where the words of that do. */
  readonly underNumber?: boolean
  readonly ordered: boolean
  readonly style: string | undefined
  readonly items: readonly (readonly Block[])[]
}
/** Terms with their definitions: dates with events, a glossary, questions and answers. */
export interface DefinitionList extends DocumentNode {
  readonly kind: 'definitions'
  /** As of a list. */
  readonly underNumber?: boolean
  readonly style: string | undefined
  readonly entries: readonly { readonly term: readonly Inline[]; readonly body: readonly Block[] }[]
}
export interface Table extends SpanningNode {
  readonly kind: 'table'
  /** What references call it. */
  readonly id?: string | undefined
  readonly style: string | undefined
  readonly caption: readonly Inline[] | undefined
  /** Relative widths, one for each column; only their ratios matter. */
  readonly widths: readonly number[]
  /** Columns are as wide as what they hold asks for, and their `widths` mean nothing. */
  readonly isFitted?: boolean
  /** Where it is too wide for its page, it may stand on one of its own that lies. */
  readonly wide?: 'turn'
  readonly head: readonly Row[]
  readonly body: readonly Row[]
  /** Lines below it, such as what a sign stands for and where the figures are from. */
  readonly foot?: readonly Block[]
}
export interface Row extends DocumentNode {
  readonly cells: readonly Cell[]
  /** Set apart from the rows above it, as their sum. */
  readonly isTotal?: boolean
}
export interface Cell extends DocumentNode {
  readonly header: 'column' | 'row' | undefined
  /** Columns that it spans. */
  readonly span: number
  /** Rows that it spans, none of them beyond the head or body that it stands in. */
  readonly rows: number
  readonly align?: ColumnAlignment
  /** Where it is aligned on the decimal sign: characters of its text before that. */
  readonly decimalAt?: number
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
/** A box to tick by hand, which is read as the text that it holds. */
export interface TickBox extends DocumentNode {
  readonly kind: 'tick-box'
  readonly children: readonly InlineText[]
}
/** A line to write on by hand, above the words that say what is to be written there. */
export interface SignatureLine extends DocumentNode {
  readonly kind: 'signature-line'
  /** Points; a narrower column makes it shorter. */
  readonly length: number
  readonly children: readonly Inline[]
}
export interface BlockQuote extends DocumentNode {
  readonly kind: 'quotation'
  /** As of a list. */
  readonly underNumber?: boolean
  readonly style: string | undefined
  readonly lang: string | undefined
  readonly children: readonly Block[]
  readonly attribution: readonly Inline[] | undefined
}
export interface Figure extends SpanningNode {
  readonly kind: 'figure'
  /** What references call it. */
  readonly id?: string | undefined
  /** `logo` for the mark of a house, which is as high as its theme says. */
  readonly style: string | undefined
  /** Path of a picture, relative to the brief, or to `folder`. */
  readonly source: string
  /** That of the template or the house's style which names the picture, relative to the workspace; undefined where the brief does. */
  readonly folder: string | undefined
  readonly alt: string
  /** Share of the column's width, 0 to 1. */
  readonly width: number
  /** Above the picture, and below it. */
  readonly title: readonly Inline[] | undefined
  readonly caption: readonly Inline[] | undefined
  /** Who made it, in small type below. */
  readonly credit?: readonly Inline[] | undefined
}
/** A figure that is drawn from the data of the brief. */
export interface Diagram extends SpanningNode {
  readonly kind: 'diagram'
  /** What references call it. */
  readonly id?: string | undefined
  readonly data: DiagramData
  readonly words: DiagramStrings
  /** Above the figure, and below it. */
  readonly title: readonly Inline[] | undefined
  readonly caption: readonly Inline[] | undefined
  readonly credit?: readonly Inline[] | undefined
}
export interface Aside extends SpanningNode {
  readonly kind: 'aside'
  /** What references call it. */
  readonly id?: string | undefined
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
/** The same text in several languages side by side, paragraph beside paragraph; it is read one language after the other. */
export interface ParallelText extends DocumentNode {
  readonly kind: 'parallel'
  readonly widths: readonly number[]
  readonly columns: readonly ParallelColumn[]
}
export interface ParallelColumn {
  /** BCP 47. */
  readonly lang: string
  readonly children: readonly Block[]
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
  /** What it lists instead: what other documents of the same file begin with. */
  readonly entries?: readonly Heading[]
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

import type { Place } from '../diagnostics/index.js'
import type { DiagramData, DiagramWords } from './diagrams.js'

/** What is printed: a closed tree that knows nothing of HTML, of Handlebars or of PDF. */
export interface Document {
  /** BCP 47. */
  readonly lang: string
  readonly title: string
  readonly authors: readonly string[]
  readonly subject: string
  readonly keywords: readonly string[]
  /** The marking shown on every page. */
  readonly banner: string | undefined
  /** Words of the running header and footer. `page_of` holds `{page}` and `{pages}`. */
  readonly running: {
    readonly left: string
    readonly right: string
    readonly page_of: string
    readonly note: string | undefined
  }
  readonly blocks: readonly Block[]
  readonly sources: readonly CitedSource[]
}

/** A source that the document cites, in order of first mention, numbered from 1. */
export interface CitedSource {
  readonly number: number
  readonly id: string
}

interface Node {
  /** In the brief where the text comes from there, else in the template. */
  readonly place: Place
}

export type Block =
  | Section
  | Heading
  | Paragraph
  | List
  | Definitions
  | Table
  | Quotation
  | Figure
  | Diagram
  | Aside
  | Masthead
  | Columns
  | Rule
  | Contents
  | SourceList

export interface Section extends Node {
  readonly kind: 'section'
  readonly style: string | undefined
  readonly id: string | undefined
  readonly children: readonly Block[]
}
export interface Heading extends Node {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4
  readonly style: string | undefined
  /** Unique in the document; bookmarks and the contents list lead to it. */
  readonly id: string
  readonly children: readonly Inline[]
}
export interface Paragraph extends Node {
  readonly kind: 'paragraph'
  readonly style: string | undefined
  readonly children: readonly Inline[]
}
export interface List extends Node {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly style: string | undefined
  readonly items: readonly (readonly Block[])[]
}
/** Terms with what belongs to each: a rail of dates, a glossary, questions and answers. */
export interface Definitions extends Node {
  readonly kind: 'definitions'
  readonly style: string | undefined
  readonly entries: readonly { readonly term: readonly Inline[]; readonly body: readonly Block[] }[]
}
export interface Table extends Node {
  readonly kind: 'table'
  readonly style: string | undefined
  readonly caption: readonly Inline[] | undefined
  /** Shares of the width, one a column; they need not add up to anything. */
  readonly widths: readonly number[]
  readonly head: readonly Row[]
  readonly body: readonly Row[]
}
export interface Row extends Node {
  readonly cells: readonly Cell[]
}
export interface Cell extends Node {
  readonly header: 'column' | 'row' | undefined
  readonly span: number
  readonly children: readonly Block[]
}
export interface Quotation extends Node {
  readonly kind: 'quotation'
  readonly style: string | undefined
  readonly lang: string | undefined
  readonly children: readonly Block[]
  readonly attribution: readonly Inline[] | undefined
}
export interface Figure extends Node {
  readonly kind: 'figure'
  /** Path of a picture, relative to the brief. */
  readonly source: string
  readonly alt: string
  /** Share of the column's width, 0 to 1. */
  readonly width: number
  readonly caption: readonly Inline[] | undefined
}
/** A figure that is drawn from the brief's own data. */
export interface Diagram extends Node {
  readonly kind: 'diagram'
  readonly data: DiagramData
  readonly words: DiagramWords
  readonly caption: readonly Inline[] | undefined
}
export interface Aside extends Node {
  readonly kind: 'aside'
  readonly style: string | undefined
  readonly children: readonly Block[]
}
/** The head of the first page. */
export interface Masthead extends Node {
  readonly kind: 'masthead'
  readonly children: readonly Block[]
}
export interface Columns extends Node {
  readonly kind: 'columns'
  readonly widths: readonly number[]
  readonly columns: readonly (readonly Block[])[]
}
export interface Rule extends Node {
  readonly kind: 'rule'
}
/** A list of the document's headings of levels 2 and 3, with page numbers. */
export interface Contents extends Node {
  readonly kind: 'contents'
}
/** The cited sources; each entry is numbered and leads back to its first mention. */
export interface SourceList extends Node {
  readonly kind: 'sources'
  readonly entries: readonly {
    readonly number: number
    readonly id: string
    readonly children: readonly Inline[]
  }[]
}

export type Inline = Word | Strong | Emphasis | Superscript | Link | Reference | Span | Break

export interface Word extends Node {
  readonly kind: 'text'
  readonly text: string
}
export interface Strong extends Node {
  readonly kind: 'strong'
  readonly children: readonly Inline[]
}
export interface Emphasis extends Node {
  readonly kind: 'emphasis'
  readonly children: readonly Inline[]
}
export interface Superscript extends Node {
  readonly kind: 'superscript'
  readonly children: readonly Inline[]
}
export interface Link extends Node {
  readonly kind: 'link'
  /** `https:`, `http:`, `mailto:`, `tel:`, or `#id` of a heading. */
  readonly href: string
  readonly children: readonly Inline[]
}
/** A citation: leads to its entry in the list of sources. */
export interface Reference extends Node {
  readonly kind: 'reference'
  readonly source: string
  readonly number: number
  /** What is printed, such as `1` or `1, para. 4`. */
  readonly label: string
  /** The first mention of its source, to which the source's entry leads back. */
  readonly first: boolean
  /** Raised, as in running text; otherwise on the line, as in the attribution of a quotation. */
  readonly raised: boolean
}
/** Inline text in another style or another language. */
export interface Span extends Node {
  readonly kind: 'span'
  readonly style: string | undefined
  readonly lang: string | undefined
  readonly children: readonly Inline[]
}
export interface Break extends Node {
  readonly kind: 'break'
}

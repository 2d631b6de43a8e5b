import type { Line } from './line.js'
import type { Bookmark, LayoutNodeBase, Margin, ParagraphNode } from './paragraph.js'
import type { PdfmakeVector } from './pdfmake-classes.js'
import type { MarkedContent } from './structure-element.js'

/** Some lines of a paragraph that is laid out in parts. */
export interface LinesNode extends LayoutNodeBase {
  readonly kind: 'lines'
  readonly lines: readonly Line[]
  /** Leads to the first line. */
  readonly outline?: Bookmark
}

/** What is drawn around a stack, on every page that it reaches. Lengths are points. */
export interface BoxFrame {
  /** Multiplied above and below by the spacing of the layout. */
  readonly padding: Margin
  /** Room above and below that no spacing changes. */
  readonly inset?: { readonly top: number; readonly bottom: number }
  readonly fill?: string | undefined
  readonly bar?: BorderLine | undefined
  /** The bar is at the right. */
  readonly barAtRight?: boolean
  readonly top?: BorderLine | undefined
  /** The line above separates it from what is before it: neither line nor padding stands above it at the top of a page. */
  readonly isSeparator?: boolean
  readonly bottom?: BorderLine | undefined
  readonly rail?: TimelineRail | undefined
  readonly minHeight?: number
  /** Of a box that is broken across columns, which goes on above or below. */
  readonly isPart?: boolean
  /** The frame is the content: a line across the column. */
  readonly rule?: boolean
}
export interface BorderLine {
  readonly colour: string
  readonly width: number
}
/** A vertical line at `x` from the left of the frame, with a dot `y` below its top. */
export interface TimelineRail extends BorderLine {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly dot: string
  readonly first: boolean
  readonly last: boolean
}

/** Stands left of the first line of a stack, which is indented by the marker's room. */
export interface ListMarker {
  readonly line: Line
  /** Points from the marker's left edge to the text; a right-aligned marker ends `gap` before it. */
  readonly indent: number
  readonly gap: number
  readonly alignRight: boolean
}

/** Shapes and lines of words, placed from the left and top edges of their container. */
export interface PlacedDrawing {
  readonly vectors: readonly PdfmakeVector[]
  readonly lines: readonly DrawingLine[]
}
export interface DrawingLine {
  readonly line: Line
  readonly x: number
  /** Points from the top of the drawing to the top of the type. */
  readonly y: number
}

export interface StackNode extends LayoutNodeBase {
  readonly kind: 'stack'
  readonly stack: readonly LayoutNode[]
  readonly drawing?: PlacedDrawing
  readonly frame?: BoxFrame | undefined
  readonly marker?: ListMarker | undefined
  /** It is nothing but the end of a page: what comes next in the stack around it begins one. */
  readonly endsPage?: boolean
}

/** A column and its width in points. */
export interface FlowColumn {
  readonly width: number
  readonly node: LayoutNode
}
export interface ColumnsNode extends LayoutNodeBase {
  readonly kind: 'columns'
  readonly columns: readonly FlowColumn[]
  readonly gap: number
  /** It goes on over pages wherever all that begins in it has room, however low it is. */
  readonly breaks?: boolean
  /** Frames in the columns are drawn equally high. */
  readonly equal?: boolean
  /** The children of the only column flow over `balance` columns of equal height. */
  readonly balance?: number
  /** Points: what flows begins at multiples of it, as far as no spacing has to be tighter. */
  readonly grid?: number | undefined
  /** Points: boxes that are higher flow on in the next column. */
  readonly unbroken?: number
}

/** A cell, from the column and the row in which it begins. */
export interface TableCellNode {
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  /** Where its column is aligned on the decimal sign: characters of its text before that. */
  readonly decimalAt?: number
  readonly node: LayoutNode
}
export type TableRowNode = readonly TableCellNode[]

/** Lengths are points; `y` is multiplied by the spacing of the layout. */
export interface TableLook {
  /** At each side of the words of a cell, but for the edges of the table. */
  readonly paddingX: number
  readonly paddingY: number
  /** Between rows and below the last. */
  readonly line: BorderLine | undefined
  /** Over the first row and under the head. */
  readonly headLine: BorderLine | undefined
  readonly headFill: string | undefined
  /** Cells stand in the middle of the height of their row, not at its top. */
  readonly isCentred: boolean
  /** Over a totals row. */
  readonly totalLine: BorderLine | undefined
  /** Rows that a cell over several of them ties together have no line between them. */
  readonly isGrouped: boolean
}
export interface TableNode extends LayoutNodeBase {
  readonly kind: 'table'
  /** Of the columns, without padding. */
  readonly widths: readonly number[]
  readonly rows: readonly TableRowNode[]
  /** The first rows, which every page of the table repeats. */
  readonly headRows: number
  /** Those that sum others up, by their numbers. */
  readonly totals?: ReadonlySet<number>
  /** Below the last row, on the page of that. */
  readonly foot?: LayoutNode
  readonly look: TableLook
}

export interface ImageNode extends LayoutNodeBase {
  readonly kind: 'image'
  readonly image: string
  readonly width: number
  readonly height: number
  readonly markedContent: MarkedContent
}
export type LayoutNode = ParagraphNode | LinesNode | StackNode | ColumnsNode | TableNode | ImageNode

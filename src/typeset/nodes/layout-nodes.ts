import type { Place } from '../../diagnostics/index.js'
import type { PdfmakeLine, PdfmakeVector } from './pdfmake-classes.js'
import type { Artifact, MarkedContent } from './structure-element.js'
import type { Word } from './word.js'

/** A stretch of text in one style: everything that measuring and drawing ask of it. */
export interface TextRun {
  text: string
  readonly place: Place
  /** Its place in reading order, or the artifact that it is of. */
  readonly markedContent: MarkedContent | Artifact
  /** BCP 47. */
  readonly lang: string
  /** Embedding level by the Unicode Bidirectional Algorithm: odd levels run from right to left. */
  readonly level: number
  /** Shared by runs that no end of an isolate or mark of direction separates whose level is lower than both theirs. */
  readonly apart: IsolateBoundary | undefined
  readonly family: string
  readonly bold: boolean
  readonly italics: boolean
  /** Points. */
  readonly size: number
  /** Points from baseline to baseline. */
  readonly leading: number
  readonly colour: string
  /** Points between characters. */
  readonly letterSpacing: number
  /** Points above the baseline. */
  readonly baselineShift: number
  readonly align: 'left' | 'right' | 'center'
  /** Colour behind the words. */
  readonly background: string | undefined
  readonly underline: boolean
  /** Web address. */
  readonly url: string | undefined
  /** Name of a destination in the document. */
  readonly goto: string | undefined
  /** Names of destinations at the run's first word. */
  readonly anchors: readonly string[]
  /** Destination whose page number the run prints. */
  readonly pageOf: string | undefined
}

/** What separates a run from the one before it; its level is lower than that of both. */
export interface IsolateBoundary {
  readonly level: number
}

/** Points: left, top, right, bottom. */
export type Margin = [number, number, number, number]

interface LayoutNodeBase {
  margin?: Margin
  _margin?: Margin
  /** Never broken by a page, where it is not higher than one. */
  keepTogether?: boolean
  /** Never separated by a page break from the node after it. */
  keepWithNext?: boolean
  resetXY?(): void
}

export interface ParagraphNode extends LayoutNodeBase {
  text: readonly TextRun[]
  /** Destinations at the first line. */
  anchors?: string[]
  outline?: { readonly title: string; readonly level: number }
  /** Set in lines of even length, and never hyphenated. */
  balanceLines?: boolean
  /** Lines that are broken already, of a paragraph that is laid out in parts. */
  lines?: readonly PdfmakeLine[]
  positions?: unknown[]
}

/** What is drawn around a stack, on every page that it reaches. Lengths are points. */
export interface BoxFrame {
  readonly padding: Margin
  readonly fill?: string | undefined
  readonly bar?: BorderLine | undefined
  /** The bar is at the right. */
  readonly barAtRight?: boolean
  readonly top?: BorderLine | undefined
  readonly bottom?: BorderLine | undefined
  readonly rail?: TimelineRail | undefined
  minHeight?: number
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
  readonly runs: readonly TextRun[]
  /** Points from the marker's left edge to the text; a right-aligned marker ends `gap` before it. */
  readonly indent: number
  readonly gap: number
  readonly alignRight: boolean
  _inlines?: Word[]
}

/** Shapes and lines of words, placed from the left and top edges of their container. */
export interface PlacedDrawing {
  readonly vectors: readonly PdfmakeVector[]
  readonly lines: readonly PdfmakeLine[]
}

export interface StackNode extends LayoutNodeBase {
  stack: LayoutNode[]
  drawing?: PlacedDrawing
  frame?: BoxFrame | undefined
  marker?: ListMarker | undefined
  positions?: unknown[]
}
export interface ColumnsNode extends LayoutNodeBase {
  columns: (LayoutNode & { width?: number })[]
  columnGap: number
  /** Frames in the columns are drawn equally high. */
  equal?: boolean
  /** The children of the only column flow over `balance` columns of equal height. */
  balance?: number
}
export type TableCellNode = LayoutNode & {
  colSpan?: number
  /** Covered by the cell before it. */
  _span?: boolean
}
/** Lengths are points; rows and columns are counted from 0, lines from that over the first row. */
export interface TableLayout {
  readonly hLineWidth: (line: number) => number
  readonly vLineWidth: () => number
  readonly hLineColor: (line: number) => string | null
  readonly paddingLeft: (column: number) => number
  readonly paddingRight: (column: number, node: TableNode) => number
  readonly paddingTop: () => number
  readonly paddingBottom: () => number
  readonly fillColor: (row: number) => string | null
}
export interface TableNode extends LayoutNodeBase {
  table: {
    /** Points. */
    widths: { readonly width: number }[]
    body: TableCellNode[][]
    headerRows: number
    keepWithHeaderRows: number
    dontBreakRows: boolean
  }
  layout: TableLayout
  /** What pdfmake remembers of every page that a table reaches. */
  _bottomByPage?: Record<number, number> | undefined
}
export interface ImageNode extends LayoutNodeBase {
  image: string
  width: number
  markedContent: MarkedContent
  /** Points, once it is measured. */
  _height?: number
}
export type LayoutNode = ParagraphNode | StackNode | ColumnsNode | TableNode | ImageNode

/** Tells the kinds of node apart as pdfmake does: by the key that holds the content. */
export const isParagraph = (node: LayoutNode): node is ParagraphNode => 'text' in node
export const isStack = (node: LayoutNode): node is StackNode => 'stack' in node
export const isColumns = (node: LayoutNode): node is ColumnsNode => 'columns' in node
export const isTable = (node: LayoutNode): node is TableNode => 'table' in node

import type { Place } from '../../diagnostics/index.js'
import type { Line, Vector } from '../pdfmake-classes.js'
import type { Artifact, Spot } from '../tags/tag.js'
import type { Word } from './word.js'

/** A stretch of text in one style: everything that measuring and drawing ask of it. */
export interface Run {
  text: string
  readonly place: Place
  /** Where it comes in reading order, if it is part of the document. */
  readonly tag: Spot | Artifact
  /** BCP 47. */
  readonly lang: string
  /** Embedding level by the Unicode Bidirectional Algorithm: odd levels run from right to left. */
  readonly level: number
  /** Shared by runs between which no end of an isolate or mark of direction stands that is lower than both. */
  readonly apart: Apart | undefined
  readonly family: string
  readonly bold: boolean
  readonly italics: boolean
  /** Points. */
  readonly size: number
  /** Points from baseline to baseline. */
  readonly leading: number
  readonly colour: string
  /** Points between characters. */
  readonly tracking: number
  /** Points above the baseline. */
  readonly rise: number
  readonly align: 'left' | 'right' | 'center'
  /** Colour of a ground behind the words. */
  readonly ground: string | undefined
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

/** What parts a run from the one before it: its level, lower than that of both. */
export interface Apart {
  readonly level: number
}

/** Points: left, top, right, bottom. */
export type Margin = [number, number, number, number]

interface NodeBase {
  margin?: Margin
  _margin?: Margin
  /** Never broken by a page, where it is not higher than one. */
  whole?: boolean
  /** Never parted by a page from the node after it. */
  keepNext?: boolean
  resetXY?(): void
}

export interface Leaf extends NodeBase {
  text: readonly Run[]
  /** Destinations at the first line. */
  anchors?: string[]
  outline?: { readonly title: string; readonly level: number }
  /** Set in lines of even length, and never hyphenated. */
  heading?: boolean
  /** Lines that are broken already, of a paragraph that is set in parts. */
  lines?: readonly Line[]
  positions?: unknown[]
}

/** What is drawn around a stack, on every page that it reaches. Lengths are points. */
export interface Frame {
  readonly padding: Margin
  readonly fill?: string | undefined
  readonly bar?: Edge | undefined
  /** The bar is at the right. */
  readonly turned?: boolean
  readonly top?: Edge | undefined
  readonly bottom?: Edge | undefined
  readonly rail?: Rail | undefined
  minHeight?: number
  /** The frame is the content: a line across the column. */
  readonly rule?: boolean
}
export interface Edge {
  readonly colour: string
  readonly width: number
}
/** A vertical line at `x` from the left of the frame, with a dot `y` below its top. */
export interface Rail extends Edge {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly dot: string
  readonly first: boolean
  readonly last: boolean
}

/** Stands left of the first line of a stack, which is indented by the marker's room. */
export interface Marker {
  readonly runs: readonly Run[]
  /** Points from the marker's left edge to the text; a right-aligned marker ends `gap` before it. */
  readonly room: number
  readonly gap: number
  readonly right: boolean
  _inlines?: Word[]
}

/** Shapes and lines of words, placed from the left and the top edge of what they stand in. */
export interface PlacedDrawing {
  readonly vectors: readonly Vector[]
  readonly lines: readonly Line[]
}

export interface Stack extends NodeBase {
  stack: LayoutNode[]
  drawing?: PlacedDrawing
  frame?: Frame | undefined
  marker?: Marker | undefined
  positions?: unknown[]
}
export interface ColumnsNode extends NodeBase {
  columns: (LayoutNode & { width?: number })[]
  columnGap: number
  /** Frames in the columns are drawn equally high. */
  equal?: boolean
  /** The children of the only column flow over `balance` columns of equal height. */
  balance?: number
}
export type Cell = LayoutNode & {
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
export interface TableNode extends NodeBase {
  table: {
    /** Points. */
    widths: { readonly width: number }[]
    body: Cell[][]
    headerRows: number
    keepWithHeaderRows: number
    dontBreakRows: boolean
  }
  layout: TableLayout
  /** What pdfmake remembers of every page that a table reaches. */
  _bottomByPage?: Record<number, number> | undefined
}
export interface ImageNode extends NodeBase {
  image: string
  width: number
  tag: Spot
  /** Points, once it is measured. */
  _height?: number
}
export type LayoutNode = Leaf | Stack | ColumnsNode | TableNode | ImageNode

/** Tells the kinds of node apart as pdfmake does: by the key that holds the content. */
export const isLeaf = (node: LayoutNode): node is Leaf => 'text' in node
export const isStack = (node: LayoutNode): node is Stack => 'stack' in node
export const isColumns = (node: LayoutNode): node is ColumnsNode => 'columns' in node
export const isTable = (node: LayoutNode): node is TableNode => 'table' in node

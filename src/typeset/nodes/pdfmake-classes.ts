/** The classes of pdfmake 0.3.11 and pdfkit 0.19.1, as far as this stage extends or calls them. */
import type { Face } from '../fonts/face.js'
import type { ColumnsNode, LayoutNode, ParagraphNode, StackNode, TableNode } from './layout-nodes.js'
import type { Artifact, MarkedContent } from './structure-element.js'

/** What pdfkit keeps as the document's information (ISO 32000-1, table 317). */
export interface DocumentInformation {
  readonly Title?: string
  readonly Author?: string
  readonly Subject?: string
  readonly Keywords?: string
  readonly Creator?: string
  readonly Producer?: string
  readonly CreationDate?: Date
  readonly ModDate?: Date
}

export interface PdfmakeReference {
  /** The number of the object. */
  readonly id: number
  readonly data: Record<string, unknown>
  end(content?: Uint8Array): void
}
export interface PdfmakeOutlineItem {
  readonly dictionary: PdfmakeReference
  readonly outlineData: Record<string, unknown>
  addItem(title: string, options?: { expanded?: boolean; top?: number; left?: number }): PdfmakeOutlineItem
}
/** A picture, as pdfmake measures and pdfkit draws it. */
export interface PdfmakeImage {
  readonly width: number
  readonly height: number
  /** As in Exif data. */
  readonly orientation: number
  /** Its name on pages. */
  readonly label: string
  /** Once it is written. */
  readonly obj?: PdfmakeReference
}

export declare class PdfmakeDocument {
  constructor(
    fonts?: object,
    images?: object,
    patterns?: object,
    attachments?: object,
    options?: object,
    virtualfs?: null,
    localAccessPolicy?: (path: string) => boolean,
  )
  /** Written when the document ends. */
  _fontFamilies: Record<string, { finalize(): void }>
  _imageRegistry: Record<string, PdfmakeImage>
  readonly page: {
    readonly dictionary: PdfmakeReference
    readonly height: number
    readonly width: number
    readonly annotations: readonly PdfmakeReference[]
    /** The operators written so far. */
    readonly content: { readonly buffer: readonly Uint8Array[] }
    /** The fonts among the resources of the page. */
    readonly fonts: Record<string, PdfmakeReference>
  }
  readonly _root: {
    readonly id: number
    readonly data: Record<string, unknown> & {
      readonly Pages: { data: { Kids: readonly PdfmakeReference[] } }
      readonly ViewerPreferences: PdfmakeReference
    }
  }
  readonly outline: PdfmakeOutlineItem
  readonly info: DocumentInformation
  /** Bytes before each object, from the first on. */
  readonly _offsets: readonly number[]
  readonly _info: PdfmakeReference
  /** Called when all objects are written. */
  _finalize(): void
  /** Hands on bytes; null at the end. */
  push(data: Uint8Array | null): boolean
  addPage(options: { size: [number, number] }): this
  appendXML(xml: string): void
  initSubset(options: { subset: string }): void
  ref(data: object): PdfmakeReference
  addContent(operator: string): this
  link(x: number, y: number, width: number, height: number, url: string, options?: object): this
  goTo(x: number, y: number, width: number, height: number, destination: string, options?: object): this
  addNamedDestination(name: string, ...args: unknown[]): void
  on(event: 'data', listener: (chunk: Uint8Array) => void): this
  on(event: 'end', listener: () => void): this
  on(event: 'error', listener: (error: Error) => void): this
  /** A page has begun, and nothing is drawn on it yet. */
  on(event: 'pageAdded', listener: () => void): this
  end(): void
}

/** One word, or a part of one, as the measuring pass leaves it. */
export interface PdfmakeInline {
  text: string
  x: number
  width: number
  /** Points: the leading of the run. */
  readonly height: number
  readonly leadingCut: number
  trailingCut: number
  readonly font: Face
  readonly fontSize: number
  readonly alignment: 'left' | 'right' | 'center'
  lineEnd?: boolean
  noNewLine?: boolean
}

export declare class PdfmakeLine {
  constructor(maxWidth: number)
  x?: number
  y?: number
  maxWidth: number
  inlineWidths: number
  leadingCut: number
  trailingCut: number
  inlines: PdfmakeInline[]
  addInline(inline: PdfmakeInline): void
  getHeight(): number
  getAscenderHeight(): number
  getWidth(): number
}

export interface PdfmakeVector {
  type: 'rect' | 'line' | 'ellipse' | 'polyline'
  x?: number
  y?: number
  w?: number
  h?: number
  x1?: number
  y1?: number
  x2?: number
  y2?: number
  r1?: number
  r2?: number
  points?: { x: number; y: number }[]
  closePath?: boolean
  lineWidth?: number
  lineColor?: string
  dash?: { length: number; space: number }
  color?: string
  /** What it is drawn for; `Layout` if left out. */
  artifact?: Artifact
  /** The figure that it is part of. */
  markedContent?: MarkedContent
}
/** Moves a vector by points, in place. */
export declare function offsetVector(vector: PdfmakeVector, x: number, y: number): void
export interface PdfmakePlacedImage {
  image: string
  x: number
  y: number
  _width: number
  _height: number
  /** Where it comes in reading order. */
  markedContent: MarkedContent
}
export type PdfmakePageItem =
  | { type: 'line'; item: PdfmakeLine }
  | { type: 'vector'; item: PdfmakeVector }
  | { type: 'image'; item: PdfmakePlacedImage }

export interface PdfmakeMargins {
  top: number
  right: number
  bottom: number
  left: number
}
export interface PdfmakePage {
  items: PdfmakePageItem[]
  pageSize: { width: number; height: number }
  pageMargins: PdfmakeMargins
}

export declare class PdfmakeDocumentContext {
  pages: PdfmakePage[]
  page: number
  x: number
  y: number
  availableWidth: number
  availableHeight: number
  pageMargins: PdfmakeMargins
  snapshots: unknown[]
  backgroundLength: number[]
  resetMarginXTopParent(): void
  getCurrentPage(): PdfmakePage
  moveDown(offset: number): boolean
  addMargin(left: number, right?: number): void
}

export declare class PdfmakePageElementWriter {
  transactionLevel: number
  contextStack: PdfmakeDocumentContext[]
  context(): PdfmakeDocumentContext
  addLine(line: PdfmakeLine, dontUpdateContextPosition?: boolean): object | false
  moveToNextPage(): void
  pushContext(width: number, height: number): void
  popContext(): void
  addListener(event: 'lineAdded', listener: (line: PdfmakeLine) => void): this
  addListener(event: 'pageChanged', listener: (change: { prevPage: number; prevY: number }) => void): this
  removeListener(event: string, listener: unknown): this
  setMaxListeners(most: number): this
}

export declare class PdfmakeDocPreprocessor {
  preprocessDocument(node: LayoutNode): LayoutNode
}
export declare class PdfmakeDocMeasure {
  constructor(
    document: PdfmakeDocument,
    styles: object,
    defaultStyle: object,
    svg: null,
    tableLayouts: object,
  )
  measureDocument(node: LayoutNode): LayoutNode
  measureNode(node: LayoutNode): LayoutNode
  measureLeaf(node: ParagraphNode): ParagraphNode
  measureVerticalContainer(node: StackNode): StackNode
}
export declare class PdfmakeStyleContextStack {
  constructor(styles: object, defaultStyle: object)
}
export declare class PdfmakeTextBreaker {
  getBreaks<Run extends { text: string }>(
    runs: readonly Run[],
    styles: PdfmakeStyleContextStack,
  ): (Run & { lineEnd?: boolean; noNewLine?: boolean })[]
}
export declare class PdfmakeLayoutBuilder {
  constructor(pageSize: { width: number; height: number }, margins: PdfmakeMargins, svg: null)
  docPreprocessor: PdfmakeDocPreprocessor
  docMeasure: PdfmakeDocMeasure
  writer: PdfmakePageElementWriter
  linearNodeList: LayoutNode[]
  tableLayouts: object
  tryLayoutDocument(
    node: LayoutNode,
    document: PdfmakeDocument,
    styles: object,
    defaultStyle: object,
  ): { pages: PdfmakePage[] }
  processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void
  processVerticalContainer(node: StackNode): void
  processColumns(node: ColumnsNode): void
  processTable(node: TableNode): void
  processLeaf(node: ParagraphNode): void
  /** Containers that are open: pdfmake forgets the margins of the outermost when it closes. */
  nestedLevel: number
  processRow(row: {
    marginX: readonly [number, number]
    dontBreakRows: boolean
    rowsWithoutPageBreak: number
    cells: readonly LayoutNode[]
    widths: readonly unknown[]
    gaps: readonly number[]
    tableNode: TableNode
    tableBody: readonly (readonly LayoutNode[])[]
    rowIndex: number
  }): { readonly pageBreaks: readonly unknown[] }
}
/** Draws the lines and grounds of a table, and keeps its rows from being broken. */
export declare class PdfmakeTableProcessor {
  constructor(node: TableNode)
  readonly offsets: { readonly offsets: readonly number[] }
  readonly dontBreakRows: boolean
  readonly headerRows: number
  readonly rowsWithoutPageBreak: number
  beginTable(writer: PdfmakePageElementWriter): void
  beginRow(index: number, writer: PdfmakePageElementWriter): void
  endRow(index: number, writer: PdfmakePageElementWriter, pageBreaks: readonly unknown[]): void
  endTable(writer: PdfmakePageElementWriter): void
  drawHorizontalLine(index: number, writer: PdfmakePageElementWriter): void
}
export declare class PdfmakeRenderer {
  constructor(document: PdfmakeDocument)
  readonly pdfDocument: PdfmakeDocument
  renderPages(pages: readonly PdfmakePage[]): void
  renderLine(line: PdfmakeLine, x: number, y: number): void
  renderVector(vector: PdfmakeVector): void
  renderImage(image: PdfmakePlacedImage): void
}

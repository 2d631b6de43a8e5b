/** The classes of pdfmake 0.3.11 and pdfkit 0.19.1, as far as this stage extends or calls them. */
import type { Information } from './draw/metadata.js'
import type { Face } from './fonts/face.js'
import type { ColumnsNode, LayoutNode, Leaf, Stack, TableNode } from './layout/nodes.js'
import type { Artifact, Spot } from './tags/tag.js'

export interface Reference {
  /** The number of the object. */
  readonly id: number
  readonly data: Record<string, unknown>
  end(content?: Uint8Array): void
}
export interface OutlineItem {
  readonly dictionary: Reference
  readonly outlineData: Record<string, unknown>
  addItem(title: string, options?: { expanded?: boolean; top?: number; left?: number }): OutlineItem
}
export interface EmbeddedImage {
  readonly width: number
  readonly height: number
  /** EXIF orientation, of JPEGs. */
  readonly orientation?: number
  /** Of JPEGs. */
  readonly colorSpace?: string
  /** Null once the pixels of a PNG are written. */
  readonly imgData?: unknown
  embed(document: PDFDocument): void
}

export declare class PDFDocument {
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
  _imageRegistry: Record<string, EmbeddedImage>
  readonly page: {
    readonly dictionary: Reference
    readonly height: number
    readonly width: number
    readonly annotations: readonly Reference[]
    /** The operators written so far. */
    readonly content: { readonly buffer: readonly Uint8Array[] }
    /** The fonts among the resources of the page. */
    readonly fonts: Record<string, Reference>
  }
  readonly _root: {
    readonly id: number
    readonly data: Record<string, unknown> & {
      readonly Pages: { data: { Kids: readonly Reference[] } }
      readonly ViewerPreferences: Reference
    }
  }
  readonly outline: OutlineItem
  readonly info: Information
  /** Bytes before each object, from the first on. */
  readonly _offsets: readonly number[]
  readonly _info: Reference
  /** Called when all objects are written. */
  _finalize(): void
  /** Hands on bytes; null at the end. */
  push(data: Uint8Array | null): boolean
  addPage(options: { size: [number, number] }): this
  appendXML(xml: string): void
  initSubset(options: { subset: string }): void
  openImage(data: Uint8Array): EmbeddedImage
  ref(data: object): Reference
  addContent(operator: string): this
  link(x: number, y: number, width: number, height: number, url: string, options?: object): this
  goTo(x: number, y: number, width: number, height: number, destination: string, options?: object): this
  addNamedDestination(name: string, ...args: unknown[]): void
  on(event: 'data', listener: (chunk: Uint8Array) => void): this
  on(event: 'end', listener: () => void): this
  on(event: 'error', listener: (error: Error) => void): this
  end(): void
}

/** One word, or a part of one, as the measuring pass leaves it. */
export interface Inline {
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

export declare class Line {
  constructor(maxWidth: number)
  x?: number
  y?: number
  maxWidth: number
  inlineWidths: number
  leadingCut: number
  trailingCut: number
  inlines: Inline[]
  addInline(inline: Inline): void
  getHeight(): number
  getAscenderHeight(): number
  getWidth(): number
}

export interface Vector {
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
  tag?: Spot
}
/** Moves a vector by points, in place. */
export declare function offsetVector(vector: Vector, x: number, y: number): void
export interface PlacedImage {
  image: string
  x: number
  y: number
  _width: number
  _height: number
  /** Where it comes in reading order. */
  tag: Spot
}
export type PageItem =
  | { type: 'line'; item: Line }
  | { type: 'vector'; item: Vector }
  | { type: 'image'; item: PlacedImage }

export interface PageMargins {
  top: number
  right: number
  bottom: number
  left: number
}
export interface LaidPage {
  items: PageItem[]
  pageSize: { width: number; height: number }
  pageMargins: PageMargins
}

export declare class DocumentContext {
  pages: LaidPage[]
  page: number
  x: number
  y: number
  availableWidth: number
  availableHeight: number
  pageMargins: PageMargins
  snapshots: unknown[]
  backgroundLength: number[]
  resetMarginXTopParent(): void
  getCurrentPage(): LaidPage
  moveDown(offset: number): boolean
  addMargin(left: number, right?: number): void
}

export declare class PageElementWriter {
  transactionLevel: number
  contextStack: DocumentContext[]
  context(): DocumentContext
  addLine(line: Line, dontUpdateContextPosition?: boolean): object | false
  moveToNextPage(): void
  pushContext(width: number, height: number): void
  popContext(): void
  addListener(event: 'lineAdded', listener: (line: Line) => void): this
  addListener(event: 'pageChanged', listener: (change: { prevPage: number; prevY: number }) => void): this
  removeListener(event: string, listener: unknown): this
}

export declare class DocPreprocessor {
  preprocessDocument(node: LayoutNode): LayoutNode
}
export declare class DocMeasure {
  constructor(document: PDFDocument, styles: object, defaultStyle: object, svg: null, tableLayouts: object)
  measureDocument(node: LayoutNode): LayoutNode
  measureNode(node: LayoutNode): LayoutNode
  measureLeaf(node: Leaf): Leaf
  measureVerticalContainer(node: Stack): Stack
}
export declare class StyleContextStack {
  constructor(styles: object, defaultStyle: object)
}
export declare class TextBreaker {
  getBreaks<Run extends { text: string }>(
    runs: readonly Run[],
    styles: StyleContextStack,
  ): (Run & { lineEnd?: boolean; noNewLine?: boolean })[]
}
export declare class LayoutBuilder {
  constructor(pageSize: { width: number; height: number }, margins: PageMargins, svg: null)
  docPreprocessor: DocPreprocessor
  docMeasure: DocMeasure
  writer: PageElementWriter
  linearNodeList: LayoutNode[]
  tableLayouts: object
  tryLayoutDocument(
    node: LayoutNode,
    document: PDFDocument,
    styles: object,
    defaultStyle: object,
  ): { pages: LaidPage[] }
  processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void
  processVerticalContainer(node: Stack): void
  processColumns(node: ColumnsNode): void
  processTable(node: TableNode): void
  processLeaf(node: Leaf): void
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
export declare class TableProcessor {
  constructor(node: TableNode)
  readonly offsets: { readonly offsets: readonly number[] }
  readonly dontBreakRows: boolean
  readonly headerRows: number
  readonly rowsWithoutPageBreak: number
  beginTable(writer: PageElementWriter): void
  beginRow(index: number, writer: PageElementWriter): void
  endRow(index: number, writer: PageElementWriter, pageBreaks: readonly unknown[]): void
  endTable(writer: PageElementWriter): void
  drawHorizontalLine(index: number, writer: PageElementWriter): void
}
export declare class Renderer {
  constructor(document: PDFDocument)
  readonly pdfDocument: PDFDocument
  renderPages(pages: readonly LaidPage[]): void
  renderLine(line: Line, x: number, y: number): void
  renderVector(vector: Vector): void
  renderImage(image: PlacedImage): void
}

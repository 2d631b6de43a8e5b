/** The classes of pdfmake 0.3.11 and pdfkit 0.19.1, as far as this stage extends or calls them. */
import type { Artifact, MarkedContent } from './structure-element.js'

/** What pdfkit keeps as the document's information (ISO 32000-1, table 317). */
export interface DocumentInformation {
  readonly Title?: string
  readonly Author?: string
  readonly Subject?: string
  readonly Keywords?: string
  /** The markings: a key of our own, as ISO 32000-1, 14.3.3 allows. */
  readonly Classification?: string
  readonly Creator?: string
  readonly Producer?: string
  readonly CreationDate?: Date
  readonly ModDate?: Date
}

export interface PdfmakeReference {
  /** The number of the object. */
  readonly id: number
  readonly data: Record<string, unknown>
  /** Whether its content is still to be compressed. */
  compress: boolean
  write(content: Uint8Array): void
  end(content?: Uint8Array): void
}
export interface PdfmakeOutlineItem {
  readonly dictionary: PdfmakeReference
  readonly outlineData: Record<string, unknown>
  addItem(title: string, options?: { expanded?: boolean; top?: number; left?: number }): PdfmakeOutlineItem
}
/** A picture in the file, as pdfkit draws it. */
export interface PdfmakeImage {
  readonly width: number
  readonly height: number
  /** As in Exif data. */
  readonly orientation: number
  /** Its name on pages. */
  readonly label: string
  readonly obj: PdfmakeReference
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
    /** The stream of its operators. */
    readonly content: PdfmakeReference
    /** The fonts among the resources of the page, as references. */
    readonly fonts: Record<string, object>
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
  /** As many as there are objects: the next has the number after the last. */
  readonly _offsets: (number | null)[]
  readonly _info: PdfmakeReference
  /** Called when all objects are written. */
  _finalize(): void
  /** Takes a piece of the file: a line of text, a character a byte, or bytes. */
  _write(piece: string | Uint8Array): void
  addPage(options: { size: [number, number] }): this
  appendXML(xml: string): void
  ref(data: object): PdfmakeReference
  addContent(operator: string): this
  link(x: number, y: number, width: number, height: number, url: string, options?: object): this
  goTo(x: number, y: number, width: number, height: number, destination: string, options?: object): this
  addNamedDestination(name: string, ...args: unknown[]): void
  /** A page has begun, and nothing is drawn on it yet. */
  on(event: 'pageAdded', listener: () => void): this
  end(): void
}

export interface PdfmakeVector {
  readonly type: 'rect' | 'line' | 'ellipse' | 'polyline'
  readonly x?: number
  readonly y?: number
  readonly w?: number
  readonly h?: number
  readonly x1?: number
  readonly y1?: number
  readonly x2?: number
  readonly y2?: number
  readonly r1?: number
  readonly r2?: number
  readonly points?: readonly { readonly x: number; readonly y: number }[]
  readonly closePath?: boolean
  readonly lineWidth?: number
  readonly lineColor?: string
  readonly dash?: { length: number; space: number }
  readonly color?: string
  /** What it is drawn for; `Layout` if left out. */
  readonly artifact?: Artifact
  /** The figure that it is part of. */
  readonly markedContent?: MarkedContent | undefined
}
export interface PdfmakePlacedImage {
  readonly image: string
  readonly x: number
  readonly y: number
  readonly _width: number
  readonly _height: number
  /** Where it comes in reading order. */
  readonly markedContent: MarkedContent
}
export interface PdfmakeMargins {
  top: number
  right: number
  bottom: number
  left: number
}
export declare class PdfmakeRenderer {
  constructor(document: PdfmakeDocument)
  readonly pdfDocument: PdfmakeDocument
  renderPages(pages: readonly object[]): void
  renderLine(line: object, x: number, y: number): void
  renderVector(vector: PdfmakeVector): void
  renderImage(image: PdfmakePlacedImage): void
}

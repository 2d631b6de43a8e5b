import type { Place } from '../../diagnostics/index.js'
import type { PdfmakeReference } from './pdfmake-classes.js'

/** Standard structure types (ISO 32000-1, 14.8.4) that documents are made of. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'BlockQuote'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Link'
  | 'Reference'
  | 'Note'
  | 'Span'

/** What an element states besides its type. */
export interface ElementAttributes {
  /** BCP 47, where it differs from what is around it. */
  readonly lang?: string | undefined
  readonly alt?: string
  /** What a link leads to, in words: the contents of its annotations. */
  readonly linkDescription?: string
  readonly scope?: 'Row' | 'Column'
  readonly colSpan?: number
  readonly rowSpan?: number
  /** Cells that head this one. */
  readonly headers?: readonly StructureElement[]
  readonly numbering?: 'None' | 'Disc' | 'Decimal'
}

/** A structure element: what a part of the document is, whatever page it is drawn on. */
export class StructureElement {
  readonly kids: (StructureElement | MarkedContent)[] = []
  /** Of a figure, in PDF units: left, bottom, right, top. */
  box: readonly [number, number, number, number] | undefined

  constructor(
    readonly type: StructureType,
    /** Of the block that it represents. */
    readonly place: Place | undefined,
    readonly attributes: ElementAttributes = {},
  ) {}

  add(type: StructureType, place: Place | undefined, attributes: ElementAttributes = {}): StructureElement {
    const kid = new StructureElement(type, place, attributes)
    this.kids.push(kid)
    return kid
  }

  /** Where content of the element itself comes next in reading order. */
  markedContent(): MarkedContent {
    const last = this.kids.at(-1)
    if (last instanceof MarkedContent) return last
    const spot = new MarkedContent(this)
    this.kids.push(spot)
    return spot
  }
}

/** Content at one place in reading order, which may be drawn on several pages; drawing it adds the references. */
export class MarkedContent {
  readonly references: ContentReference[] = []

  constructor(readonly element: StructureElement) {}
}

/** Drawn content by its number on a page, or the annotation of a link. Pages are counted from 0. */
export type ContentReference =
  | { readonly page: number; readonly mcid: number }
  | { readonly page: number; readonly annotation: PdfmakeReference }

/** Content that is no part of the document itself (ISO 32000-1, 14.8.2.2). */
export interface Artifact {
  readonly artifact: 'Layout' | 'Background' | 'Header' | 'Footer' | 'Repeated'
}

export const LAYOUT_ARTIFACT: Artifact = { artifact: 'Layout' }
export const BACKGROUND_ARTIFACT: Artifact = { artifact: 'Background' }
export const HEADER_ARTIFACT: Artifact = { artifact: 'Header' }
export const FOOTER_ARTIFACT: Artifact = { artifact: 'Footer' }
/** The head of a table on every page but its first. */
export const REPEATED_ARTIFACT: Artifact = { artifact: 'Repeated' }

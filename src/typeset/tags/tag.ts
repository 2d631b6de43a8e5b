import type { Place } from '../../diagnostics/index.js'
import type { Reference } from '../pdfmake-classes.js'

/** Standard structure types (ISO 32000-1, 14.8.4) that documents are made of. */
export type Role =
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

/** What an element says beyond its type. */
export interface Facts {
  /** BCP 47, where it differs from what is around it. */
  readonly lang?: string | undefined
  readonly alt?: string
  /** What a link leads to, in words: the contents of its annotations. */
  readonly leadsTo?: string
  readonly scope?: 'Row' | 'Column'
  readonly span?: number
  /** Cells that head this one. */
  readonly headers?: readonly Tag[]
  readonly numbering?: 'None' | 'Disc' | 'Decimal'
}

/** A structure element: what a part of the document is, whatever page it is drawn on. */
export class Tag {
  readonly kids: (Tag | Spot)[] = []
  /** Of a figure, in PDF units: left, bottom, right, top. */
  box: readonly [number, number, number, number] | undefined

  constructor(
    readonly role: Role,
    /** Of the block that it stands for. */
    readonly place: Place | undefined,
    readonly facts: Facts = {},
  ) {}

  add(role: Role, place: Place | undefined, facts: Facts = {}): Tag {
    const kid = new Tag(role, place, facts)
    this.kids.push(kid)
    return kid
  }

  /** Where content of the element itself comes next in reading order. */
  spot(): Spot {
    const last = this.kids.at(-1)
    if (last instanceof Spot) return last
    const spot = new Spot(this)
    this.kids.push(spot)
    return spot
  }
}

/** A place in reading order; what is drawn there is noted when it is drawn, on one page or on several. */
export class Spot {
  readonly marks: Mark[] = []

  constructor(readonly tag: Tag) {}
}

/** Drawn content by its number on a page, or the annotation of a link. Pages are counted from 0. */
export type Mark =
  | { readonly page: number; readonly content: number }
  | { readonly page: number; readonly annotation: Reference }

/** Content that is no part of the document itself (ISO 32000-1, 14.8.2.2). */
export interface Artifact {
  readonly artifact: 'Layout' | 'Background' | 'Header' | 'Footer' | 'Repeated'
}

export const LAYOUT: Artifact = { artifact: 'Layout' }
export const BACKGROUND: Artifact = { artifact: 'Background' }
export const HEADER: Artifact = { artifact: 'Header' }
export const FOOTER: Artifact = { artifact: 'Footer' }
/** The head of a table on every page but its first. */
export const REPEATED: Artifact = { artifact: 'Repeated' }

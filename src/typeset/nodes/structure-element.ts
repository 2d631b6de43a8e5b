import type { Place } from '../../diagnostics/index.js'

/** Standard structure types (ISO 32000-1, 14.8.4) that documents are made of. */
export type StructureType =
  | 'Document'
  | 'Part'
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
  /** What is read in place of the content, where that is drawn. */
  readonly actualText?: string
  /** What an abbreviation stands for (ISO 32000-1, 14.9.5): read out in its place. */
  readonly expansion?: string | undefined
  /** What a link leads to, in words: the contents of its annotations. */
  readonly linkDescription?: string
  readonly scope?: 'Row' | 'Column'
  readonly colSpan?: number
  readonly rowSpan?: number
  /** Cells that head this one. */
  readonly headers?: readonly StructureElement[]
  readonly numbering?: 'None' | 'Disc' | 'Decimal'
}

/**
 * A structure element: what a part of the document is, whatever page it is drawn on. Composing builds the tree; nothing
 * changes it afterwards, so that one tree serves any number of layouts.
 */
export class StructureElement {
  readonly #kids: (StructureElement | MarkedContent)[] = []

  constructor(
    readonly type: StructureType,
    /** Of the block that it represents. */
    readonly place: Place | undefined,
    readonly attributes: ElementAttributes = {},
    /** What it was added to. */
    readonly parent?: StructureElement,
  ) {}

  get kids(): readonly (StructureElement | MarkedContent)[] {
    return this.#kids
  }

  add(type: StructureType, place: Place | undefined, attributes: ElementAttributes = {}): StructureElement {
    const kid = new StructureElement(type, place, attributes, this)
    this.#kids.push(kid)
    return kid
  }

  /** Where content of the element itself comes next in reading order. */
  markedContent(): MarkedContent {
    const last = this.#kids.at(-1)
    if (last instanceof MarkedContent) return last
    const spot = new MarkedContent(this)
    this.#kids.push(spot)
    return spot
  }

  /** The content of the link around it that comes next before it; undefined where no link is. */
  linkContent(): MarkedContent | undefined {
    let inner: StructureElement = this
    for (let outer = this.parent; outer; outer = outer.parent) {
      if (outer.type === 'Link')
        return outer.kids.slice(0, outer.kids.indexOf(inner)).findLast(kid => kid instanceof MarkedContent)
      inner = outer
    }
    return undefined
  }

  /** Takes over what is in another element, which is not written then. */
  adopt({ kids }: StructureElement): void {
    this.#kids.push(...kids)
  }

  /** Takes back what was added, so that a part of the tree can be composed anew. */
  clear(): void {
    this.#kids.length = 0
  }
}

/** Content at one place in reading order, which may be drawn on several pages. */
export class MarkedContent {
  constructor(readonly element: StructureElement) {}
}

/** Content that is no part of the document itself (ISO 32000-1, 14.8.2.2). */
export interface Artifact {
  readonly artifact: 'Layout' | 'Background' | 'Header' | 'Footer' | 'Repeated' | 'Watermark'
}

export const LAYOUT_ARTIFACT: Artifact = { artifact: 'Layout' }
export const BACKGROUND_ARTIFACT: Artifact = { artifact: 'Background' }
export const HEADER_ARTIFACT: Artifact = { artifact: 'Header' }
export const FOOTER_ARTIFACT: Artifact = { artifact: 'Footer' }
/** Words across a page, behind what it says. */
export const WATERMARK_ARTIFACT: Artifact = { artifact: 'Watermark' }
/** The head of a table on every page but its first. */
export const REPEATED_ARTIFACT: Artifact = { artifact: 'Repeated' }

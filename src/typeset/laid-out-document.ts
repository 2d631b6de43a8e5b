import type { Findings, Report } from '../diagnostics/index.js'
import type { Document } from '../markup/index.js'
import type { ComposedPages } from './compose-pages.js'
import type { BlockPlaces } from './flow/block-rectangles.js'
import type { DocumentPage } from './nodes/page.js'
import { withMarginNotes } from './pages/margin-notes.js'
import { mirrorPages } from './pages/mirror-pages.js'
import { destinationPages, withPageNumbers } from './pages/page-numbers.js'
import type { PageTab } from './pages/page-tabs.js'
import { type PageText, pageText } from './pages/page-text.js'
import { type PagesData, pagesAsData } from './pages/pages-as-data.js'
import { type FilePart, printFile } from './print-file.js'
import { directionOf } from './text/direction.js'
import type { DocumentStyle } from './theme/document-style.js'
import { familiesForTheme } from './theme/theme-families.js'

/** A document laid out in pages, of which nothing is drawn yet. */
export interface LaidOutDocument {
  /** What the pages show, with its columns and its list of contents as they were fitted. */
  readonly document: Document
  /** Without those of annexes, which come after them. */
  readonly pages: number
  readonly annexPages: number
  /** Share of the body of the last page before the annexes that is used, 0 to 1. */
  readonly fill: number
  /** That of each page, those of annexes included. */
  readonly fills: readonly number[]
  /** Families that its words may be set in, and those of its drawings. */
  readonly families: readonly string[]
  readonly text: readonly PageText[]
  /**
   * What is on the pages and where the blocks of the document are, for editors that show a block and its pages beside each
   * other. Not after `print`, which releases the pages.
   */
  asData(): PagesData
  /** Draws the pages and releases them, so that it can be called once. With an error to report nothing is printed. */
  print(report: Report): Promise<Uint8Array | undefined>
  /** What a file of several documents draws, numbered as its pages are there; releases the pages as `print` does. */
  partOfFile(numbering: PageNumbering, report: Report): FilePart
}

/** Where the pages of a document are among those of a file. */
export interface PageNumbering {
  /** Pages of the file before the first of the document. */
  readonly before: number
  /** Pages of the whole file. */
  readonly total: number
  /** The pages of the file, counted from 1, of destinations outside of the document. */
  readonly elsewhere?: ReadonlyMap<string, number>
  readonly tab?: PageTab | undefined
}

/** What a layout leads to: not what the pages were composed of, so that its memory is free once they are laid out. */
export interface LaidOutParts
  extends Pick<
    ComposedPages,
    | 'structure'
    | 'markings'
    | 'images'
    | 'headersAndFooters'
    | 'overlay'
    | 'tabs'
    | 'marginColumn'
    | 'session'
  > {
  readonly document: Document
  readonly style: Pick<DocumentStyle, 'created' | 'theme' | 'fonts'>
  readonly annexPages: number
  readonly places: BlockPlaces
  /** What composing found, and what setting headers and footers may add to. */
  readonly findings: Findings
}

/**
 * Pages that are laid out. Their headers and footers, and the numbers of pages in them, are set when somebody asks for the
 * pages, as most layouts are only compared.
 */
export class LaidOut implements LaidOutDocument {
  readonly pages: number
  readonly annexPages: number
  readonly fill: number
  readonly fills: readonly number[]
  readonly families: readonly string[]
  readonly #destinations: ReadonlyMap<string, number>
  /** Those of the flow alone. */
  #flowed: readonly DocumentPage[]
  #printed: DocumentPage[] | undefined
  #text: readonly PageText[] | undefined
  #isPrinted = false
  readonly #foundBefore: number

  constructor(
    private readonly parts: LaidOutParts,
    pages: readonly DocumentPage[],
  ) {
    this.#flowed = pages
    this.#destinations = destinationPages(pages)
    this.annexPages = parts.annexPages
    this.pages = pages.length - this.annexPages
    const pictures = [...parts.images.values()].flatMap(({ picture }) => picture.families ?? [])
    this.families = [...new Set([...familiesForTheme(parts.style.theme), ...pictures])]
    this.fills = pages.map(({ fill }) => fill)
    this.fill = this.fills[this.pages - 1] ?? 0
    this.#foundBefore = parts.findings.all.length
  }

  get document(): Document {
    return this.parts.document
  }

  get text(): readonly PageText[] {
    this.#text ??= this.#pages().map(page => pageText(page, directionOf(this.parts.document.lang)))
    return this.#text
  }

  asData(): PagesData {
    const { document, places } = this.parts
    return pagesAsData(document, this.#pages(), this.pages, places)
  }

  async print(report: Report): Promise<Uint8Array | undefined> {
    const { document, style } = this.parts
    const numbering = { before: 0, total: this.fills.length }
    return printFile([this.partOfFile(numbering, report)], { document, created: style.created }, report)
  }

  partOfFile(numbering: PageNumbering, report: Report): FilePart {
    if (this.#isPrinted)
      throw new Error('bug: a laid-out document is printed once, as its pages are released then')
    const { structure, images, style } = this.parts
    const isAlone = numbering.total === this.fills.length
    const pages = isAlone ? this.#pages() : this.#printedPages(numbering)
    this.#isPrinted = true
    this.#printed = undefined
    this.#flowed = []
    for (const { code, place, message, hints } of this.parts.findings.all.slice(this.#foundBefore))
      report(code, place, message, ...hints)
    const { theme, fonts } = style
    return { structure, images, pages, destinations: new Set(this.#destinations.keys()), theme, fonts }
  }

  #pages(): DocumentPage[] {
    if (this.#isPrinted)
      throw new Error('bug: the pages of a laid-out document are released when it is printed')
    this.#printed ??= this.#printedPages({ before: 0, total: this.fills.length })
    return this.#printed
  }

  /** Pages with their headers and footers, in the direction of the document. */
  #printedPages(numbering: PageNumbering): DocumentPage[] {
    const { document, headersAndFooters, markings, marginColumn, overlay, tabs, session, places } = this.parts
    const { before, elsewhere = new Map(), tab } = numbering
    const inFile = [...this.#destinations].map(([name, page]) => [name, page + before] as const)
    const numbered = withPageNumbers(this.#flowed, new Map([...elsewhere, ...inFile]), session)
    const noted = marginColumn ? withMarginNotes(numbered, marginColumn, places) : numbered
    const whole = headersAndFooters.addTo(noted, markings, numbering)
    const tabbed = tab ? tabs.addTo(whole, tab) : whole
    return overlay.addTo(directionOf(document.lang) === 'rtl' ? mirrorPages(tabbed) : tabbed)
  }
}

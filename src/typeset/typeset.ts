import { didYouMean, ErrorTracker, type Report } from '../diagnostics/index.js'
import type { Document } from '../markup/index.js'
import { type ComposedPages, composePages } from './compose-pages.js'
import { embedImages, imageIssues, widestShown } from './draw/embed-images.js'
import { drawPages } from './draw/page-renderer.js'
import { PdfFile } from './file/pdf-file.js'
import type { BlockPlaces } from './flow/block-rectangles.js'
import { layOutPages } from './flow/lay-out-pages.js'
import type { Fonts } from './fonts/open-fonts.js'
import { loadPartsFor } from './load-parts.js'
import type { DocumentPage } from './nodes/page.js'
import { withMarginNotes } from './pages/margin-notes.js'
import { mirrorPages } from './pages/mirror-pages.js'
import { destinationPages, withPageNumbers } from './pages/page-numbers.js'
import { type PageText, pageText } from './pages/page-text.js'
import { type PagesData, pagesAsData } from './pages/pages-as-data.js'
import { reportContrast } from './pages/report-contrast.js'
import { reportMissingFaces } from './pages/report-missing-faces.js'
import type { ImageAssets } from './pictures/open-images.js'
import { checkAccessibility } from './tags/check-accessibility.js'
import { characterIssues } from './tags/check-characters.js'
import { writeStructure } from './tags/write-structure.js'
import { directionOf } from './text/direction.js'
import type { DocumentStyle } from './theme/document-style.js'
import type { Theme } from './theme/theme.js'
import { spacingWithin } from './theme/theme-bounds.js'
import { familiesForTheme, familiesOfTheme } from './theme/theme-families.js'

/** A document laid out in pages, of which nothing is drawn yet. */
export interface LaidOutDocument {
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
}

export interface TypesetDocument extends Pick<LaidOutDocument, 'pages' | 'annexPages' | 'fill' | 'text'> {
  readonly pdf: Uint8Array
}

/**
 * Lays a document out in pages and prints them as PDF: the same bytes for the same input. With an error to report
 * nothing is printed.
 */
export async function typeset(
  document: Document,
  style: DocumentStyle,
  assets: ImageAssets,
  report: Report,
): Promise<TypesetDocument | undefined> {
  await loadPartsFor(document, assets)
  const laidOut = layOut(document, style, assets, report)
  if (!laidOut) return undefined
  const { pages, annexPages, fill, text } = laidOut
  const pdf = await laidOut.print(report)
  return pdf && { pages, annexPages, fill, text, pdf }
}

/** Lays a document out in pages without drawing them. */
export function layOut(
  document: Document,
  style: DocumentStyle,
  assets: ImageAssets,
  report: Report,
): LaidOutDocument | undefined {
  return new DocumentLayouts(style, assets).layOut(document, style, report)
}

/** Lays documents out in one style and several settings: what is composed for one type size serves every spacing. */
export class DocumentLayouts {
  readonly #composed = new WeakMap<Document, Map<number, ComposedPages>>()

  constructor(
    private readonly style: DocumentStyle,
    private readonly assets: ImageAssets,
  ) {}

  /** Undefined if there is an error to report. */
  layOut(
    document: Document,
    setting: Pick<DocumentStyle, 'typeSize' | 'spacing'>,
    report: Report,
  ): LaidOutDocument | undefined {
    const watched = new ErrorTracker(report)
    if (!hasFamilies(document, this.style, watched.report)) return undefined
    const composed = this.#composedFor(document, setting.typeSize)
    const spacing = spacingWithin(this.style.theme, setting.spacing)
    const { pages, annexPages, places } = layOutPages(composed.parts, { ...composed, spacing })
    const destinations = destinationPages(pages)
    const numbered = withPageNumbers(pages, destinations, composed.session)
    const printed = printedPages(document, composed, numbered, places)
    composed.findings.passOn(watched.report)
    if (watched.failed) return undefined
    const { created, theme, fonts } = this.style
    const { structure, images } = composed
    return new LaidOut(
      { document, structure, images, printed, annexPages, places, created, theme, fonts },
      new Set(destinations.keys()),
    )
  }

  /** Smaller type does not narrow the column of text, so that it saves lines and the edges of a page stay. */
  get #measure(): number {
    const { theme, typeSize } = this.style
    return theme.measure * typeSize
  }

  #composedFor(document: Document, typeSize: number): ComposedPages {
    const bySize = this.#composed.get(document) ?? new Map<number, ComposedPages>()
    this.#composed.set(document, bySize)
    const composed =
      bySize.get(typeSize) ?? composePages(document, { ...this.style, typeSize }, this.assets, this.#measure)
    bySize.set(typeSize, composed)
    return composed
  }
}

/** Pages with their headers and footers, in the direction of the document. */
function printedPages(
  document: Document,
  { headersAndFooters, markings, marginColumn, overlay }: ComposedPages,
  pages: readonly DocumentPage[],
  places: BlockPlaces,
): DocumentPage[] {
  const noted = marginColumn ? withMarginNotes(pages, marginColumn, places) : pages
  const whole = headersAndFooters.addTo(noted, markings)
  return overlay.addTo(directionOf(document.lang) === 'rtl' ? mirrorPages(whole) : whole)
}

/** What printing needs: not what the pages were composed of, so that its memory is free once they are laid out. */
interface LaidOutParts extends Pick<ComposedPages, 'structure' | 'images'> {
  readonly document: Document
  readonly printed: DocumentPage[]
  readonly annexPages: number
  readonly places: BlockPlaces
  readonly created: Date
  readonly theme: Theme
  readonly fonts: Fonts
}

class LaidOut implements LaidOutDocument {
  readonly pages: number
  readonly annexPages: number
  readonly fill: number
  readonly fills: readonly number[]
  readonly families: readonly string[]
  #text: readonly PageText[] | undefined
  #isPrinted = false

  constructor(
    private readonly parts: LaidOutParts,
    private readonly destinations: ReadonlySet<string>,
  ) {
    this.annexPages = parts.annexPages
    this.pages = parts.printed.length - this.annexPages
    this.fills = parts.printed.map(({ fill }) => fill)
    const pictures = [...parts.images.values()].flatMap(({ picture }) => picture.families ?? [])
    this.families = [...new Set([...familiesForTheme(parts.theme), ...pictures])]
    this.fill = this.fills[this.pages - 1] ?? 0
  }

  get text(): readonly PageText[] {
    this.#text ??= this.#pages.map(page => pageText(page, directionOf(this.parts.document.lang)))
    return this.#text
  }

  asData(): PagesData {
    const { document, places } = this.parts
    return pagesAsData(document, this.#pages, this.pages, places)
  }

  get #pages(): readonly DocumentPage[] {
    if (this.#isPrinted)
      throw new Error('bug: the pages of a laid-out document are released when it is printed')
    return this.parts.printed
  }

  async print(report: Report): Promise<Uint8Array | undefined> {
    if (this.#isPrinted)
      throw new Error('bug: a laid-out document is printed once, as its pages are released then')
    this.#isPrinted = true
    const { document, images, structure, printed, created, theme, fonts } = this.parts
    const file = new PdfFile(document, created)
    if (!(await embedImages(images, file, report, widestShown(shownImages(printed))))) return undefined
    reportContrast(printed, theme, report)
    reportMissingFaces(printed, fonts, report)
    const issues = [...imageIssues(images), ...characterIssues(printed)]
    const marks = drawPages(file, {
      pages: releasing(printed),
      pageCount: this.fills.length,
      destinations: this.destinations,
    })
    writeStructure(structure, marks, file)
    if (checkAccessibility({ document, root: structure, marks, issues }, report)) file.claimConformance()
    return file.bytes()
  }
}

function* shownImages(pages: readonly DocumentPage[]) {
  for (const { items } of pages)
    for (const { type, item } of items) if (type === 'image') yield { source: item.image, width: item._width }
}

/** Hands over pages one by one and forgets them: the lines of a thousand pages take hundreds of megabytes. */
function* releasing(pages: DocumentPage[]): Generator<DocumentPage> {
  for (let page = pages.shift(); page; page = pages.shift()) yield page
}

/** Whether the fonts have every family of the theme; without one, its text could not be measured. */
function hasFamilies(document: Document, { theme, fonts }: DocumentStyle, report: Report): boolean {
  const place = document.blocks[0]?.place
  const missing = familiesOfTheme(theme).filter(family => !fonts.has(family))
  if (place)
    for (const family of missing)
      report(
        'font-invalid',
        place,
        `the theme asks for \`${family}\`, which no list of fonts declares`,
        didYouMean(family, fonts.keys()),
      )
  return missing.length === 0
}

import { didYouMean, ErrorTracker, present, type Report } from '../diagnostics/index.js'
import type { Document } from '../markup/index.js'
import { composeDocument } from './compose/compose.js'
import { indexDocument } from './compose/document-index.js'
import { InlineComposer } from './compose/inlines.js'
import { HeadersAndFooters, MASTHEAD_RAISE, marginsForRunningText } from './draw/headers-and-footers.js'
import { mirrorPages } from './draw/mirror-pages.js'
import { destinationPages, fillPageNumbers } from './draw/page-numbers.js'
import { vectorBounds } from './draw/page-rectangle.js'
import { PageRenderer } from './draw/page-renderer.js'
import { type PageText, pageText } from './draw/page-text.js'
import { PdfFile } from './file/pdf-file.js'
import type { Fonts } from './fonts/open-fonts.js'
import { embedImages, type ImageAssets, imageIssues, imageSizes, openImages, widestShown } from './images.js'
import { PageLayout } from './layout/page-layout.js'
import { TypesetSession } from './lines/typeset-session.js'
import type { PdfmakePage } from './nodes/pdfmake-classes.js'
import { checkAccessibility } from './tags/check-accessibility.js'
import { characterIssues } from './tags/check-characters.js'
import { writeStructure } from './tags/write-structure.js'
import { directionOf } from './text/direction.js'
import { FontFallback } from './text/font-fallback.js'
import { StyleSheet } from './theme/style-sheet.js'
import type { Theme } from './theme/theme.js'
import { familiesOfTheme } from './theme/theme-families.js'

/** How a document is to look. Lengths are points. */
export interface DocumentStyle {
  readonly theme: Theme
  readonly fonts: Fonts
  readonly page: {
    readonly width: number
    readonly height: number
    readonly margins: {
      readonly top: number
      readonly right: number
      readonly bottom: number
      readonly left: number
    }
  }
  readonly typeSize: number
  /** Multiplies vertical space, within the bounds of the theme; the theme's normal if left out. */
  readonly spacing?: number
  /** The date that the document's information gives. */
  readonly created: Date
}

/** A document laid out in pages, of which nothing is drawn yet. */
export interface LaidOutDocument {
  readonly pages: number
  /** Share of the last page's column that is used, 0 to 1. */
  readonly fill: number
  readonly text: readonly PageText[]
  /** Draws the pages and releases them, so that it can be called once. With an error to report nothing is printed. */
  print(report: Report): Promise<Uint8Array | undefined>
}

export interface TypesetDocument extends Pick<LaidOutDocument, 'pages' | 'fill' | 'text'> {
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
  const laidOut = layOut(document, style, assets, report)
  const pdf = await laidOut?.print(report)
  return laidOut && pdf && { pages: laidOut.pages, fill: laidOut.fill, text: laidOut.text, pdf }
}

/** Lays a document out in pages without drawing them. */
export function layOut(
  document: Document,
  style: DocumentStyle,
  assets: ImageAssets,
  report: Report,
): LaidOutDocument | undefined {
  const watched = new ErrorTracker(report)
  if (!hasFamilies(document, style, watched.report)) return undefined
  const file = new PdfFile(document, style.created)
  const session = new TypesetSession(style.fonts)
  const sheet = new StyleSheet(style.theme, style.typeSize, style.spacing)
  const fallback = new FontFallback(style.fonts, sheet.families, watched.report)
  const index = indexDocument(document)
  const inlines = new InlineComposer(sheet, fallback, document.lang, index)
  const margins = marginsForRunningText(style.page.margins, document.banners.length > 0)
  const body = {
    width: style.page.width - margins.left - margins.right,
    height: style.page.height - margins.top - margins.bottom,
  }
  const images = openImages(index.figures, assets, file, watched.report)
  const { content, structure } = composeDocument(document, {
    sheet,
    index,
    inlines,
    session,
    report: watched.report,
    body,
    images: imageSizes(images),
  })
  if (document.blocks[0]?.kind === 'masthead') content.margin = [0, -MASTHEAD_RAISE, 0, 0]
  const pages = new PageLayout(file, session, {
    ...style.page,
    margins,
    hyphenateBelow: style.theme.hyphenate.below,
  }).pages(content)
  const fill = lastPageFill(pages.at(-1))
  const destinations = destinationPages(pages)
  fillPageNumbers(pages, destinations, session)
  new HeadersAndFooters(document, inlines, sheet, session).addTo(pages)
  const direction = directionOf(document.lang)
  if (direction === 'rtl') mirrorPages(pages)
  if (watched.failed) return undefined
  let isPrinted = false
  const print = async (printing: Report) => {
    if (isPrinted) throw new Error('bug: a laid-out document is printed once, as its pages are released then')
    isPrinted = true
    if (!(await embedImages(images, file, printing, widestShown(shownImages(pages))))) return undefined
    const issues = [...imageIssues(images), ...characterIssues(pages)]
    const renderer = new PageRenderer(file, new Set(destinations.keys()), pages.length)
    renderer.renderPages(pages)
    writeStructure(structure, renderer.markedPages, file)
    if (checkAccessibility({ document, root: structure, marked: renderer.markedPages, issues }, printing))
      file.claimConformance()
    return file.bytes()
  }
  return { pages: pages.length, fill, text: pages.map(page => pageText(page, direction)), print }
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

function* shownImages(pages: readonly PdfmakePage[]) {
  for (const { items } of pages)
    for (const { type, item } of items) if (type === 'image') yield { source: item.image, width: item._width }
}

function lastPageFill(page: PdfmakePage | undefined): number {
  if (!page) return 0
  const { top, bottom } = page.pageMargins
  const lowest = page.items.reduce((low, entry) => Math.max(low, bottomOfItem(entry)), top)
  return Math.min(1, Math.max(0, (lowest - top) / (page.pageSize.height - top - bottom)))
}

function bottomOfItem({ type, item }: PdfmakePage['items'][number]): number {
  if (type === 'line') return present(item.y, 'height of a line on its page') + item.getHeight()
  if (type === 'image') return item.y + item._height
  const { y, h } = vectorBounds(item)
  return y + h
}

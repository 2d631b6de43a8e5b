import { didYouMean, type Report, Watch } from '../diagnostics/index.js'
import type { Document } from '../markup/index.js'
import { compose } from './compose/compose.js'
import { destinationsOf, entriesOf } from './compose/destinations.js'
import { directionOf } from './compose/direction.js'
import { Glyphs } from './compose/glyphs.js'
import { InlineComposer } from './compose/inlines.js'
import { Drawing } from './draw/drawing.js'
import { extentOfVector } from './draw/extent.js'
import { destinationPages, fillPageNumbers } from './draw/page-numbers.js'
import { type PageText, pageText } from './draw/page-text.js'
import { PdfFile } from './draw/pdf-file.js'
import { HEADER_ROOM, Running, runningMargins } from './draw/running.js'
import type { Fonts } from './fonts/open-fonts.js'
import { type Assets, embedImages, openImages, pictureFaults, sizesOf } from './images.js'
import { Layout } from './layout/layout.js'
import { mirror } from './layout/mirror.js'
import type { LaidPage } from './pdfmake-classes.js'
import { characterFaults } from './tags/check-characters.js'
import { isAccessible } from './tags/check-structure.js'
import { writeStructure } from './tags/write-structure.js'
import { Sheet } from './theme/sheet.js'
import type { Theme } from './theme/theme.js'

/** How a document is to look. Lengths are points. */
export interface Style {
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

/** A document set in pages, of which nothing is drawn yet. */
export interface LaidOut {
  readonly pages: number
  /** Share of the last page's column that is used, 0 to 1. */
  readonly fill: number
  readonly text: readonly PageText[]
  /** Draws the pages, once, and lets them go. With an error to report nothing is printed. */
  print(report: Report): Promise<Uint8Array | undefined>
}

export interface Printed extends Pick<LaidOut, 'pages' | 'fill' | 'text'> {
  readonly pdf: Uint8Array
}

/**
 * Sets a document in pages and prints them as PDF: the same bytes for the same input. With an error to report
 * nothing is printed.
 */
export async function typeset(
  document: Document,
  style: Style,
  assets: Assets,
  report: Report,
): Promise<Printed | undefined> {
  const laidOut = layOut(document, style, assets, report)
  const pdf = await laidOut?.print(report)
  return laidOut && pdf && { pages: laidOut.pages, fill: laidOut.fill, text: laidOut.text, pdf }
}

/** Sets a document in pages, at the cost of measuring alone. */
export function layOut(
  document: Document,
  style: Style,
  assets: Assets,
  report: Report,
): LaidOut | undefined {
  const watched = new Watch(report)
  if (!familiesOpened(document, style, watched.report)) return undefined
  const file = new PdfFile(document, style.created)
  const sheet = new Sheet(style.theme, style.typeSize, style.spacing)
  const glyphs = new Glyphs(style.fonts, sheet.families, watched.report)
  const inlines = new InlineComposer(
    sheet,
    glyphs,
    document.lang,
    destinationsOf(document),
    entriesOf(document),
  )
  const margins = runningMargins(style.page.margins, document.banner !== undefined)
  const body = {
    width: style.page.width - margins.left - margins.right,
    height: style.page.height - margins.top - margins.bottom,
  }
  const images = openImages(document, assets, file, watched.report)
  const { content, root } = compose(document, {
    sheet,
    inlines,
    fonts: style.fonts,
    report: watched.report,
    body,
    images: sizesOf(images),
  })
  if (document.blocks[0]?.kind === 'masthead') content.margin = [0, -HEADER_ROOM, 0, 0]
  const pages = new Layout(file, style.fonts, {
    ...style.page,
    margins,
    hyphenateBelow: style.theme.hyphenate.below,
  }).pages(content)
  const fill = fillOf(pages.at(-1))
  const destinations = destinationPages(pages)
  fillPageNumbers(pages, destinations, style.fonts)
  new Running(document, inlines, sheet, style.fonts).addTo(pages)
  const direction = directionOf(document.lang)
  if (direction === 'rtl') mirror(pages)
  if (watched.failed) return undefined
  const print = async (printing: Report) => {
    if (!(await embedImages(images, file, printing))) return undefined
    const drawing = new Drawing(file, new Set(destinations.keys()), pages.length)
    drawing.renderPages(pages)
    writeStructure(root, drawing.marked, file)
    const faults = [...pictureFaults(images), ...characterFaults(file.texts, pages)]
    if (isAccessible({ document, root, marked: drawing.marked, faults }, printing)) file.claimConformance()
    return file.bytes()
  }
  return { pages: pages.length, fill, text: pages.map(page => pageText(page, direction)), print }
}

/** The families of body and headings must be there: with others, nothing could be measured. */
function familiesOpened(document: Document, { theme, fonts }: Style, report: Report): boolean {
  const place = document.blocks[0]?.place
  const { body, heading, fallback } = theme.families
  const missing = [...new Set([body, heading, ...fallback])].filter(family => !fonts.has(family))
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

function fillOf(page: LaidPage | undefined): number {
  if (!page) return 0
  const { top, bottom } = page.pageMargins
  const lowest = page.items.reduce((low, entry) => Math.max(low, bottomOf(entry)), top)
  return Math.min(1, Math.max(0, (lowest - top) / (page.pageSize.height - top - bottom)))
}

function bottomOf({ type, item }: LaidPage['items'][number]): number {
  if (type === 'line') return (item.y ?? 0) + item.getHeight()
  if (type === 'image') return item.y + item._height
  const { y, h } = extentOfVector(item)
  return y + h
}

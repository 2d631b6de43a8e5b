import type { Report } from '../diagnostics/index.js'
import type { Document } from '../markup/index.js'
import { embedImages, imageIssues, widestShown } from './draw/embed-images.js'
import { type DrawnPart, drawPages, type PartOfSeveral } from './draw/page-renderer.js'
import { PdfFile } from './file/pdf-file.js'
import type { Fonts } from './fonts/open-fonts.js'
import type { DocumentPage } from './nodes/page.js'
import { StructureElement } from './nodes/structure-element.js'
import { reportContrast } from './pages/report-contrast.js'
import { reportMissingFaces } from './pages/report-missing-faces.js'
import type { OpenedImage } from './pictures/open-images.js'
import { checkAccessibility } from './tags/check-accessibility.js'
import { characterIssues } from './tags/check-characters.js'
import { writeStructure } from './tags/write-structure.js'
import type { Theme } from './theme/theme.js'

/** A document as a file draws it; its pages are emptied while they are drawn. */
export interface FilePart {
  readonly structure: StructureElement
  readonly images: ReadonlyMap<string, OpenedImage>
  readonly pages: DocumentPage[]
  /** Names of the destinations on its pages. */
  readonly destinations: ReadonlySet<string>
  readonly theme: Theme
  readonly fonts: Fonts
  /** What makes it one of several documents of the file. */
  readonly within?: PartOfSeveral | undefined
}

/** What a file says of itself, and when it was made. */
export interface FileInformation {
  readonly document: Pick<Document, 'lang' | 'title' | 'authors' | 'subject' | 'keywords' | 'banners'>
  readonly created: Date
}

/** Draws documents one after the other into one file, with one tree of tags. With an error to report nothing is printed. */
export async function printFile(
  parts: readonly FilePart[],
  { document, created }: FileInformation,
  report: Report,
): Promise<Uint8Array | undefined> {
  const file = new PdfFile(document, created)
  const drawn: DrawnPart[] = []
  const issues = []
  const pageCount = parts.reduce((sum, { pages }) => sum + pages.length, 0)
  for (const part of parts) {
    const { images, pages, theme, fonts, destinations, within } = part
    const embedded = await embedImages(images, file, report, widestShown(shownImages(pages)))
    if (!embedded) return undefined
    reportContrast(pages, theme, report)
    reportMissingFaces(pages, fonts, report)
    issues.push(...imageIssues(images), ...characterIssues(pages))
    drawn.push({ pages: releasing(pages), images: embedded, destinations, within })
  }
  const marks = drawPages(file, drawn, pageCount)
  const root = rootOf(parts)
  writeStructure(root, marks, file)
  if (checkAccessibility({ document, root, marks, issues }, report)) file.claimConformance()
  return file.bytes()
}

/** The tree of tags of a file: that of its document, or one that has those of several as its parts (ISO 32000-1, table 333). */
function rootOf(parts: readonly FilePart[]): StructureElement {
  const [first] = parts
  if (first && parts.length === 1 && !first.within) return first.structure
  const root = new StructureElement('Document', first?.structure.place)
  for (const { structure, within } of parts)
    root.add('Part', structure.place, within && { lang: within.lang }).adopt(structure)
  return root
}

function* shownImages(pages: readonly DocumentPage[]) {
  for (const { items } of pages)
    for (const { type, item } of items) if (type === 'image') yield { source: item.image, width: item._width }
}

/** Hands over pages one by one and forgets them: the lines of a thousand pages take hundreds of megabytes. */
function* releasing(pages: DocumentPage[]): Generator<DocumentPage> {
  for (let page = pages.shift(); page; page = pages.shift()) yield page
}

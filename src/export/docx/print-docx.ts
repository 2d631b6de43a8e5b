import {
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageOrientation,
  SectionType,
  Document as WordDocument,
} from 'docx'
import { ErrorTracker, type Report } from '../../diagnostics/index.js'
import { type Document, findNodes } from '../../markup/index.js'
import {
  columnWidths,
  type DocumentStyle,
  directionOf,
  faceFor,
  familiesForTheme,
  indexDocument,
  loadPartsFor,
  StyleSheet,
} from '../../typeset/index.js'
import type { TwinContent } from '../twin.js'
import { Bookmarks } from './bookmarks.js'
import { withContentsPages } from './contents-of-word.js'
import { appProperties, coreProperties } from './document-properties.js'
import { EstimatedHeights } from './estimated-heights.js'
import { estimatedPages } from './estimated-pages.js'
import { fontPart } from './font-part.js'
import { HouseStyles } from './house-styles.js'
import { WordLists } from './lists-of-word.js'
import { contextOn, type PageFlow, writeFlows } from './page-flows.js'
import { preparePictures } from './prepare-pictures.js'
import { openRasterizer } from './rasterize.js'
import { type WordRunningParts, writeRunningParts } from './running-parts.js'
import { stablePackage } from './stable-package.js'
import { stylePart } from './style-part.js'
import { withBraces } from './text-parts.js'
import type { WordContext } from './word-context.js'
import { WordStyles } from './word-styles.js'
import type { WordTemplate } from './word-template.js'
import { twips } from './word-units.js'
import { writeBlocks } from './write-blocks.js'

export interface DocxOptions {
  /** Whose styles are taken in the place of those of the theme. */
  readonly styles?: WordTemplate
}

/** Prints an edition as a document of Word: the same bytes for the same input. Undefined if there is an error to report. */
export async function printDocx(
  content: TwinContent,
  options: DocxOptions,
  report: Report,
): Promise<Uint8Array | undefined> {
  const watched = new ErrorTracker(report)
  const { document, style, images } = content
  await loadPartsFor(document, images)
  const house = options.styles && HouseStyles.read(options.styles, watched.report)
  const pictures = await preparePictures(document, style, images, watched.report)
  if (findNodes(document.blocks, 'diagram').length > 0) await openRasterizer()
  if (watched.failed) return undefined
  const context = contextFor(document, style, { pictures, house }, watched.report)
  const flows = writeFlows(document.blocks, context)
  const word = wordDocument(document, flows, context)
  const pages = context.heights && estimatedPages(flows, context.heights, style)
  const packed = await Packer.toBuffer(word)
  const isRightToLeft = directionOf(document.lang) === 'rtl'
  const parts = new Map([
    ['word/styles.xml', stylePart(context.styles, house)],
    ['word/fontTable.xml', fontPart(familiesForTheme(style.theme), style.fonts)],
    ['docProps/core.xml', coreProperties(document, style.created)],
    ['docProps/app.xml', appProperties()],
    ...[...(house?.parts ?? [])].filter(([path]) => path !== 'word/styles.xml'),
  ])
  return stablePackage(packed, parts, (path, written) => {
    const xml = withBraces(written)
    return house
      ? inHouseStyles(edited(path, xml, { isRightToLeft, pages }), house)
      : edited(path, xml, { isRightToLeft, pages })
  })
}

/** What docx names by its own ids, by those of a house. */
function inHouseStyles(xml: string, house: HouseStyles): string {
  const ids: readonly (readonly [string, string, 'character' | 'table'])[] = [
    ['FootnoteReference', 'footnote reference', 'character'],
    ['TableGrid', 'Table Grid', 'table'],
  ]
  return ids.reduce((text, [own, name, type]) => {
    const id = house.idOf(name, type)
    return id === undefined ? text : text.replaceAll(`w:val="${own}"`, `w:val="${id}"`)
  }, xml)
}

/** What docx has no options for. */
function edited(
  path: string,
  xml: string,
  { isRightToLeft, pages }: { isRightToLeft: boolean; pages: ReadonlyMap<string, number> | undefined },
): string {
  if (path !== 'word/document.xml') return xml
  const numbered = pages ? withContentsPages(xml, pages) : xml
  return isRightToLeft ? numbered.replace(/(?=<w:docGrid\b)/g, '<w:bidi/>') : numbered
}

function contextFor(
  document: Document,
  style: DocumentStyle,
  { pictures, house }: Pick<WordContext, 'pictures'> & { readonly house: HouseStyles | undefined },
  report: Report,
): WordContext {
  const sheet = new StyleSheet(style.theme, style.typeSize)
  const index = indexDocument(document)
  const { page, theme, typeSize } = style
  const width = page.width - page.margins.left - page.margins.right
  const { spare } = columnWidths(width, { measure: theme.measure * typeSize })
  const around = { sheet, text: sheet.baseTextStyle, right: spare, name: '' }
  const complexFamily = familyOf(document.lang, sheet, style)
  return {
    ...around,
    styles: new WordStyles(around, document.lang, { complexFamily }, house),
    bookmarks: new Bookmarks(index),
    index,
    lists: new WordLists(),
    heights:
      findNodes(document.blocks, 'contents').length > 0 ? new EstimatedHeights(style.fonts) : undefined,
    ...{ style, report, width, pictures, writeBlocks },
    ...{ lang: document.lang, documentLang: document.lang },
    ...{ left: 0, inTable: false, depth: 0 },
    title: findNodes(document.blocks, 'heading').find(({ level }) => level === 1),
  }
}

/** The family for letters from right to left, if the language has them. */
function familyOf(lang: string, sheet: StyleSheet, { fonts, theme }: DocumentStyle): string {
  const letter = /^(?:he|yi|iw)\b/.test(lang) ? '\u05D0' : directionOf(lang) === 'rtl' ? '\u0627' : undefined
  const found = sheet.families.find(
    family => letter && faceFor(fonts, { family, bold: false, italics: false })?.has(letter),
  )
  return found ?? theme.families.body
}

function wordDocument(document: Document, flows: readonly PageFlow[], context: WordContext): WordDocument {
  const made = new Map<PageFlow['orientation'], WordRunningParts>()
  const partsOf = (flow: PageFlow) => {
    const known =
      made.get(flow.orientation) ??
      writeRunningParts(document, contextOn({ ...flow, columns: 1, gap: 0 }, context))
    made.set(flow.orientation, known)
    return known
  }
  const marking = document.banners.map(({ text }) => text).join('; ')
  return new WordDocument({
    sections: flows.map((flow, index) => section(flow, flows[index - 1], partsOf(flow), context)),
    numbering: context.lists.options,
    ...(marking !== '' && { customProperties: [{ name: 'Classification', value: marking }] }),
  })
}

/** Points from the edge of the paper to what stands in its margin. */
const PAPER_EDGE = 20

function section(
  flow: PageFlow,
  before: PageFlow | undefined,
  { headers, footers }: WordRunningParts,
  { style: { page } }: WordContext,
): ISectionOptions {
  const { margins } = page
  const isLying = page.width < page.height && flow.orientation === 'landscape'
  const turns = before !== undefined && before.orientation !== flow.orientation
  return {
    properties: {
      type: before === undefined || flow.beginsPage ? SectionType.NEXT_PAGE : SectionType.CONTINUOUS,
      page: {
        size: {
          width: twips(Math.min(page.width, page.height)),
          height: twips(Math.max(page.width, page.height)),
          orientation:
            flow.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          ...{ top: twips(margins.top), bottom: twips(margins.bottom) },
          left: twips(isLying ? margins.top : margins.left),
          right: twips(isLying ? margins.bottom : margins.right),
          ...{ header: twips(PAPER_EDGE), footer: twips(PAPER_EDGE), gutter: 0 },
        },
      },
      ...(before === undefined && { titlePage: true }),
      ...(flow.columns > 1 && { column: { count: flow.columns, space: twips(flow.gap), equalWidth: true } }),
      footnoteProperties: { numberFormat: { type: NumberFormat.LOWER_LETTER } },
    },
    ...(before === undefined
      ? { headers, footers }
      : turns
        ? { headers: { default: headers.default }, footers: { default: footers.default } }
        : {}),
    children: flow.children,
  }
}

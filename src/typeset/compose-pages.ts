import { Findings, type Report } from '../diagnostics/index.js'
import type { Document, Note } from '../markup/index.js'
import { type ComposedPart, composeDocument } from './compose/compose.js'
import { indexDocument } from './compose/document-index.js'
import { InlineComposer, LABEL_GAP_EMS } from './compose/inlines.js'
import { composeMarginColumn, type MarginColumn } from './compose/margin-notes.js'
import type { DocumentPart } from './flow/lay-out-pages.js'
import { ParagraphLines } from './flow/paragraph-lines.js'
import type { NoteLook } from './flow/split-notes.js'
import { TypesetSession } from './lines/typeset-session.js'
import type { PageSetup } from './nodes/page.js'
import { LAYOUT_ARTIFACT, type StructureElement } from './nodes/structure-element.js'
import { HeadersAndFooters } from './pages/headers-and-footers.js'
import { Overlay } from './pages/overlay.js'
import { PageTabs } from './pages/page-tabs.js'
import { type ImageAssets, imageSizes, type OpenedImage, openImages } from './pictures/open-images.js'
import { FontFallback } from './text/font-fallback.js'
import { colourPlace } from './theme/colour-places.js'
import type { DocumentStyle } from './theme/document-style.js'
import { lightestWords, overlayColour } from './theme/overlay-colour.js'
import { StyleSheet } from './theme/style-sheet.js'
import { familiesForTheme } from './theme/theme-families.js'

/** A document in one type size, composed for its pages: what its layouts in different spacing have in common. */
export interface ComposedPages {
  readonly parts: readonly [DocumentPart, ...DocumentPart[]]
  readonly structure: StructureElement
  /** The elements of the markings. */
  readonly markings: readonly StructureElement[]
  readonly headersAndFooters: HeadersAndFooters
  readonly overlay: Overlay
  readonly tabs: PageTabs
  /** Undefined where nothing stands beside the text. */
  readonly marginColumn: MarginColumn | undefined
  readonly images: ReadonlyMap<string, OpenedImage>
  readonly sheet: StyleSheet
  readonly session: TypesetSession
  readonly paragraphs: ParagraphLines
  readonly notes: NoteLook
  /** Points by which the first page begins above its top margin. */
  readonly raise: number
  /** Of composing, and of what later steps set with it. */
  readonly findings: Findings
}

/** Composes a document for the pages of a style; its spacing is not used. `measure` is the longest line of text in points. */
export function composePages(
  document: Document,
  style: DocumentStyle,
  assets: ImageAssets,
  measure = style.theme.measure * style.typeSize,
): ComposedPages {
  const findings = new Findings()
  const report: Report = findings.report
  const session = new TypesetSession(style.fonts)
  const sheet = new StyleSheet(style.theme, style.typeSize)
  const index = indexDocument(document)
  const fallback = new FontFallback(style.fonts, sheet.families, report)
  const mentionedTerms = style.theme.margin?.holds.includes('terms') ? index.mentionedTerms : new Map()
  const inlines = new InlineComposer(sheet, fallback, document.lang, { ...index, mentionedTerms })
  const images = openImages(
    index.figures,
    assets,
    { fonts: style.fonts, families: familiesForTheme(style.theme) },
    report,
  )
  const headersAndFooters = new HeadersAndFooters(document, inlines, sheet, session)
  const overlay = new Overlay(document, colourOfOverlay(document, style, report), inlines, sheet, session)
  const tabs = new PageTabs(document.blocks[0]?.place, inlines, sheet, session)
  const setups = new Map<ComposedPart['orientation'], PageSetup>()
  const setupOf = (orientation: ComposedPart['orientation']) => {
    const setup = setups.get(orientation) ?? headersAndFooters.withRoom(pageSetup(style, orientation))
    setups.set(orientation, setup)
    return setup
  }
  const marginColumn = composeMarginColumn(document, {
    ...{ sheet, inlines, session, index, measure },
    bodyWidth: bodyOf(setupOf(undefined)).width,
  })
  const textWidth = marginColumn ? Math.min(measure, marginColumn.measure) : measure
  const { parts, structure, markings } = composeDocument(document, {
    ...{ sheet, measure: textWidth, index, inlines, session, report, images: imageSizes(images) },
    bodyOf: orientation => bodyOf(setupOf(orientation)),
  })
  const [first, ...others] = parts.map(part => ({ ...part, setup: setupOf(part.orientation) }))
  // A note that is continued on a page of another orientation keeps its lines.
  const narrowest = Math.min(...parts.map(({ orientation }) => bodyOf(setupOf(orientation)).width))
  return {
    parts: [
      first ?? { setup: setupOf(undefined), isAnnex: false, content: { kind: 'stack', stack: [] } },
      ...others,
    ],
    ...{
      structure,
      markings,
      headersAndFooters,
      overlay,
      tabs,
      marginColumn,
      images,
      sheet,
      session,
      findings,
    },
    paragraphs: new ParagraphLines(session, style.theme.hyphenate.below),
    notes: noteLook(index.notes, Math.min(textWidth, narrowest), { sheet, inlines, session }),
    raise:
      document.blocks[0]?.kind === 'masthead' ? headersAndFooters.raiseOn(setupOf(first?.orientation)) : 0,
  }
}

/** Undefined where nothing stands across the pages; reported if something should. */
function colourOfOverlay(
  { overlay, blocks }: Document,
  { theme }: DocumentStyle,
  report: Report,
): string | undefined {
  const [first] = overlay
  if (first === undefined || theme.overlay === 'off') return undefined
  const colour = overlayColour(theme)
  const lightest = lightestWords(theme)
  const place = (lightest && colourPlace(theme, lightest)?.place) ?? blocks[0]?.place
  if (colour === undefined && place)
    report(
      'overlay-not-shown',
      place,
      `pages do not have \`${first}\` across them: words of the theme are too light to be read on it`,
      'make the lightest words of the theme darker, or write `overlay: off` in it',
    )
  return colour
}

/** Pages of the style, turned where a part asks for another orientation. */
function pageSetup({ page }: DocumentStyle, orientation: ComposedPart['orientation']): PageSetup {
  const { margins } = page
  const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)]
  if (orientation === 'landscape') return { width: long, height: short, margins }
  if (orientation === 'portrait') return { width: short, height: long, margins }
  return { width: page.width, height: page.height, margins }
}

const bodyOf = ({
  width,
  height,
  margins,
}: PageSetup): { readonly width: number; readonly height: number } => ({
  width: width - margins.left - margins.right,
  height: height - margins.top - margins.bottom,
})

function noteLook(
  notes: readonly Note[],
  measure: number,
  {
    sheet,
    inlines,
    session,
  }: Pick<ComposedPages, 'sheet' | 'session'> & { readonly inlines: InlineComposer },
): NoteLook {
  const { hair } = sheet.theme.rules
  const colour = sheet.colour('line')
  const { noteStyle } = inlines
  const widest = notes.reduce((wide, { label, place }) => {
    const words = session.measure(inlines.words(label, place, noteStyle, { element: LAYOUT_ARTIFACT }))
    return Math.max(
      wide,
      words.reduce((sum, { width }) => sum + width, 0),
    )
  }, 0)
  return {
    rule: { colour, width: hair },
    ruleWidth: sheet.ems(NOTE_RULE_EMS),
    separation: sheet.ems(NOTE_SEPARATION_EMS),
    gap: sheet.ems(NOTE_GAP_EMS),
    indent: Math.max(noteStyle.size * LEAST_NOTE_INDENT_EMS, widest + noteStyle.size * LABEL_GAP_EMS),
    measure,
  }
}

/** Ems of the text: the rule over notes, from text to notes, and between notes. */
const NOTE_RULE_EMS = 8
const NOTE_SEPARATION_EMS = 1.1
const NOTE_GAP_EMS = 0.25
/** Ems of the notes from the edge of the text to theirs, where labels have one letter. */
const LEAST_NOTE_INDENT_EMS = 1.5

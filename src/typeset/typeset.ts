import { didYouMean, ErrorTracker, type Report } from '../diagnostics/index.js'
import type { Document } from '../markup/index.js'
import { type ComposedPages, composePages } from './compose-pages.js'
import { layOutPages } from './flow/lay-out-pages.js'
import { LaidOut, type LaidOutDocument } from './laid-out-document.js'
import { loadPartsFor } from './load-parts.js'
import type { ImageAssets } from './pictures/open-images.js'
import type { DocumentStyle } from './theme/document-style.js'
import { spacingWithin } from './theme/theme-bounds.js'
import { familiesOfTheme } from './theme/theme-families.js'

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
    composed.findings.passOn(watched.report)
    if (watched.failed) return undefined
    return new LaidOut({ ...laidOutParts(composed), document, style: this.style, annexPages, places }, pages)
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

/** What is left of composing once the pages are laid out. */
function laidOutParts({
  structure,
  markings,
  images,
  headersAndFooters,
  overlay,
  tabs,
  marginColumn,
  session,
  findings,
}: ComposedPages) {
  return { structure, markings, images, headersAndFooters, overlay, tabs, marginColumn, session, findings }
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

import { ErrorTracker, type Report } from '../../diagnostics/index.js'
import { type Audience, briefLanguage, pageSize } from '../../edition/index.js'
import {
  audienceInTheme,
  type EditionVariant,
  type FitTrial,
  type FittedEdition,
  fit,
  isVariantMade,
  makeVariant,
} from '../../fit/index.js'
import { findNodes, type TemplateLibrary } from '../../markup/index.js'
import {
  checkPictures,
  type DocumentStyle,
  type Fonts,
  familiesForTheme,
  loadPartsFor,
  type Theme,
} from '../../typeset/index.js'
import type { SelectedEdition } from '../plan/brief-cache.js'
import type { EditionRequest } from '../plan/edition-request.js'
import type { Workspace } from '../workspace/workspace.js'
import { type DocumentImages, readDocumentImages } from './document-images.js'
import type { Resources } from './resources.js'
import { limitPlace, ownLimit, settingPlace } from './setting-place.js'

/** An edition in pages that keep its limit, not drawn yet, with what it was set with. */
export interface FittedPages {
  /** With the page limit and the type of the theme. */
  readonly audience: Audience
  /** With all that it shows where nothing is left out. */
  readonly whole: EditionVariant
  readonly library: TemplateLibrary
  readonly theme: Theme
  readonly images: DocumentImages
  /** The fields of the brief that its template read. */
  readonly read: ReadonlySet<string>
  readonly fitted: FittedEdition
}

export interface FitEditionOptions {
  /** What was selected for this request before. */
  readonly selected?: SelectedEdition | undefined
  /** Receives the layouts that were tried, whether one fits or not. */
  readonly onTrials?: ((trials: readonly FitTrial[]) => void) | undefined
}

/** Takes one edition from the proved brief to its pages, a stage a line; undefined if a stage could not go on. */
export async function fitEdition(
  request: EditionRequest,
  resources: Resources,
  workspace: Workspace,
  report: Report,
  { selected, onTrials }: FitEditionOptions = {},
): Promise<FittedPages | undefined> {
  const { created, reader, source } = request
  const { brief, evidence } = source
  const reading = new ErrorTracker(report)
  const library = resources.library(reader.lang ?? briefLanguage(brief), reading.report)
  if (reading.failed) return undefined
  const read = new Set<string>()
  const theme = resources.theme(
    request.audience.theme,
    settingPlace(brief, request.audience, 'theme'),
    report,
  )
  const audience = theme
    ? audienceInTheme(request.audience, theme, ownLimit(brief, request.audience))
    : request.audience
  const material = { brief, evidence, audience, library, reader, fieldsRead: read, selected }
  const whole = makeVariant(material)
  if (!isVariantMade(whole)) {
    whole.findings.passOn(report)
    return undefined
  }
  const named = findNodes(whole.document.blocks, 'figure')
  const images = await readDocumentImages(named, brief, workspace, resources.pictures, report)
  const families = theme && familiesForTheme(theme)
  if (!theme || !images.isComplete) {
    await checkPictures(images.pictures, images, resources.fonts, report, families)
    return undefined
  }
  await loadPartsFor(whole.document, images)
  const style = editionStyle(audience, theme, resources.fonts, created)
  const setup = { style, assets: images, limitPlace: limitPlace(brief, audience, resources) }
  const { fitted, trials } = fit(material, whole, setup, report)
  onTrials?.(trials)
  if (!fitted) await checkPictures(images.pictures, images, resources.fonts, report, families)
  return fitted && { audience, whole, library, theme, images, read, fitted }
}

/** How an audience's pages are set before they are fitted, and the date of the document. */
function editionStyle({ page, type }: Audience, theme: Theme, fonts: Fonts, created: Date): DocumentStyle {
  return {
    theme,
    fonts,
    page: { ...pageSize(page), margins: page.margins },
    typeSize: type.size,
    created,
  }
}

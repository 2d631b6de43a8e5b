import { ErrorTracker, type Report } from '../../diagnostics/index.js'
import { type Audience, briefLanguage, languagesOfEdition, pageSize } from '../../edition/index.js'
import {
  audienceInTheme,
  type EditionInPack,
  type EditionInputs,
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

/** An edition that nothing is left out of, with what it is set with. */
export interface WholeEdition {
  /** With the page limit and the type of the theme. */
  readonly audience: Audience
  /** With all that it shows where nothing is left out. */
  readonly whole: EditionVariant
  readonly library: TemplateLibrary
  readonly theme: Theme
  readonly style: DocumentStyle
  readonly images: DocumentImages
  /** The fields of the brief that its template read, in whatever variant was made so far. */
  readonly read: ReadonlySet<string>
  /** What variants of it are made from. */
  readonly material: EditionInputs
}

/** An edition in pages that keep its limit, not drawn yet. */
export interface FittedPages extends WholeEdition {
  readonly fitted: FittedEdition
}

export interface FitEditionOptions {
  /** What was selected for this request before. */
  readonly selected?: SelectedEdition | undefined
  readonly inPack?: EditionInPack | undefined
  /** Receives the layouts that were tried, whether one fits or not. */
  readonly onTrials?: ((trials: readonly FitTrial[]) => void) | undefined
}

/** Takes one edition from the proved brief to its pages, a stage a line; undefined if a stage could not go on. */
export async function fitEdition(
  request: EditionRequest,
  resources: Resources,
  workspace: Workspace,
  report: Report,
  options: FitEditionOptions = {},
): Promise<FittedPages | undefined> {
  const made = await makeWholeEdition(request, resources, workspace, report, options)
  return made && fitWholeEdition(made, request, resources, report, options.onTrials)
}

/** Takes one edition from the proved brief to its blocks and pictures; undefined if a stage could not go on. What is found in its words is with the variant. */
export async function makeWholeEdition(
  request: EditionRequest,
  resources: Resources,
  workspace: Workspace,
  report: Report,
  { selected, inPack }: Omit<FitEditionOptions, 'onTrials'> = {},
): Promise<WholeEdition | undefined> {
  const { created, reader, source } = request
  const { brief, evidence } = source
  const reading = new ErrorTracker(report)
  const library = resources.library(
    languagesOfEdition(brief, request.audience, reader.lang ?? briefLanguage(brief)),
    reading.report,
  )
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
  const material = { brief, evidence, audience, library, reader, fieldsRead: read, selected, inPack }
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
  return { audience, whole, library, theme, style, images, read, material }
}

/** Takes an edition from its blocks to its pages; undefined if they cannot keep its limit, or have errors. */
export async function fitWholeEdition(
  made: WholeEdition,
  { source }: EditionRequest,
  resources: Resources,
  report: Report,
  onTrials?: FitEditionOptions['onTrials'],
): Promise<FittedPages | undefined> {
  const { audience, style, images, material, whole } = made
  const setup = { style, assets: images, limitPlace: limitPlace(source.brief, audience, resources) }
  const { fitted, trials } = fit(material, whole, setup, report)
  onTrials?.(trials)
  if (!fitted)
    await checkPictures(images.pictures, images, resources.fonts, report, familiesForTheme(made.theme))
  return fitted && { ...made, fitted }
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

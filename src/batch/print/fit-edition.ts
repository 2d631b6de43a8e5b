import { ErrorTracker, type Report } from '../../diagnostics/index.js'
import { briefLanguage } from '../../edition/index.js'
import { type EditionVariant, type FittedEdition, fit, isVariantMade, makeVariant } from '../../fit/index.js'
import type { TemplateLibrary } from '../../markup/index.js'
import type { Theme } from '../../typeset/index.js'
import type { SelectedEdition } from '../plan/brief-cache.js'
import type { EditionRequest } from '../plan/edition-request.js'
import type { Workspace } from '../workspace/workspace.js'
import { type DocumentImages, readDocumentImages } from './document-images.js'
import { editionStyle } from './edition-style.js'
import type { Resources } from './resources.js'
import { limitPlace, settingPlace } from './setting-place.js'

/** An edition in pages that keep its limit, not drawn yet, with what it was set with. */
export interface FittedPages {
  /** With all that it shows where nothing is left out. */
  readonly whole: EditionVariant
  readonly library: TemplateLibrary
  readonly theme: Theme
  readonly images: DocumentImages
  /** The fields of the brief that its template read. */
  readonly read: ReadonlySet<string>
  readonly fitted: FittedEdition
}

/**
 * Takes one edition from the proved brief to its pages, a stage a line; undefined if a stage could not go on. `selected`
 * is what was selected for this request before.
 */
export async function fitEdition(
  request: EditionRequest,
  resources: Resources,
  workspace: Workspace,
  report: Report,
  selected?: SelectedEdition,
): Promise<FittedPages | undefined> {
  const { audience, created, reader, source } = request
  const { brief, evidence } = source
  const reading = new ErrorTracker(report)
  const library = resources.library(reader.lang ?? briefLanguage(brief), reading.report)
  if (reading.failed) return undefined
  const read = new Set<string>()
  const material = { brief, evidence, audience, library, reader, fieldsRead: read, selected }
  const whole = makeVariant(material)
  const theme = resources.theme(audience.theme, settingPlace(brief, audience, 'theme'), report)
  if (!isVariantMade(whole)) {
    whole.findings.passOn(report)
    return undefined
  }
  const pictures = await readDocumentImages(whole.document, brief, workspace, report)
  if (!theme || !pictures) return undefined
  const style = editionStyle(audience, theme, resources.fonts, created)
  const setup = { style, assets: pictures, limitPlace: limitPlace(brief, audience) }
  const { fitted } = fit(material, whole, setup, report)
  return fitted && { whole, library, theme, images: pictures, read, fitted }
}

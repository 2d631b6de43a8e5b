import { type Report, Watch } from '../../diagnostics/index.js'
import { ownLanguage } from '../../edition/index.js'
import { type Fitted, fit, isMade, makeVersion, type Version } from '../../fit/index.js'
import type { TemplateLibrary } from '../../markup/index.js'
import type { Theme } from '../../typeset/index.js'
import type { Order } from '../plan/orders.js'
import type { Workspace } from '../workspace.js'
import { type Pictures, readPictures } from './pictures.js'
import type { Resources } from './resources.js'
import { limitPlace, settingPlace } from './setting-place.js'
import { styleOf } from './style.js'

/** An edition in pages that keep its limit, not drawn yet, with what it was set with. */
export interface SetEdition {
  /** With all that it shows where nothing is left out. */
  readonly whole: Version
  readonly library: TemplateLibrary
  readonly theme: Theme
  readonly pictures: Pictures
  /** The fields of the brief that its template read. */
  readonly read: ReadonlySet<string>
  readonly fitted: Fitted
}

/** Takes one edition from the proved brief to its pages, a stage a line; undefined if a stage could not go on. */
export async function setEdition(
  order: Order,
  resources: Resources,
  workspace: Workspace,
  report: Report,
): Promise<SetEdition | undefined> {
  const { audience, created, reader, source } = order
  const { brief, evidence } = source
  const reading = new Watch(report)
  const library = resources.library(reader.lang ?? ownLanguage(brief), reading.report)
  if (reading.failed) return undefined
  const read = new Set<string>()
  const material = { brief, evidence, audience, library, reader, read }
  const whole = makeVersion(material)
  const theme = resources.theme(audience.theme, settingPlace(brief, audience, 'theme'), report)
  if (!isMade(whole)) {
    whole.findings.passOn(report)
    return undefined
  }
  const pictures = await readPictures(whole.document, brief, workspace, report)
  if (!theme || !pictures) return undefined
  const style = styleOf(audience, theme, resources.fonts, created)
  const setup = { style, assets: pictures, limitPlace: limitPlace(brief, audience) }
  const fitted = fit(material, whole, setup, report)
  return fitted && { whole, library, theme, pictures, read, fitted }
}

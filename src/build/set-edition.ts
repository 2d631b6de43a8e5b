import type { Report } from '../diagnostics/index.js'
import { type Fitted, fit, isMade, makeVersion, type Version } from '../fit/index.js'
import { type Pictures, readPictures } from './pictures.js'
import type { Order } from './plan.js'
import type { Resources } from './resources.js'
import { limitPlace, settingPlace } from './setting-place.js'
import { styleOf } from './style.js'
import type { Workspace } from './workspace.js'

/** An edition in pages that keep its limit, not drawn yet. */
export interface SetEdition {
  /** With all that it shows where nothing is left out. */
  readonly whole: Version
  readonly pictures: Pictures
  readonly fitted: Fitted
}

/** Takes one edition from the proved brief to its pages, a stage a line; undefined if a stage could not go on. */
export async function setEdition(
  order: Order,
  resources: Resources,
  workspace: Workspace,
  report: Report,
): Promise<SetEdition | undefined> {
  const { audience, created } = order
  const { brief, evidence } = order.source
  const material = { brief, evidence, audience, library: resources.library }
  const whole = makeVersion(material)
  const theme = resources.theme(audience.theme, settingPlace(brief, audience, 'theme'), report)
  if (!isMade(whole)) {
    for (const { code, place, message, hints } of whole.findings.all) report(code, place, message, ...hints)
    return undefined
  }
  const pictures = await readPictures(whole.document, brief, workspace, report)
  if (!theme || !pictures) return undefined
  const style = styleOf(audience, theme, resources.fonts, created)
  const setup = { style, assets: pictures, limitPlace: limitPlace(brief, audience) }
  const fitted = fit(material, whole, setup, report)
  return fitted && { whole, pictures, fitted }
}

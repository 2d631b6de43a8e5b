import type { Report } from '../diagnostics/index.js'
import { selectEdition } from '../edition/index.js'
import { render } from '../markup/index.js'
import { parseTheme, typeset } from '../typeset/index.js'
import { hashInputs } from './inputs.js'
import type { ManifestEntry } from './manifest.js'
import { checkPageLimit } from './page-limit.js'
import { readPictures } from './pictures.js'
import type { Order } from './plan.js'
import { countPrinted } from './printed-quotes.js'
import { sha256 } from './read-file.js'
import type { Resources } from './resources.js'
import { settingPlace } from './setting-place.js'
import { styleOf } from './style.js'
import { stopwatch } from './time-and-chance.js'
import { shownPath, type Workspace } from './workspace.js'

export interface PrintedEdition {
  readonly entry: ManifestEntry
  readonly pdf: Uint8Array
}

/** Takes one edition from the proved brief to its PDF, a stage a line; undefined if a stage could not go on. */
export async function printEdition(
  order: Order,
  resources: Resources,
  workspace: Workspace,
  report: Report,
): Promise<PrintedEdition | undefined> {
  const elapsed = stopwatch()
  const { source, audience } = order
  const edition = selectEdition(source.brief, source.evidence, audience, report)
  const document = edition && render(edition, resources.library, report)
  const theme = parseTheme(resources.themes, audience.theme, report, settingPlace(order, 'theme'))
  const pictures = document && (await readPictures(document, source.brief, workspace, report))
  if (!edition || !document || !theme || !pictures) return undefined
  const style = styleOf(audience, theme, resources.fonts, source.brief.data.as_of)
  const printed = await typeset(document, style, pictures, report)
  if (!printed) return undefined
  checkPageLimit(printed.pages, order, report)
  const entry: ManifestEntry = {
    brief: source.file.name,
    audience: audience.name,
    recipient: null,
    file: shownPath(workspace, order.output),
    pages: printed.pages,
    limit: audience.limit,
    fill: Math.round(printed.fill * 1000) / 1000,
    left_out: [],
    quotes: countPrinted(document, source),
    sha256: sha256(printed.pdf),
    inputs_sha256: hashInputs(edition, {
      ...resources.hashes,
      pictures: pictures.hashes,
      texts: textHashes(order),
    }),
    cached: false,
    ms: elapsed(),
  }
  return { entry, pdf: printed.pdf }
}

function textHashes({ source }: Order): Record<string, string> {
  return Object.fromEntries([...source.texts].map(([id, text]) => [id, text.sha256]))
}

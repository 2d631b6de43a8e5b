import type { Report } from '../diagnostics/index.js'
import { hashInputs } from './inputs.js'
import type { ManifestEntry } from './manifest.js'
import type { Order } from './plan.js'
import { countPrinted } from './printed-quotes.js'
import { sha256 } from './read-file.js'
import type { Resources } from './resources.js'
import { type SetEdition, setEdition } from './set-edition.js'
import { stopwatch } from './time-and-chance.js'
import { shownPath, type Workspace } from './workspace.js'

export interface PrintedEdition {
  readonly entry: ManifestEntry
  readonly pdf: Uint8Array
}

/** Prints one edition of a proved brief; undefined if it could not be set, or not be drawn. */
export async function printEdition(
  order: Order,
  resources: Resources,
  workspace: Workspace,
  report: Report,
): Promise<PrintedEdition | undefined> {
  const elapsed = stopwatch()
  const { source, audience } = order
  const set = await setEdition(order, resources, workspace, report)
  const pdf = await set?.fitted.laidOut.print(report)
  if (!set || !pdf) return undefined
  const { fitted } = set
  const entry: ManifestEntry = {
    brief: source.file.name,
    audience: audience.name,
    recipient: null,
    file: shownPath(workspace, order.output),
    pages: fitted.laidOut.pages,
    limit: audience.limit,
    fill: rounded(fitted.laidOut.fill),
    left_out: fitted.leftOut,
    figures_left_out: fitted.figuresLeftOut,
    type_scale: rounded(fitted.scale.typeSize),
    spacing_scale: rounded(fitted.scale.spacing),
    quotes: countPrinted(fitted.version.document, source),
    sha256: sha256(pdf),
    inputs_sha256: hashAll(set, order, resources),
    cached: false,
    ms: elapsed(),
  }
  return { entry, pdf }
}

function hashAll({ whole, pictures }: SetEdition, { source, created }: Order, resources: Resources): string {
  const texts = Object.fromEntries([...source.texts].map(([id, text]) => [id, text.sha256]))
  const others = { ...resources.hashes, pictures: pictures.hashes, texts, created: created.toISOString() }
  return hashInputs(whole.edition, others)
}

const rounded = (number: number) => Math.round(number * 1000) / 1000

import type { Report } from '../../diagnostics/index.js'
import { partialsOf, recipientFieldsOf } from '../../markup/index.js'
import { EditionKeys, type Input } from '../cache/edition-key.js'
import { InputHashes } from '../cache/input-hashes.js'
import type { Order } from '../plan/orders.js'
import { selectionOf } from '../plan/selection-hash.js'
import { stopwatch } from '../time-and-chance.js'
import type { Workspace } from '../workspace.js'
import type { PrintedEdition } from './job.js'
import { countPrinted } from './printed-quotes.js'
import type { Resources } from './resources.js'
import { type SetEdition, setEdition } from './set-edition.js'

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
  const facts = {
    pages: fitted.laidOut.pages,
    limit: audience.limit,
    fill: rounded(fitted.laidOut.fill),
    left_out: fitted.leftOut,
    figures_left_out: fitted.figuresLeftOut,
    type_scale: rounded(fitted.scale.typeSize),
    spacing_scale: rounded(fitted.scale.spacing),
    quotes: countPrinted(fitted.version.document, source),
  }
  const brief_sha256 = workspace.read.get(source.file.path) ?? ''
  return { pdf, facts, ...madeFrom(set, order, resources, workspace), brief_sha256, ms: elapsed() }
}

function madeFrom(
  set: SetEdition,
  order: Order,
  resources: Resources,
  workspace: Workspace,
): Pick<PrintedEdition, 'inputs' | 'key'> {
  const { audience, reader } = order
  const { library, theme, whole, pictures } = set
  const { body, heading, fallback } = theme.families
  const files = resources.inputs({
    partials: partialsOf(audience, library),
    theme: audience.theme,
    families: [body, heading, ...fallback],
    language: whole.edition.lang,
  })
  const inputs = [
    ...[...set.read].sort().map((field): Input => `brief:${field}`),
    ...recipientInputs(set, order),
    ...files,
    ...pictures.files.map((path): Input => `file:${path}`),
  ]
  const keys = new EditionKeys(new InputHashes(workspace))
  const selection = selectionOf(order) ?? { base: '', fields: {} }
  return { inputs, key: keys.keyOf(selection, inputs, reader.recipient?.fields) }
}

function recipientInputs({ whole, library }: SetEdition, { audience }: Order): Input[] {
  const { fields } = recipientFieldsOf(audience, library)
  if (fields === 'all') return ['recipient:*']
  return [...new Set([...fields, ...whole.edition.recipientFields])]
    .sort()
    .map((field): Input => `recipient:${field}`)
}

const rounded = (number: number) => Math.round(number * 1000) / 1000

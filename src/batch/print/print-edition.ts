import { present, type Report } from '../../diagnostics/index.js'
import { addressEdition, type RecipientData } from '../../edition/index.js'
import { partialNamesOf, recipientFieldsOf } from '../../markup/index.js'
import type { SelectedEdition } from '../plan/brief-cache.js'
import type { EditionRequest } from '../plan/edition-request.js'
import { type EditionInput, EditionKeys } from '../record/edition-key.js'
import { InputHashes } from '../record/input-hashes.js'
import { stopwatch } from '../workspace/clock.js'
import type { Workspace } from '../workspace/workspace.js'
import { type FitEditionOptions, type FittedPages, fitEdition } from './fit-edition.js'
import type { PrintedEdition } from './print-job.js'
import { countPrintedQuotes } from './printed-quotes.js'
import type { Resources } from './resources.js'

/** Prints a selected edition, for a recipient if there is one; undefined if it could not be set, or not be drawn. */
export async function printEditionPdf(
  selected: SelectedEdition,
  recipient: RecipientData | undefined,
  resources: Resources,
  workspace: Workspace,
  report: Report,
  onTrials?: FitEditionOptions['onTrials'],
): Promise<PrintedEdition | undefined> {
  const elapsed = stopwatch()
  const request = { ...selected.request, reader: { ...selected.request.reader, recipient } }
  const { source } = request
  const options = { selected: addressedTo(recipient, selected), onTrials }
  const set = await fitEdition(request, resources, workspace, report, options)
  const pdf = await set?.fitted.laidOut.print(report)
  if (!set || !pdf) return undefined
  const { fitted, audience } = set
  const facts = {
    lang: fitted.variant.edition.lang,
    pages: fitted.laidOut.pages,
    annex_pages: fitted.laidOut.annexPages,
    limit: audience.limit,
    fill: rounded(fitted.laidOut.fill),
    fills: fitted.laidOut.fills.map(rounded),
    left_out: fitted.leftOut,
    figures_left_out: fitted.figuresLeftOut,
    unshown: fitted.variant.unshown,
    omits: audience.omits,
    type_scale: rounded(fitted.scale.typeSize),
    spacing_scale: rounded(fitted.scale.spacing),
    quotes: countPrintedQuotes(fitted.variant.document, source),
  }
  const { inputs, key } = inputsAndKey(set, request, selected, resources, workspace)
  return { pdf, facts, inputs, key, brief_sha256: source.sha256, ms: elapsed() }
}

/** What was selected for all serves one recipient, too, unless texts have words of the recipient to fill in. */
function addressedTo(
  recipient: RecipientData | undefined,
  selected: SelectedEdition,
): SelectedEdition | undefined {
  if (!recipient || !selected.edition) return selected
  const edition = addressEdition(selected.edition, recipient)
  return edition && { ...selected, edition }
}

function inputsAndKey(
  set: FittedPages,
  request: EditionRequest,
  { hashes }: SelectedEdition,
  resources: Resources,
  workspace: Workspace,
): Pick<PrintedEdition, 'inputs' | 'key'> {
  const { audience, reader } = request
  const { fitted, library, whole, images } = set
  const files = resources.inputs({
    partials: partialNamesOf(audience, library),
    theme: audience.theme,
    families: fitted.laidOut.families,
    language: whole.edition.lang,
  })
  const inputs = [
    ...[...set.read].sort().map((field): EditionInput => `brief:${field}`),
    ...recipientInputs(set, request),
    ...files,
    ...images.files.map((path): EditionInput => `file:${path}`),
  ]
  const keys = new EditionKeys(new InputHashes(workspace, resources.hashes))
  const selection = present(hashes, 'hashes of an edition that was printed')
  return { inputs, key: keys.keyOf(selection, inputs, reader.recipient?.fields) }
}

function recipientInputs({ whole, library }: FittedPages, { audience }: EditionRequest): EditionInput[] {
  const { fields } = recipientFieldsOf(audience, library)
  if (fields === 'all') return ['recipient:*']
  return [...new Set([...fields, ...whole.edition.recipientFields])]
    .sort()
    .map((field): EditionInput => `recipient:${field}`)
}

const rounded = (number: number) => Math.round(number * 1000) / 1000

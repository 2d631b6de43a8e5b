import {
  type Diagnostic,
  Findings,
  present,
  serializeDiagnostic,
  UniqueFindings,
} from '../../diagnostics/index.js'
import { addressEdition, type EditionFormat, type RecipientData } from '../../edition/index.js'
import { checkPictures, familiesForTheme } from '../../typeset/index.js'
import type { SelectedEdition } from '../plan/brief-cache.js'
import type { EditionRequest } from '../plan/edition-request.js'
import { isFlowing } from '../record/twin-variant.js'
import { stopwatch } from '../workspace/clock.js'
import { editionKeyOf, inputsOfEdition, inputsOfFormat } from './edition-inputs.js'
import {
  type FitEditionOptions,
  type FittedPages,
  fitWholeEdition,
  makeWholeEdition,
  type WholeEdition,
} from './fit-edition.js'
import { type FormatSource, PrintedPages, printFormat, type TwinMeans } from './print-format.js'
import type { PrintedEdition, PrintedOutput } from './print-job.js'
import { factsOfPages, factsOfWhole } from './printed-facts.js'
import type { Resources } from './resources.js'

/** What to print of a selected edition. */
export interface EditionPrint {
  readonly selected: SelectedEdition
  readonly recipient: RecipientData | undefined
  readonly formats: readonly EditionFormat[]
  /** Whether twins that flow have all that the audience may see. */
  readonly whole: boolean
}

/** What editions are printed with. */
interface PrintMeans extends TwinMeans {
  readonly resources: Resources
  readonly onTrials?: FitEditionOptions['onTrials']
}

interface EditionOutcome {
  /** Undefined if the edition could not be set, or not be printed in one of its formats. */
  readonly printed: PrintedEdition | undefined
  readonly findings: readonly Diagnostic[]
}

/** Prints an edition, for a recipient if there is one, in all formats that are asked for. It is set once, and in pages only if one of them needs that. */
export async function printEdition(
  { selected, recipient, formats, whole }: EditionPrint,
  means: PrintMeans,
): Promise<EditionOutcome> {
  const elapsed = stopwatch()
  const { resources, workspace } = means
  const request = { ...selected.request, reader: { ...selected.request.reader, recipient } }
  const { source } = request
  const setting = new Findings()
  const from = { selected: addressedTo(recipient, selected) }
  const made = await makeWholeEdition(request, resources, workspace, setting.report, from)
  if (!made) return { printed: undefined, findings: setting.all }
  const isWhole = (format: EditionFormat) => whole && isFlowing(format)
  const ofWhole = formats.some(isWhole) ? await sourceOfWhole(made, request, resources) : undefined
  const needsPages = !formats.every(isWhole)
  const fitting = new Findings()
  const pages = needsPages
    ? await fitWholeEdition(made, request, resources, fitting.report, means.onTrials)
    : undefined
  if (needsPages && !pages) return { printed: undefined, findings: [...setting.all, ...fitting.all] }
  const ofPages = pages && sourceOfPages(pages, request, resources, fitting.all)
  const ms = elapsed()
  const keyOf = editionKeyOf({ request, selected, resources, whole }, means)
  const outputs: PrintedOutput[] = []
  const found = new UniqueFindings()
  for (const format of formats) {
    const ownMs = stopwatch()
    const from = present(isWhole(format) ? ofWhole : ofPages, 'what an edition is printed from')
    const own = new Findings()
    const files = await printFormat(format, from, made, means, own.report)
    const findings = [...setting.all, ...from.findings, ...own.all]
    found.add(findings)
    if (!files) continue
    const inputs = inputsOfFormat(format, from.inputs, means)
    const key = keyOf(format, inputs)
    const told = findings.map(serializeDiagnostic)
    outputs.push({ format, files, facts: from.facts, findings: told, inputs, key, ms: ms + ownMs() })
  }
  const isComplete = outputs.length === formats.length
  const printed = isComplete ? { outputs, brief_sha256: source.sha256 } : undefined
  return { printed, findings: found.all }
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

/** Its pictures are checked here, which is done for those of pages where these are laid out. */
async function sourceOfWhole(
  made: WholeEdition,
  request: EditionRequest,
  resources: Resources,
): Promise<FormatSource> {
  const { document, findings } = made.whole
  const { pictures } = made.images
  const checking = new Findings()
  const families = familiesForTheme(made.theme)
  await checkPictures(pictures, made.images, resources.fonts, checking.report, families)
  return {
    document,
    findings: [...findings.all, ...checking.all],
    facts: factsOfWhole(made, request.source),
    inputs: inputsOfEdition(made, request, families, resources),
    pages: undefined,
  }
}

function sourceOfPages(
  pages: FittedPages,
  request: EditionRequest,
  resources: Resources,
  findings: readonly Diagnostic[],
): FormatSource {
  const { laidOut } = pages.fitted
  return {
    document: laidOut.document,
    findings,
    facts: factsOfPages(pages, request.source),
    inputs: inputsOfEdition(pages, request, laidOut.families, resources),
    pages: new PrintedPages(laidOut),
  }
}

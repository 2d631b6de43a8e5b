import {
  type Diagnostic,
  deserializeDiagnostic,
  Findings,
  hasErrors,
  present,
  UniqueFindings,
} from '../../diagnostics/index.js'
import type { EditionFormat } from '../../edition/index.js'
import { BriefCache } from '../plan/brief-cache.js'
import type { BriefPlan } from '../plan/brief-plan.js'
import { BriefPlanner } from '../plan/brief-planner.js'
import type { PrintSettings } from '../plan/build-options.js'
import { canBePrinted } from '../plan/can-be-printed.js'
import { matchingAudiences, type PlannedEdition } from '../plan/planned-edition.js'
import { packRecipient } from '../print/packed-recipient.js'
import { reportPrintFailure } from '../print/print-failure.js'
import type { PrintResult } from '../print/print-job.js'
import { PrintSession } from '../print/print-session.js'
import type { Recipient } from '../recipients/recipient.js'
import { InputHashes } from '../record/input-hashes.js'
import { factsOfFormat } from '../record/manifest-entry.js'
import { AudienceStore } from '../workspace/audience-store.js'
import { isUnknownOption, reportUnknownAudiences } from '../workspace/known-names.js'
import { THEMES_FOLDER } from '../workspace/read-house.js'
import { listResources } from '../workspace/workspace.js'
import { givenRecipient } from './given-recipient.js'
import { checkPlainOptions, type GivenWorkspace, givenWorkspace } from './given-workspace.js'
import type { PrintedDocument, RenderOptions, RenderResult } from './render-options.js'
import { sharedResources } from './shared-resources.js'

/**
 * Prints one edition of a brief from what is in memory: the bytes that `buildBriefs` would write of the same files, with the same findings at
 * the same places. Of the disk only the package's own files are read, and nothing is written. What is wrong with the brief, its files or the options is
 * among `diagnostics`, and with an error there are no `bytes`. Any number of calls may run at once; templates and fonts are opened once.
 */
export async function render(brief: string | Uint8Array, options: RenderOptions): Promise<RenderResult> {
  const findings = new Findings()
  const given = checkPlainOptions(options, findings.report)
    ? givenWorkspace(brief, options, findings.report)
    : undefined
  const made = given && (await renderGiven(given, options, findings))
  const diagnostics = new UniqueFindings([...findings.all, ...(made?.found ?? [])]).all
  if (made?.printed && !hasErrors(diagnostics)) return { ...made.printed, diagnostics }
  return {
    bytes: undefined,
    files: [],
    pages: null,
    annex_pages: null,
    left_out: [],
    quotes: null,
    diagnostics,
  }
}

interface Rendered {
  readonly printed: Omit<PrintedDocument, 'diagnostics'> | undefined
  readonly found: readonly Diagnostic[]
}

async function renderGiven(
  { workspace, brief, contents }: GivenWorkspace,
  {
    audience,
    theme,
    paper,
    lang,
    created,
    allowUnverified = false,
    recipient: fields,
    format = 'pdf',
    whole = false,
  }: RenderOptions,
  { report }: Findings,
): Promise<Rendered> {
  const store = await AudienceStore.open(workspace, report)
  const themes = await listResources(workspace, THEMES_FOLDER, '.yaml')
  if (isUnknownOption('theme', theme, [...themes.keys()], report)) return NOTHING
  reportUnknownAudiences([audience], store.names, report)
  const recipient = fields === undefined ? undefined : givenRecipient(fields, store.names, report)
  if (fields !== undefined && !recipient) return NOTHING
  const asked = lang ?? recipient?.lang
  const settings = {
    root: workspace.root,
    resources: '',
    paper,
    theme,
    created: created?.getTime(),
    allowUnverified,
  }
  const request = {
    ...settings,
    audiences: [audience],
    languages: [asked],
    isMerge: recipient !== undefined,
    columns: Object.keys(recipient?.fields ?? {}).sort(),
  }
  const cache = new BriefCache()
  const plan = await new BriefPlanner(store, request, new InputHashes(workspace), cache).plan(brief)
  const planned = plannedEdition(plan, { audience, asked, recipient })
  const before = new Findings()
  if (planned && canBePrinted(planned, before.report)) {
    const { resources, findings } = await sharedResources(contents)
    const session = new PrintSession(settings, workspace, store, resources, findings, cache)
    const { printed, findings: found } = await inTurn(() =>
      printPlanned(planned, { format, whole }, settings, session),
    )
    const all = [...plan.findings, ...found].map(deserializeDiagnostic)
    return { printed: printed && documentOf(printed), found: [...all, ...before.all] }
  }
  if (!planned && recipient) {
    const message = `no edition is for \`${audience}\`${asked === undefined ? '' : ` in \`${asked}\``}`
    report('recipients-invalid', recipient.place, message, UNSERVED)
  }
  return { printed: undefined, found: [...plan.findings.map(deserializeDiagnostic), ...before.all] }
}

const NOTHING: Rendered = { printed: undefined, found: [] }
const UNSERVED =
  'see which audiences and languages the brief has, and what `audience` and `lang` of the recipient ask for'

interface AskedEdition {
  readonly audience: string
  readonly asked: string | undefined
  readonly recipient: Recipient | undefined
}

function plannedEdition(
  brief: BriefPlan,
  { audience, asked, recipient }: AskedEdition,
): PlannedEdition | undefined {
  const filter = { audiences: recipient?.audiences ?? [], lang: asked }
  const found = matchingAudiences(brief, filter).find(edition => edition.audience === audience)
  return found && { index: 0, brief, audience: found, recipient, path: '', outputs: [] }
}

interface AskedFormat {
  readonly format: EditionFormat
  readonly whole: boolean
}

async function printPlanned(
  { brief: { brief, inputsHash }, audience: { audience, lang }, recipient }: PlannedEdition,
  { format, whole }: AskedFormat,
  settings: PrintSettings,
  session: PrintSession,
): Promise<PrintResult> {
  const packed = recipient && packRecipient(recipient)
  try {
    return await session.print({
      settings,
      brief,
      inputsHash,
      audience,
      lang,
      formats: [format],
      whole,
      recipient: packed,
      traceFit: false,
    })
  } catch (error) {
    return reportPrintFailure(error, { audience, recipient }, brief, session.workspace)
  }
}

let last: Promise<unknown> = Promise.resolve()

/** Editions are set one after another, as they share fonts. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const outcome = last.then(work)
  last = outcome.catch(() => {})
  return outcome
}

function documentOf({ outputs: [output] }: NonNullable<PrintResult['printed']>): Rendered['printed'] {
  const { format, files, facts } = present(output, 'what was printed')
  const { pages, annex_pages, left_out, quotes } = factsOfFormat(format, facts)
  return { bytes: present(files[0], 'file that was printed'), files, pages, annex_pages, left_out, quotes }
}

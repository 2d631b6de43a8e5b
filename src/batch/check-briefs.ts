import { reportReviewComments } from '../brief/index.js'
import {
  type Diagnostic,
  type DiagnosticCode,
  Findings,
  hasErrors,
  type Report,
  UniqueFindings,
} from '../diagnostics/index.js'
import { briefLanguage, briefLanguages, languagesOfEdition, selectEdition } from '../edition/index.js'
import { formatLock, lockEvidence, type ReportedBrief, type ReportFormat } from '../evidence/index.js'
import { reportUnknownLocale } from '../markup/index.js'
import { writeReport } from './output/write-report.js'
import { candidateAudiences, requestEditions } from './plan/edition-request.js'
import { mayShowPictures } from './print/may-show-pictures.js'
import type { Resources } from './print/resources.js'
import { settingPlace } from './print/setting-place.js'
import { checkFrozen } from './record/check-frozen.js'
import { type ProofRecord, proofRecord } from './record/proof-record.js'
import { countProofs, countSpeech, type QuoteCounts, type SpeechCounts } from './record/quote-counts.js'
import { AudienceStore } from './workspace/audience-store.js'
import { today } from './workspace/clock.js'
import { findBriefs, lockPath } from './workspace/find-briefs.js'
import { type ProvedBrief, readBrief } from './workspace/read-brief.js'
import { TemplateChecks } from './workspace/template-checks.js'
import type { TemplateFiles } from './workspace/template-files.js'
import { displayPath, hasOwnStyle, openWorkspace, type Workspace } from './workspace/workspace.js'
import { writeAtomically } from './workspace/write-file.js'

export interface CheckOptions {
  /** The workspace; a folder that exists. */
  readonly cwd: string
  /** Paths of briefs; all of `briefs/` if none. */
  readonly briefs: readonly string[]
  /** Write the lock file of each brief that has no errors. */
  readonly updateLock: boolean
  /** For a CI: a lock that is not what `updateLock` would write is an error. */
  readonly frozen?: boolean
  /** Write an evidence report of all briefs. */
  readonly report?: { readonly path: string; readonly format: ReportFormat }
}

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[]
  readonly briefs: readonly CheckedBrief[]
  /** The evidence report that was written, relative to the workspace. */
  readonly report?: string
  /** Of all quotations of those briefs: one for each source of a quotation. */
  readonly proofs: readonly ProofRecord[]
}

/** A brief that could be read. */
export interface CheckedBrief extends SpeechCounts {
  readonly brief: string
  /** Relative to the workspace. */
  readonly file: string
  readonly quotes: QuoteCounts
}

/** Finds all that can be wrong with briefs before anything is printed: schema, references, evidence, clearance. */
export async function checkBriefs(options: CheckOptions): Promise<CheckResult> {
  const common = new Findings()
  const workspace = await openWorkspace(options.cwd)
  const store = await AudienceStore.open(workspace, common.report)
  const files = await findBriefs(workspace, options.briefs, common.report)
  const diagnostics: Diagnostic[] = []
  const briefs: CheckedBrief[] = []
  const reported: ReportedBrief[] = []
  const templates = new TemplateChecks(store, 'unknown')
  const ofTemplates = new UniqueFindings()
  const proofs: ProofRecord[] = []
  const resources = resourcesOnce(workspace)
  for (const file of files) {
    const findings = new Findings()
    const source = await readBrief(file, store.known, workspace, findings.report)
    if (source) {
      reportReviewComments(source.brief.file, findings.report)
      await selectAll(source, store, await templates.files(), findings.report)
      await checkPicturesOf(source, store, await templates.files(), resources, findings.report)
      ofTemplates.add(await templateFindings(source, store, templates))
      ofTemplates.add(await styleFindings(source, store, resources))
      const checked = summary(source, workspace)
      briefs.push(checked)
      proofs.push(...source.evidence.proofs.map(proof => proofRecord(proof, checked.file)))
    }
    const found = await settleLock(source, options, workspace, findings)
    diagnostics.push(...found)
    if (options.report)
      reported.push({
        name: file.name,
        file: displayPath(workspace, file.path),
        findings: found,
        proved: source,
      })
  }
  const written =
    options.report && reported.length > 0
      ? await writeReport(reported, options.report, workspace, common.report)
      : undefined
  return {
    diagnostics: [...common.all, ...ofTemplates.all, ...diagnostics],
    briefs,
    proofs,
    ...(written !== undefined && { report: written }),
  }
}

const EVERY_EDITION = { audiences: [] }

/** Selects every edition for its findings alone. */
async function selectAll(
  source: ProvedBrief,
  store: AudienceStore,
  files: TemplateFiles,
  report: Report,
): Promise<void> {
  for (const { audience } of await requestEditions(source, store, EVERY_EDITION, report)) {
    const edition = selectEdition(source.brief, source.evidence, audience, report)
    for (const each of edition ? [edition, ...edition.besides.values()] : [])
      if (!files.hasLocale(each.lang))
        reportUnknownLocale(
          each,
          files.library([], () => {}),
          report,
        )
    if (!edition || edition.withheld.length === 0) continue
    const { reportWithheldFromPages } = await import('./print/report-withheld-from-pages.js')
    await reportWithheldFromPages(edition, store.workspace, report)
  }
}

/** What reads pictures is loaded for briefs that may show some. */
async function checkPicturesOf(
  source: ProvedBrief,
  store: AudienceStore,
  files: TemplateFiles,
  opened: () => Promise<CheckedResources>,
  report: Report,
): Promise<void> {
  const requests = await requestEditions(source, store, EVERY_EDITION, () => {})
  if (!mayShowPictures(source, requests, files.partials)) return
  const { checkBriefPictures } = await import('./print/check-brief-pictures.js')
  const { workspace } = store
  const { resources } = await opened()
  await checkBriefPictures(source, requests, { workspace, files, resources }, report)
}

/** What pages are set with, and what is wrong with it. */
interface CheckedResources {
  readonly resources: Resources
  readonly findings: Findings
}

/** Fonts are opened once, and only if they are asked for. */
function resourcesOnce(workspace: Workspace): () => Promise<CheckedResources> {
  let opened: Promise<CheckedResources> | undefined
  const open = async () => {
    const { readResources } = await import('./print/resources.js')
    const findings = new Findings()
    return { resources: await readResources(workspace, findings.report), findings }
  }
  return () => {
    opened ??= open()
    return opened
  }
}

/** Of the themes and fonts that a brief would be printed with, where the workspace has its own. */
async function styleFindings(
  source: ProvedBrief,
  store: AudienceStore,
  opened: () => Promise<CheckedResources>,
): Promise<readonly Diagnostic[]> {
  if (!(await hasOwnStyle(store.workspace))) return []
  const { resources, findings } = await opened()
  const found = new Findings()
  findings.passOn(found.report)
  for (const { audience } of await requestEditions(source, store, EVERY_EDITION, () => {}))
    resources.theme(audience.theme, settingPlace(source.brief, audience, 'theme'), found.report)
  return found.all
}

/** Of the templates that a brief would be printed with, in all languages that it can be printed in. */
async function templateFindings(
  source: ProvedBrief,
  store: AudienceStore,
  templates: TemplateChecks,
): Promise<readonly Diagnostic[]> {
  const requests = await requestEditions(source, store, EVERY_EDITION, () => {})
  const names = new Set(requests.map(({ audience }) => audience.name))
  const own = briefLanguage(source.brief)
  const beside = requests.flatMap(({ audience }) =>
    languagesOfEdition(source.brief, audience, own)
      .slice(1)
      .map(lang => [audience.name, lang] as const),
  )
  const sound = new Set((await store.load()).map(({ name }) => name))
  for (const name of candidateAudiences(source, store, EVERY_EDITION)) if (!sound.has(name)) names.add(name)
  const found: Diagnostic[] = []
  for (const lang of briefLanguages(source.brief))
    for (const name of names) found.push(...(await templates.check(name, lang)))
  for (const [name, lang] of beside) found.push(...(await templates.check(name, lang)))
  return found
}

function summary({ file, evidence }: ProvedBrief, workspace: Workspace): CheckedBrief {
  return {
    brief: file.name,
    file: displayPath(workspace, file.path),
    quotes: countProofs(evidence.proofs),
    ...countSpeech(evidence.proofs),
  }
}

/** What is to be said of a brief once its lock is written, or compared with what would be written. */
async function settleLock(
  source: ProvedBrief | undefined,
  options: CheckOptions,
  workspace: Workspace,
  findings: Findings,
): Promise<readonly Diagnostic[]> {
  if (source && options.updateLock) return updateLock(source, workspace, findings)
  return options.frozen ? checkFrozen(source, findings) : findings.all
}

/** Writes the lock of a brief whose only faults are the lock's own; what remains to be said is returned. */
async function updateLock(
  source: ProvedBrief,
  workspace: Workspace,
  findings: Findings,
): Promise<readonly Diagnostic[]> {
  const others = findings.all.filter(({ code }) => !RESOLVED_BY_LOCK.has(code))
  if (hasErrors(others.filter(({ code }) => code !== 'lock-unrecorded'))) return findings.all
  const path = lockPath(source.file)
  const text = formatLock(lockEvidence(source.brief, source.evidence, source.texts, source.lock, today()))
  const writing = new Findings()
  if (text !== source.lockText) await writeAtomically(workspace, path, text, writing.report)
  return [...(writing.failed ? findings.all : others), ...writing.all]
}

/** A lock of an earlier version is written anew with what it proved; what it did not record is still said. */
const RESOLVED_BY_LOCK: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'lock-invalid',
  'lock-old',
  'lock-outdated',
  'source-changed',
])

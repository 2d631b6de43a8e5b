import { type Diagnostic, type DiagnosticCode, Findings, hasErrors } from '../diagnostics/index.js'
import { formatLock, lockEvidence, type ReportedBrief, type ReportFormat } from '../evidence/index.js'
import { BriefChecker } from './check-brief.js'
import { writeReport } from './output/write-report.js'
import { checkFrozen } from './record/check-frozen.js'
import { type ProofRecord, proofRecord } from './record/proof-record.js'
import { countProofs, countSpeech, type QuoteCounts, type SpeechCounts } from './record/quote-counts.js'
import { AudienceStore } from './workspace/audience-store.js'
import { today } from './workspace/clock.js'
import { findBriefs, lockPath } from './workspace/find-briefs.js'
import type { ProvedBrief } from './workspace/read-brief.js'
import { displayPath, openWorkspace, type Workspace } from './workspace/workspace.js'
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
  const proofs: ProofRecord[] = []
  const checker = new BriefChecker(store)
  for (const file of files) {
    const { source, findings } = await checker.check(file)
    if (source) {
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
    diagnostics: [...common.all, ...checker.ofTemplates.all, ...diagnostics],
    briefs,
    proofs,
    ...(written !== undefined && { report: written }),
  }
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

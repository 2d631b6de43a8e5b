import { dirname, join, relative, resolve, sep } from 'node:path'
import { type Diagnostic, Findings, type Report, UniqueFindings } from '../diagnostics/index.js'
import type { UnreadBrief } from './output/attention.js'
import { type BuildReportContent, buildReport } from './output/build-report.js'
import { BuildRun } from './output/build-run.js'
import { lockOutputFolder } from './output/lock-output-folder.js'
import { OutputFolder } from './output/output-folder.js'
import { printStale } from './output/print-stale.js'
import type { Tally } from './output/tally.js'
import { handleUnplannedFiles } from './output/unplanned-files.js'
import { writeReportFile } from './output/write-report.js'
import { BriefCache } from './plan/brief-cache.js'
import type { BuildOptions } from './plan/build-options.js'
import type { MailMerge } from './plan/mail-merge.js'
import { type BuildPlan, planBuild } from './plan/plan-build.js'
import { PrinterPool } from './print/printer-pool.js'
import type { Printers } from './print/printers.js'
import type { ManifestEntry } from './record/manifest-entry.js'
import { CACHE_FOLDER } from './workspace/cache-folder.js'
import { stopwatch } from './workspace/clock.js'
import { systemErrorCode } from './workspace/file-error.js'
import { placeOfFile } from './workspace/file-place.js'
import { displayPath, fileSignature, openWorkspace, realPath, type Workspace } from './workspace/workspace.js'

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[]
  /** The files of editions that stand, in the order of the plan; read from the record as they are asked for. */
  readonly editions: Iterable<ManifestEntry>
  /** What came of the plan, by brief and audience. */
  readonly tallies: readonly Tally[]
  /** Briefs with errors of which it is not known which editions they have. */
  readonly unread: readonly UnreadBrief[]
  /** The report that was asked for and stands, relative to the workspace. */
  readonly report: string | undefined
  /** Editions that were to be printed and were not. */
  readonly failed: number
  /** Files of earlier builds that the plan has no more; paths relative to the workspace. */
  readonly orphans: readonly string[]
  /** The files of briefs, sources and pictures that the editions are made from; absolute paths. */
  readonly files: readonly string[]
  /** Whether it was ended before it was done. */
  readonly interrupted: boolean
  /** Milliseconds. */
  readonly ms: number
}

/**
 * Prints briefs: those editions of which anything has changed since an earlier build. A brief with errors prints no
 * edition, an edition that fails no file; the others go on. What prints is closed at the end, unless it is given.
 */
export async function buildBriefs(options: BuildOptions, given?: Printers): Promise<BuildResult> {
  const elapsed = stopwatch()
  const workspace = await openExistingWorkspace(options)
  if (!workspace) return workspaceGone(options.cwd)
  const out = realPath(resolve(workspace.root, options.out), workspace.files)
  const writing = new Findings()
  const lock = await lockOutputFolder(workspace, out, options, writing.report)
  const pool: Printers = given ?? new PrinterPool()
  try {
    const cache = join(out, CACHE_FOLDER)
    const plan = await planBuild(
      options,
      workspace,
      cache,
      lock !== undefined,
      pool.briefs ?? new BriefCache(0),
    )
    const folder = new OutputFolder(workspace, out, writing.report)
    const run = new BuildRun(plan, folder, options)
    if (lock) await printStale(run, pool)
    if (plan.merge?.isChanged) reportDataChanged(plan.merge, writing.report)
    const orphans = lock && !run.isInterrupted ? await handleUnplannedFiles(run) : []
    if (lock && run.isInterrupted) await run.noteWhatIsMissing()
    if (lock) reportRemoved(run, writing.report)
    if (lock) await folder.close(options.shard !== undefined || run.isInterrupted)
    const editions = { [Symbol.iterator]: () => folder.entries(run.standing) }
    const unread = unreadBriefs(plan)
    const diagnostics = () => new UniqueFindings([...plan.findings, ...run.found.all, ...writing.all]).all
    const report =
      options.report === undefined || !lock
        ? undefined
        : await writeBuildReport(
            options.report,
            run,
            { editions, unread, diagnostics: diagnostics() },
            writing.report,
          )
    return {
      diagnostics: diagnostics(),
      editions,
      tallies: run.tallies.all,
      unread,
      report,
      failed: lock || run.isInterrupted ? run.tallies.failed : plan.total,
      orphans: orphans.map(file => displayPath(workspace, folder.pathOf(file))),
      files: inputFilesOf(run),
      interrupted: run.isInterrupted,
      ms: elapsed(),
    }
  } finally {
    lock?.release()
    if (!given) await pool.close()
  }
}

function unreadBriefs({ briefs, workspace }: BuildPlan): UnreadBrief[] {
  return briefs
    .filter(({ failed, editions }) => failed && editions.length === 0)
    .map(({ brief }) => ({ brief: brief.name, file: displayPath(workspace, brief.path) }))
}

/** Writes the report of a build over none of the files that it reads or prints. */
async function writeBuildReport(
  path: string,
  run: BuildRun,
  content: Pick<BuildReportContent, 'editions' | 'unread' | 'diagnostics'>,
  report: Report,
): Promise<string | undefined> {
  const { plan, folder } = run
  const { root } = plan.workspace
  const printed = [...run.planned, 'manifest.json'].map(file => folder.pathOf(file))
  const data = run.options.data === undefined ? [] : [resolve(root, run.options.data)]
  const inputs = [
    ...plan.workspace.read.keys(),
    ...inputFilesOf(run),
    ...plan.briefs.map(({ brief }) => brief.path),
  ]
  const textAt = (absolute: string) =>
    buildReport({
      ...content,
      tallies: run.tallies.all,
      interrupted: run.isInterrupted,
      hrefOf: file => hrefBetween(dirname(absolute), resolve(root, file)),
    })
  return writeReportFile(path, textAt, [...inputs, ...data, ...printed], plan.workspace, report)
}

/** A relative address of a file, from a folder. */
function hrefBetween(folder: string, file: string): string {
  return relative(folder, file).split(sep).map(encodeURIComponent).join('/')
}

function reportDataChanged({ path, workspace }: MailMerge, report: Report): void {
  const message = `\`${displayPath(workspace, path)}\` was changed while it was read`
  report('changed-meanwhile', placeOfFile(workspace, path), message, 'build again')
}

/** Undefined if the folder has been removed, as it may be while a build watches it. */
async function openExistingWorkspace({ cwd, signal }: BuildOptions): Promise<Workspace | undefined> {
  try {
    return await openWorkspace(cwd, signal)
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error
    return undefined
  }
}

function workspaceGone(cwd: string): BuildResult {
  const { all, report } = new Findings()
  const place = placeOfFile({ root: cwd }, cwd)
  report(
    'file-unreadable',
    place,
    'the folder of the workspace is not there any more',
    'run the command in a folder that is there',
  )
  return {
    diagnostics: all,
    editions: [],
    tallies: [],
    unread: [],
    report: undefined,
    failed: 0,
    orphans: [],
    files: [],
    interrupted: false,
    ms: 0,
  }
}

/** What somebody removes beneath a build is neither printed nor proved any more. */
function reportRemoved({ folder, plan, standing }: BuildRun, report: Report): void {
  const { workspace } = plan
  const [first, ...others] = folder
    .strikeRemoved(standing)
    .map(file => displayPath(workspace, folder.pathOf(file)))
  if (first !== undefined) {
    const more = others.length > 0 ? ` and ${others.length} more` : ''
    const place = placeOfFile(workspace, folder.pathOf('manifest.json'))
    report(
      'changed-meanwhile',
      place,
      `\`${first}\`${more} was removed while the build went on`,
      'build again',
    )
  }
  for (const { brief, brief_sha256: read } of plan.briefs) {
    if (read === '' || fileSignature(brief.path) !== undefined) continue
    const message = `\`${displayPath(workspace, brief.path)}\` was removed while it was printed`
    report('changed-meanwhile', placeOfFile(workspace, brief.path), message, 'build again')
  }
}

function inputFilesOf({ plan, folder, standing }: BuildRun): string[] {
  const entries = standing.map(file => folder.record.get(file))
  const lists = new Set([...plan.briefs, ...entries].map(each => each?.inputs ?? []))
  const inputs = new Set([...lists].flat())
  return [...inputs].flatMap(input =>
    input.startsWith('file:') ? resolve(plan.workspace.root, input.slice('file:'.length)) : [],
  )
}

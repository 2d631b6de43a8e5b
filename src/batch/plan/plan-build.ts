import { join, resolve } from 'node:path'
import { type Diagnostic, deserializeDiagnostic, Findings, type Report } from '../../diagnostics/index.js'
import type { PrintSettings } from '../print/print-job.js'
import { EditionKeys } from '../record/edition-key.js'
import { InputHashes } from '../record/input-hashes.js'
import { type BriefFile, findBriefs } from '../workspace/find-briefs.js'
import { foldersSignature, listResources, type Workspace } from '../workspace/workspace.js'
import type { BriefPlan } from './brief-plan.js'
import { BriefPlanStore } from './brief-plan-store.js'
import type { PlanRequest, SheetDesk } from './brief-planner.js'
import type { BuildOptions } from './build-options.js'
import { type EditionFilter, MailMerge } from './mail-merge.js'
import { matchingAudiences } from './planned-edition.js'
import { sourceDate } from './source-date.js'

/** All that a build is to do, decided before anything is printed. */
export interface BuildPlan {
  readonly workspace: Workspace
  readonly keys: EditionKeys
  readonly briefs: readonly BriefPlan[]
  readonly merge: MailMerge | undefined
  /** How many editions it has, in all shards. */
  readonly total: number
  readonly settings: PrintSettings
  /** Whether all that was asked for is in it: only then is what it lacks not wanted any more. */
  readonly isComplete: boolean
  readonly findings: readonly Diagnostic[]
}

/**
 * Draws up the plan of a build, with what an earlier one kept in the folder `cache` where nothing has changed since.
 * What is new is kept there, if `keeps`.
 */
export async function planBuild(
  options: BuildOptions,
  workspace: Workspace,
  cache: string,
  keeps: boolean,
): Promise<BuildPlan> {
  const found = new Findings()
  const dating = new Findings()
  const created = sourceDate(options.sourceDateEpoch, dating.report)?.getTime()
  const files = await findBriefs(workspace, options.briefs, found.report)
  const merge = await openMerge(options, workspace, found.report)
  const { audiences, paper, allowUnverified = false } = options
  const resources = await foldersSignature(workspace, ['templates', 'fonts'])
  const settings = { root: workspace.root, resources, paper, created, allowUnverified }
  const languages = [...new Set(merge ? merge.filters.map(({ lang }) => lang) : [undefined])].sort()
  const request = { audiences, paper, created, allowUnverified, languages, isMerge: merge !== undefined }
  const hashes = new InputHashes(workspace)
  const sheetOf = briefPlans(request, hashes, cache, keeps, found.report)
  const sheets: BriefPlan[] = []
  for (const file of files) {
    const sheet = await sheetOf(file)
    sheets.push(dating.failed ? { ...sheet, failed: true } : sheet)
  }
  if (merge) await reportUnserved(sheets, merge, found.report)
  const findings = [
    ...dating.all,
    ...found.all,
    ...sheets.flatMap(sheet => sheet.findings.map(deserializeDiagnostic)),
  ]
  const total = countEditions(sheets, merge)
  return {
    workspace,
    keys: new EditionKeys(hashes),
    briefs: sheets,
    merge,
    total,
    settings,
    isComplete: !found.failed,
    findings,
  }
}

/** The audiences that the workspace has are those that rows may ask for, so far as the build is for them. */
async function openMerge(
  { data }: BuildOptions,
  workspace: Workspace,
  report: Report,
): Promise<MailMerge | undefined> {
  if (data === undefined) return undefined
  const templates = await listResources(workspace, 'templates', '.hbs')
  return MailMerge.open(resolve(workspace.root, data), workspace, [...templates.keys()], report)
}

/** The sheet of a brief: the one that was kept, or a new one, for which the stages are loaded when it is needed. */
function briefPlans(
  request: PlanRequest,
  hashes: InputHashes,
  cache: string,
  keeps: boolean,
  report: Report,
): (file: BriefFile) => Promise<BriefPlan> {
  const store = new BriefPlanStore(join(cache, 'briefs'), request, hashes)
  let desk: Promise<SheetDesk> | undefined
  return async file => {
    const known = store.get(file)
    if (known) return known
    desk ??= openPlanner(request, hashes, report)
    const sheet = await (await desk).plan(file)
    if (keeps) await store.put(sheet, report)
    return sheet
  }
}

async function openPlanner(request: PlanRequest, hashes: InputHashes, report: Report): Promise<SheetDesk> {
  const [{ SheetDesk }, { AudienceShelf }] = await Promise.all([
    import('./brief-planner.js'),
    import('../workspace/audience-store.js'),
  ])
  return new SheetDesk(await AudienceShelf.open(hashes.workspace, report), request, hashes)
}

/** A row that chooses editions which no brief has is likely not what was meant. */
async function reportUnserved(sheets: readonly BriefPlan[], merge: MailMerge, report: Report): Promise<void> {
  const isServed = (wish: EditionFilter) => sheets.some(sheet => matchingAudiences(sheet, wish).length > 0)
  if (sheets.length === 0 || merge.filters.every(isServed)) return
  for await (const recipient of merge.recipients())
    if (!isServed(recipient))
      report('recipient-unserved', recipient.place, `no edition is for \`${recipient.id}\``, UNSERVED)
}

const UNSERVED =
  'see which audiences and languages the briefs have, and what `audience` and `lang` of the row ask for'

function countEditions(sheets: readonly BriefPlan[], merge: MailMerge | undefined): number {
  const wishes = merge?.filters ?? [{ audiences: [], lang: undefined, rows: 1 }]
  return sheets
    .flatMap(sheet => wishes.map(wish => matchingAudiences(sheet, wish).length * wish.rows))
    .reduce((sum, count) => sum + count, 0)
}

import { join, resolve } from 'node:path'
import { type Diagnostic, Findings, FindingsOnce, type Report } from '../diagnostics/index.js'
import type { BuildOptions } from './build-options.js'
import type { EditionName } from './manifest/manifest-entry.js'
import { orphansOf } from './output/orphans.js'
import { CACHE_FOLDER, OutputFolder } from './output/output-folder.js'
import { standsUnchanged } from './output/stands-unchanged.js'
import { canBePrinted } from './plan/can-be-printed.js'
import { nameOf, type PlannedEdition, planned } from './plan/plan.js'
import { type BuildPlan, planBuild } from './plan/plan-build.js'
import { isInShard } from './shard.js'
import { openWorkspace, realPath, shownPath } from './workspace.js'

/** What a build would do with an edition. */
export interface PreviewedEdition extends EditionName {
  /** Path of the PDF, relative to the workspace. */
  readonly file: string
  /** `fails` if it cannot be printed, for what the findings say. */
  readonly state: 'new' | 'changed' | 'unchanged' | 'fails'
}

export interface Preview {
  readonly diagnostics: readonly Diagnostic[]
  readonly editions: readonly PreviewedEdition[]
  /** PDFs of earlier builds for which the plan has no edition any more; paths relative to the workspace. */
  readonly orphans: readonly string[]
}

/** Lists the editions that a build would see to, and what it would do; nothing is printed, and nothing written. */
export async function previewBuild(options: BuildOptions): Promise<Preview> {
  const workspace = await openWorkspace(options.cwd)
  const out = await realPath(resolve(workspace.root, options.out))
  const found = new Findings()
  const plan = await planBuild(options, workspace, join(out, CACHE_FOLDER), false)
  const folder = new OutputFolder(workspace, out, found.report)
  const shown = (file: string) => shownPath(workspace, folder.pathOf(file))
  const editions: PreviewedEdition[] = []
  const files = new Set<string>()
  for await (const edition of planned(plan.sheets, plan.merge)) {
    files.add(edition.file)
    if (options.shard && !isInShard(edition.file, options.shard)) continue
    editions.push({
      ...nameOf(edition),
      file: shown(edition.file),
      state: stateOf(edition, folder, plan, options, found.report),
    })
  }
  const orphans = orphansOf({ plan, folder, options, planned: files }).map(shown)
  const diagnostics = new FindingsOnce([...plan.findings, ...found.all]).all
  return { diagnostics, editions, orphans }
}

function stateOf(
  edition: PlannedEdition,
  folder: OutputFolder,
  { keys }: BuildPlan,
  { force }: BuildOptions,
  report: Report,
): PreviewedEdition['state'] {
  if (!canBePrinted(edition, report)) return 'fails'
  if (!folder.ledger.has(edition.file)) return 'new'
  return !force && standsUnchanged(edition, folder, keys) ? 'unchanged' : 'changed'
}

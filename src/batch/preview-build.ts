import { join, resolve } from 'node:path'
import { type Diagnostic, Findings, UniqueFindings } from '../diagnostics/index.js'
import { isUpToDate } from './output/is-up-to-date.js'
import { OutputFolder } from './output/output-folder.js'
import { listOrphans } from './output/unplanned-files.js'
import { BriefCache } from './plan/brief-cache.js'
import type { BuildOptions } from './plan/build-options.js'
import { canBePrinted } from './plan/can-be-printed.js'
import { type BuildPlan, planBuild } from './plan/plan-build.js'
import {
  editionName,
  type PlannedEdition,
  type PlannedOutput,
  plannedEditions,
} from './plan/planned-edition.js'
import { isInShard } from './plan/shard.js'
import type { OutputName } from './record/edition-name.js'
import { CACHE_FOLDER } from './workspace/cache-folder.js'
import { displayPath, openWorkspace, realPath } from './workspace/workspace.js'

/** What a build would do with an edition in a format. */
export interface PreviewEntry extends OutputName {
  /** Relative to the workspace; of PNGs, the first page. */
  readonly file: string
  /** `fails` if it cannot be printed, for what the findings say. */
  readonly state: 'new' | 'changed' | 'unchanged' | 'fails'
}

export interface BuildPreview {
  readonly diagnostics: readonly Diagnostic[]
  readonly editions: readonly PreviewEntry[]
  /** Files of earlier builds that the plan has no more; paths relative to the workspace. */
  readonly orphans: readonly string[]
}

/** Lists the editions that a build would handle, and what it would do; nothing is printed, and nothing written. */
export async function previewBuild(options: BuildOptions): Promise<BuildPreview> {
  const workspace = await openWorkspace(options.cwd)
  const out = realPath(resolve(workspace.root, options.out), workspace.files)
  const found = new Findings()
  const plan = await planBuild(options, workspace, join(out, CACHE_FOLDER), false, new BriefCache())
  const folder = new OutputFolder(workspace, out, found.report)
  const shown = (file: string) => displayPath(workspace, folder.pathOf(file))
  const editions: PreviewEntry[] = []
  const files = new Set<string>()
  for await (const edition of plannedEditions(plan)) {
    for (const { file } of edition.outputs) files.add(file)
    if (options.shard && !isInShard(edition.path, options.shard)) continue
    const can = canBePrinted(edition, found.report)
    for (const output of edition.outputs)
      editions.push({
        ...editionName(edition),
        format: output.format,
        file: shown(output.file),
        state: can ? previewState(edition, output, folder, plan, options) : 'fails',
      })
  }
  const orphans = listOrphans({ plan, folder, options, planned: files }).map(shown)
  const diagnostics = new UniqueFindings([...plan.findings, ...found.all]).all
  return { diagnostics, editions, orphans }
}

function previewState(
  edition: PlannedEdition,
  output: PlannedOutput,
  folder: OutputFolder,
  plan: BuildPlan,
  { force }: BuildOptions,
): PreviewEntry['state'] {
  if (!folder.record.has(output.file)) return 'new'
  return !force && isUpToDate(edition, output, folder, plan) ? 'unchanged' : 'changed'
}

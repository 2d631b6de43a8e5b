import { join } from 'node:path'
import { type Diagnostic, Findings } from '../diagnostics/index.js'
import { briefSkeleton } from './brief-skeleton.js'
import { today } from './time-and-chance.js'
import { openWorkspace, shownPath } from './workspace.js'
import { isFree, writeWhole } from './write-file.js'

/** Writes a brief to fill in to `briefs/NAME.yaml`, unless something stands there. */
export async function createBrief(options: {
  readonly cwd: string
  readonly name: string
}): Promise<{ diagnostics: readonly Diagnostic[]; file: string }> {
  const findings = new Findings()
  const workspace = await openWorkspace(options.cwd)
  const path = join(workspace.root, 'briefs', `${options.name}.yaml`)
  if (await isFree(workspace, path, findings.report))
    await writeWhole(workspace, path, briefSkeleton(today()), findings.report)
  return { diagnostics: findings.all, file: shownPath(workspace, path) }
}

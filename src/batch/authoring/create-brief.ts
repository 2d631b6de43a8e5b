import { join } from 'node:path'
import { type Diagnostic, Findings } from '../../diagnostics/index.js'
import { today } from '../workspace/clock.js'
import { displayPath, openWorkspace } from '../workspace/workspace.js'
import { checkFileAbsent, writeAtomically } from '../workspace/write-file.js'
import { briefSkeleton } from './brief-skeleton.js'

/** Writes a brief to fill in to `briefs/NAME.yaml`, unless something stands there. */
export async function createBrief(options: {
  readonly cwd: string
  readonly name: string
}): Promise<{ diagnostics: readonly Diagnostic[]; file: string }> {
  const findings = new Findings()
  const workspace = await openWorkspace(options.cwd)
  const path = join(workspace.root, 'briefs', `${options.name}.yaml`)
  if (await checkFileAbsent(workspace, path, findings.report))
    await writeAtomically(workspace, path, briefSkeleton(today()), findings.report)
  return { diagnostics: findings.all, file: displayPath(workspace, path) }
}

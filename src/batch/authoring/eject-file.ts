import { join } from 'node:path'
import { type Diagnostic, Findings } from '../../diagnostics/index.js'
import { PACKAGE_ROOT } from '../workspace/package.js'
import { readFileBytes } from '../workspace/read-file.js'
import { displayPath, openWorkspace } from '../workspace/workspace.js'
import { checkFileAbsent, writeAtomically } from '../workspace/write-file.js'

/** Copies a file of the package's templates into the workspace, where it takes precedence and can be changed; `path` begins at `templates/`. */
export async function ejectFile(
  cwd: string,
  path: string,
): Promise<{ diagnostics: readonly Diagnostic[]; file: string }> {
  const findings = new Findings()
  const workspace = await openWorkspace(cwd)
  const target = join(workspace.root, 'templates', path)
  if (await checkFileAbsent(workspace, target, findings.report)) {
    const bytes = await readFileBytes(workspace, join(PACKAGE_ROOT, 'templates', path), findings.report)
    if (bytes) await writeAtomically(workspace, target, bytes, findings.report)
  }
  return { diagnostics: findings.all, file: displayPath(workspace, target) }
}

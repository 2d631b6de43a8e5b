import { join } from 'node:path'
import { type Diagnostic, Findings } from '../../diagnostics/index.js'
import { PACKAGE_ROOT } from '../workspace/package.js'
import { readFileBytes } from '../workspace/read-file.js'
import { displayPath, openWorkspace } from '../workspace/workspace.js'
import { checkFileAbsent, writeAtomically } from '../workspace/write-file.js'

/** Copies the package's template of an audience into the workspace, where it takes precedence and can be changed. */
export async function ejectAudience(
  cwd: string,
  name: string,
): Promise<{ diagnostics: readonly Diagnostic[]; file: string }> {
  const findings = new Findings()
  const workspace = await openWorkspace(cwd)
  const target = join(workspace.root, 'templates', `${name}.hbs`)
  const template = join(PACKAGE_ROOT, 'templates', `${name}.hbs`)
  if (await checkFileAbsent(workspace, target, findings.report)) {
    const bytes = await readFileBytes(workspace, template, findings.report)
    if (bytes) await writeAtomically(workspace, target, bytes, findings.report)
  }
  return { diagnostics: findings.all, file: displayPath(workspace, target) }
}

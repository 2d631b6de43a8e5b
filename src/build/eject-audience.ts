import { join } from 'node:path'
import { type Diagnostic, Findings } from '../diagnostics/index.js'
import { PACKAGE_ROOT } from './package.js'
import { readBytes } from './read-file.js'
import { openWorkspace, shownPath } from './workspace.js'
import { isFree, writeWhole } from './write-file.js'

/** Copies the package's template of an audience into the workspace, where it takes precedence and can be changed. */
export async function ejectAudience(
  cwd: string,
  name: string,
): Promise<{ diagnostics: readonly Diagnostic[]; file: string }> {
  const findings = new Findings()
  const workspace = await openWorkspace(cwd)
  const target = join(workspace.root, 'templates', `${name}.hbs`)
  const template = join(PACKAGE_ROOT, 'templates', `${name}.hbs`)
  if (await isFree(workspace, target, findings.report)) {
    const bytes = await readBytes(workspace, template, findings.report)
    if (bytes) await writeWhole(workspace, target, bytes, findings.report)
  }
  return { diagnostics: findings.all, file: shownPath(workspace, target) }
}

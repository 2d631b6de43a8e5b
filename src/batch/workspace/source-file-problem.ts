import { basename, dirname, join, relative, resolve } from 'node:path'
import type { SourceFile } from '../../diagnostics/index.js'
import { CACHE_FOLDER } from './cache-folder.js'
import { isFile, isInside, realPath, type Workspace } from './workspace.js'

/**
 * Says why a file cannot be the text of a source: what a brief, its lock, a template or an earlier build says would prove
 * its own quotations. Undefined for any other file.
 */
export async function sourceFileProblem(
  workspace: Workspace,
  absolute: string,
  brief: SourceFile,
): Promise<string | undefined> {
  const paths = [absolute, realPath(absolute, workspace.files)]
  const own = realPath(resolve(workspace.root, brief.path), workspace.files)
  for (const path of paths) {
    const name = basename(path).toLowerCase()
    if (path === own) return 'is the brief itself'
    if (/\.lock\.ya?ml$/.test(name)) return 'is a lock file'
    if (/\.ya?ml$/.test(name)) return 'is a YAML file, as briefs are'
    if (name.endsWith('.hbs') || isInside({ root: join(workspace.root, 'templates') }, path))
      return 'is part of a template'
    if (isInside({ root: join(workspace.root, 'out') }, path) || (await isInOutputFolder(workspace, path)))
      return 'lies in an output folder'
  }
  return undefined
}

/** Whether a folder above a file is one that a build has printed to, whatever its name. */
async function isInOutputFolder(workspace: Workspace, path: string): Promise<boolean> {
  for (let folder = dirname(path); isInside(workspace, folder); folder = dirname(folder)) {
    if (await isFile(join(folder, CACHE_FOLDER, 'ledger.jsonl'), workspace.files)) return true
    if (relative(workspace.root, folder) === '') return false
  }
  return false
}

import { type Dirent, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Place, Report } from '../../diagnostics/index.js'
import { placeOfFile } from './file-place.js'
import { PACKAGE_ROOT } from './package.js'
import { displayPath, isInside, realPath, type Workspace } from './workspace.js'
import type { WorkspaceFiles } from './workspace-files.js'

/**
 * The first symbolic link on the way from a folder to a file in it that leads out of the folder, and not into the package either.
 * Undefined if there is none, or if the path as it is written lies elsewhere: whoever wrote it meant that.
 */
export function findLinkOut(root: string, absolute: string, files: WorkspaceFiles): string | undefined {
  if (!isInside({ root }, absolute) || isReallyInside(root, absolute, files)) return undefined
  let path = root
  for (const name of relative(root, absolute).split(sep)) {
    path = join(path, name)
    if (!isReallyInside(root, path, files)) return path
  }
  return path
}

/** Whether a file may be read or written: a link that leads out of the workspace is a finding, at `place` or about itself. */
export function rejectLinkOut(
  workspace: Workspace,
  absolute: string,
  report: Report,
  place?: Place,
): boolean {
  const link = findLinkOut(workspace.root, absolute, workspace.files)
  if (link === undefined) return false
  report(
    'path-outside-workspace',
    place ?? placeOfFile(workspace, link),
    `\`${displayPath(workspace, link)}\` is a link that leads out of the workspace`,
    'copy what it leads to into the workspace, or run the command in a folder that holds both',
  )
  return true
}

/** Reports links within a folder that lead out of the workspace, used or not: whoever names one would print what is there. */
export function reportLinksOut(workspace: Workspace, folder: string, report: Report): void {
  const walk = (path: string): void => {
    for (const entry of entriesOf(path)) {
      const inside = join(path, entry.name)
      if (entry.isSymbolicLink()) rejectLinkOut(workspace, inside, report)
      else if (entry.isDirectory() && entry.name !== 'node_modules') walk(inside)
    }
  }
  const top = join(workspace.root, folder)
  if (!rejectLinkOut(workspace, top, report)) walk(top)
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function isReallyInside(root: string, absolute: string, files: WorkspaceFiles): boolean {
  const real = realPath(absolute, files)
  return isInside({ root }, real) || isInside({ root: PACKAGE_ROOT }, real)
}

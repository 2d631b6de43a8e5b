import { join } from 'node:path'
import { type Report, type SourceFile, sha256 } from '../../diagnostics/index.js'
import { type Fonts, openFonts } from '../../typeset/index.js'
import { rejectLinkOut } from './links.js'
import { PACKAGE_ROOT } from './package.js'
import { readTextFile } from './read-file.js'
import { findResource, isInside, type Workspace } from './workspace.js'

/** Opens the fonts that a workspace and the package declare. */
export async function readFonts(workspace: Workspace, report: Report): Promise<Fonts> {
  const manifests: SourceFile[] = []
  for (const root of new Set([PACKAGE_ROOT, workspace.root])) {
    const path = await findResource({ root, files: workspace.files }, 'fonts/fonts.yaml')
    if (path !== join(root, 'fonts/fonts.yaml')) continue
    const manifest = await readTextFile(workspace, path, report)
    if (manifest) manifests.push(manifest)
  }
  return openFonts(manifests, path => readFont(workspace, path, report), report)
}

/** Fonts are opened at once, when their manifest is read. */
function readFont(workspace: Workspace, path: string, report: Report): Buffer | undefined {
  for (const root of [workspace.root, PACKAGE_ROOT]) {
    const absolute = join(root, 'fonts', path)
    if (!isInside({ root: join(root, 'fonts') }, absolute)) return undefined
    if (rejectLinkOut(workspace, absolute, report)) return undefined
    try {
      const bytes = workspace.files.readNow(absolute)
      workspace.read.set(absolute, sha256(bytes))
      return bytes
    } catch {}
  }
  return undefined
}

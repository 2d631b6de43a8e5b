import { join } from 'node:path'
import { systemErrorCode } from './file-error.js'
import { findLinkOut } from './links.js'
import type { OtherPath } from './memory-files.js'
import { MAX_FILE_BYTES } from './read-file.js'
import type { Workspace } from './workspace.js'

/** What stands at a path of a workspace, for those who have it in memory: the bytes of a file, or what is there else. */
export async function pathContent(
  { root, files }: Pick<Workspace, 'root' | 'files'>,
  absolute: string,
): Promise<Buffer | OtherPath> {
  try {
    if (findLinkOut(root, absolute, files) !== undefined) return { kind: 'outside' }
    const { kind, size } = await files.facts(absolute)
    if (kind !== 'file') return { kind }
    return size > MAX_FILE_BYTES ? { kind: 'large', size } : await files.read(absolute)
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === undefined) throw error
    return code === 'ENOENT' && !files.stands(absolute) ? { kind: 'absent' } : { kind: 'fault', code }
  }
}

/** All files below a folder, and what is in it that is none, by absolute path; what is hidden is passed over. */
export async function folderContents(
  workspace: Pick<Workspace, 'root' | 'files'>,
  folder: string,
  above: readonly string[] = [],
): Promise<Map<string, Buffer | OtherPath>> {
  const found = new Map<string, Buffer | OtherPath>()
  for (const name of namesIn(folder, workspace.files)) {
    if (name.startsWith('.')) continue
    const path = join(folder, name)
    const content = await pathContent(workspace, path)
    if (Buffer.isBuffer(content) || content.kind !== 'folder') {
      found.set(path, content)
      continue
    }
    // A link may lead back up.
    const real = workspace.files.realPath(path)
    found.set(path, content)
    if (!above.includes(real))
      for (const [below, one] of await folderContents(workspace, path, [...above, real]))
        found.set(below, one)
  }
  return found
}

function namesIn(folder: string, files: Workspace['files']): readonly string[] {
  try {
    return [...files.names(folder)].sort()
  } catch {
    return []
  }
}

import { join } from 'node:path'
import type { WorkspaceFiles } from './workspace-files.js'

/** A name in a folder; what is a folder by a link only is none, so that nobody who walks through folders comes back to where they were. */
export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** What is in a folder; nothing where it cannot be read. */
export async function folderEntries(folder: string, files: WorkspaceFiles): Promise<FolderEntry[]> {
  try {
    const real = files.realPath(folder)
    const kindOf = async (name: string): Promise<FolderEntry['kind']> => {
      const { kind } = await files.facts(join(folder, name))
      return kind === 'folder' && files.realPath(join(folder, name)) !== join(real, name) ? 'other' : kind
    }
    return await Promise.all(
      files
        .names(folder)
        .map(async name => ({ name, kind: await kindOf(name).catch(() => 'other' as const) })),
    )
  } catch {
    return []
  }
}

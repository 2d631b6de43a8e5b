import { basename, dirname, join } from 'node:path'
import type { WorkspaceFiles } from './workspace-files.js'

/**
 * A path as the disk has it: an accent may be one character in a brief, and two in the name of the file, as macOS and
 * some archives write it. A path that is nowhere is returned as it is.
 */
export function pathOnDisk(absolute: string, files: WorkspaceFiles): string {
  if (/^[\0-\x7f]*$/.test(absolute) || files.stands(absolute)) return absolute
  const parent = dirname(absolute)
  if (parent === absolute) return absolute
  const folder = pathOnDisk(parent, files)
  const wanted = basename(absolute).normalize('NFC')
  return join(
    folder,
    namesIn(folder, files).find(name => name.normalize('NFC') === wanted) ?? basename(absolute),
  )
}

function namesIn(folder: string, files: WorkspaceFiles): readonly string[] {
  try {
    return files.names(folder)
  } catch {
    return []
  }
}

import { lstat, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * A path as the disk has it: an accent may be one character in a brief, and two in the name of the file, as macOS and
 * some archives write it. A path that is nowhere is returned as it is.
 */
export async function pathOnDisk(absolute: string): Promise<string> {
  if (/^[\0-\x7f]*$/.test(absolute) || (await pathExists(absolute))) return absolute
  const parent = dirname(absolute)
  if (parent === absolute) return absolute
  const folder = await pathOnDisk(parent)
  const wanted = basename(absolute).normalize('NFC')
  const names = await readdir(folder).catch(() => [])
  return join(folder, names.find(name => name.normalize('NFC') === wanted) ?? basename(absolute))
}

/** Whether anything stands there, even a link that leads nowhere. */
export async function pathExists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch {
    return false
  }
}

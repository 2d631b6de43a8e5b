import { type Dirent, constants as FLAGS } from 'node:fs'
import { type FileHandle, lstat, open, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { systemErrorCode } from '../../batch/index.js'

/** A regular file below a folder. */
export interface FoundFile {
  /** Relative, with `/`. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}

/** The regular files below a folder, those that writes have left half done included; links are passed over. What goes meanwhile is not there. */
export async function* filesBelow(
  root: string,
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): AsyncGenerator<FoundFile> {
  for (const entry of await entriesOf(join(root, folder))) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (!isWanted(name)) continue
    if (entry.isDirectory()) yield* filesBelow(root, name, isWanted)
    else if (entry.isFile()) {
      const stats = await unlessAbsent(lstat(join(root, name)))
      if (stats?.isFile()) yield { name, size: stats.size, modified: stats.mtimeMs }
    }
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries: Dirent[] = []
  for await (const entry of (await unlessAbsent(opendir(folder, { bufferSize: 256 }))) ?? [])
    entries.push(entry)
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What is read of a file, or undefined if there is none. */
export async function unlessAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Opens a file to read, but no link, and without waiting for whoever would write to a pipe. */
export async function openRegular(path: string): Promise<FileHandle> {
  // Windows has neither of the two.
  return await open(path, FLAGS.O_RDONLY | (FLAGS.O_NOFOLLOW ?? 0) | (FLAGS.O_NONBLOCK ?? 0))
}

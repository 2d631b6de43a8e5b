import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'

/** Reads the files of a workspace and of the package. Paths are absolute; what fails, fails with a code of the system. */
export interface WorkspaceFiles {
  /** What is known of a file or a folder, links followed. */
  facts(path: string): Promise<FileFacts>
  /** Whether anything stands there, even a link that leads nowhere. */
  stands(path: string): boolean
  /** The names in a folder. */
  names(folder: string): readonly string[]
  /** Where links lead to. */
  realPath(path: string): string
  read(path: string): Promise<Buffer>
  /** The same at once, for what is opened while it is read. */
  readNow(path: string): Buffer
  /** For what is read piece by piece. */
  open(path: string): Promise<ReadableFile>
}

/** A file that is open for reading. */
export interface ReadableFile {
  /** So many bytes from a position; fewer at the end. They may be kept. */
  read(length: number, position: number): Promise<Buffer>
  close(): Promise<void>
}

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other'
  /** Bytes. */
  readonly size: number
}

/** The files on the disk. */
export const DISK: WorkspaceFiles = {
  facts: async path => {
    const stats = await stat(path)
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
    return { kind, size: stats.size }
  },
  stands: path => {
    try {
      return lstatSync(path) !== undefined
    } catch {
      return false
    }
  },
  names: folder => readdirSync(folder),
  realPath: path => realpathSync.native(path),
  read: path => readFile(path),
  readNow: path => readFileSync(path),
  open: async path => {
    const file = await open(path)
    return {
      read: async (length, position) => {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(length), 0, length, position)
        return buffer.subarray(0, bytesRead)
      },
      close: () => file.close(),
    }
  },
}

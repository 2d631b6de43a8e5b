import { dirname, join, parse, relative, sep } from 'node:path'
import { CACHE_FOLDER } from './cache-folder.js'
import { PACKAGE_ROOT } from './package.js'
import { isInside } from './workspace.js'
import { DISK, type ReadableFile, type WorkspaceFiles } from './workspace-files.js'

/**
 * Where the files of a workspace in memory have their place: nothing is there on a disk. It is beside the package's own files, so that
 * findings name these by the same path wherever the package is installed: `../templates/press.hbs`.
 */
export const MEMORY_ROOT = join(PACKAGE_ROOT, 'files-in-memory')

/**
 * What stands, on the disk that files in memory were read from, at a path that none of them has: nothing, a folder, what is neither, a link that
 * leads out of the workspace, a file of more bytes than are read, or what cannot be read, with the system's code.
 */
export type OtherPath =
  | { readonly kind: 'absent' | 'folder' | 'other' | 'outside' }
  | { readonly kind: 'large'; readonly size: number }
  | { readonly kind: 'fault'; readonly code: string }

/** Files in memory, by their absolute paths in `MEMORY_ROOT`; of the disk only the package's own are read. */
export class MemoryFiles implements WorkspaceFiles {
  readonly #folders = new Map<string, Set<string>>([[MEMORY_ROOT, new Set()]])
  /** Paths that were looked for, and of which nothing is known; but for what builds keep for themselves, which a plan has looked at. */
  readonly missed = new Set<string>()

  constructor(
    readonly contents: ReadonlyMap<string, Buffer>,
    readonly others: ReadonlyMap<string, OtherPath> = new Map(),
  ) {
    for (const path of contents.keys()) this.#enter(path)
    for (const [path, { kind }] of others) {
      if (kind !== 'absent') this.#enter(path)
      if (kind === 'folder') this.#folders.set(path, this.#folders.get(path) ?? new Set())
    }
  }

  async facts(path: string) {
    if (isOfPackage(path)) return DISK.facts(path)
    const content = this.contents.get(path)
    if (content) return { kind: 'file' as const, size: content.length }
    if (this.#folders.has(path)) return { kind: 'folder' as const, size: 0 }
    const other = this.others.get(path)
    if (other?.kind === 'large') return { kind: 'file' as const, size: other.size }
    if (other?.kind === 'other') return { kind: 'other' as const, size: 0 }
    throw this.#unreadable(path)
  }

  stands(path: string): boolean {
    if (isOfPackage(path)) return DISK.stands(path)
    if (this.contents.has(path) || this.#folders.has(path)) return true
    const other = this.others.get(path)
    if (!other) this.#miss(path)
    return other !== undefined && other.kind !== 'absent'
  }

  names(folder: string): readonly string[] {
    if (isOfPackage(folder)) return DISK.names(folder)
    const names = this.#folders.get(folder)
    if (!names) throw this.#unreadable(folder)
    return [...names]
  }

  realPath(path: string): string {
    if (this.others.get(path)?.kind === 'outside') return OUTSIDE
    if (!this.stands(path)) throw this.#unreadable(path)
    return path
  }

  async read(path: string): Promise<Buffer> {
    return isOfPackage(path) ? DISK.read(path) : this.readNow(path)
  }

  readNow(path: string): Buffer {
    if (isOfPackage(path)) return DISK.readNow(path)
    const content = this.contents.get(path)
    if (!content) throw this.#unreadable(path)
    return content
  }

  async open(path: string): Promise<ReadableFile> {
    const content = await this.read(path)
    return {
      read: async (length, position) => content.subarray(position, position + length),
      close: async () => {},
    }
  }

  /** Makes the folders above a file. */
  #enter(path: string): void {
    for (let below = path; below !== MEMORY_ROOT; below = dirname(below)) {
      const folder = dirname(below)
      const names = this.#folders.get(folder) ?? new Set()
      this.#folders.set(folder, names.add(relative(folder, below)))
    }
  }

  #unreadable(path: string): Error {
    const other = this.others.get(path)
    if (!other && !this.#folders.has(path)) this.#miss(path)
    const code = other?.kind === 'fault' ? other.code : this.#folders.has(path) ? 'EISDIR' : 'ENOENT'
    return Object.assign(new Error(`there is no ${path} in memory`), { code })
  }

  #miss(path: string): void {
    const isOwn = path.split(sep).includes(CACHE_FOLDER)
    if (!isOwn && path !== MEMORY_ROOT && isInside({ root: MEMORY_ROOT }, path)) this.missed.add(path)
  }
}

/** Where a link leads that leads out: in no workspace, and not in the package. */
const OUTSIDE = join(parse(MEMORY_ROOT).root, 'outside-of-the-workspace')

/** What everybody who installs the package has; nothing else of a disk is read. */
const isOfPackage = (path: string) =>
  OWN_FOLDERS.some(folder => path === folder || path.startsWith(folder + sep)) &&
  !isInside({ root: MEMORY_ROOT }, path)

const OWN_FOLDERS = ['templates', 'fonts'].map(folder => join(PACKAGE_ROOT, folder))

import { dirname, join, relative, sep } from 'node:path'
import { PACKAGE_ROOT } from './package.js'
import { isInside } from './workspace.js'
import { DISK, type WorkspaceFiles } from './workspace-files.js'

/**
 * Where the files of a workspace in memory have their place: nothing is there on a disk. It is beside the package's own files, so that
 * findings name these by the same path wherever the package is installed: `../templates/press.hbs`.
 */
export const MEMORY_ROOT = join(PACKAGE_ROOT, 'files-in-memory')

/** Files in memory, by their absolute paths in `MEMORY_ROOT`; of the disk only the package's own are read. */
export class MemoryFiles implements WorkspaceFiles {
  readonly #folders = new Map<string, Set<string>>([[MEMORY_ROOT, new Set()]])

  constructor(readonly contents: ReadonlyMap<string, Buffer>) {
    for (const path of contents.keys()) this.#enter(path)
  }

  async facts(path: string) {
    if (isOfPackage(path)) return DISK.facts(path)
    const content = this.contents.get(path)
    if (content) return { kind: 'file' as const, size: content.length }
    if (!this.#folders.has(path)) throw absent(path)
    return { kind: 'folder' as const, size: 0 }
  }

  stands(path: string): boolean {
    return isOfPackage(path) ? DISK.stands(path) : this.contents.has(path) || this.#folders.has(path)
  }

  names(folder: string): readonly string[] {
    if (isOfPackage(folder)) return DISK.names(folder)
    const names = this.#folders.get(folder)
    if (!names) throw absent(folder)
    return [...names]
  }

  realPath(path: string): string {
    if (!this.stands(path)) throw absent(path)
    return path
  }

  async read(path: string): Promise<Buffer> {
    return isOfPackage(path) ? DISK.read(path) : this.readNow(path)
  }

  readNow(path: string): Buffer {
    if (isOfPackage(path)) return DISK.readNow(path)
    const content = this.contents.get(path)
    if (!content) throw absent(path)
    return content
  }

  /** Makes the folders above a file. */
  #enter(path: string): void {
    for (let below = path; below !== MEMORY_ROOT; below = dirname(below)) {
      const folder = dirname(below)
      const names = this.#folders.get(folder) ?? new Set()
      this.#folders.set(folder, names.add(relative(folder, below)))
    }
  }
}

/** What everybody who installs the package has; nothing else of a disk is read. */
const isOfPackage = (path: string) =>
  OWN_FOLDERS.some(folder => path === folder || path.startsWith(folder + sep)) &&
  !isInside({ root: MEMORY_ROOT }, path)

const OWN_FOLDERS = ['templates', 'fonts'].map(folder => join(PACKAGE_ROOT, folder))

const absent = (path: string) => Object.assign(new Error(`there is no ${path} in memory`), { code: 'ENOENT' })

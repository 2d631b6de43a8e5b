import { statSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { sha256 } from '../../diagnostics/index.js'
import { systemErrorCode } from './file-error.js'
import { PACKAGE_ROOT } from './package.js'
import { pathOnDisk } from './path-on-disk.js'
import { DISK, type WorkspaceFiles } from './workspace-files.js'

/** What a command works on: briefs, templates and fonts are looked for there first. */
export interface Workspace {
  /** A folder; absolute, symbolic links resolved. */
  readonly root: string
  /** Reads what is in it, and in the package. */
  readonly files: WorkspaceFiles
  /** SHA-256 of each file that was read, by its absolute path: what a result was made from, whatever stands there now. */
  readonly read: Map<string, string>
  /** Aborted when somebody interrupts the work. */
  readonly signal?: AbortSignal | undefined
}

type WorkspaceRoot = Pick<Workspace, 'root'>
type ReadableRoot = Pick<Workspace, 'root' | 'files'>

/** Opens the workspace at a folder of the disk that exists. */
export async function openWorkspace(folder: string, signal?: AbortSignal): Promise<Workspace> {
  return { root: await realpath(folder), files: DISK, read: new Map(), signal }
}

/** The path that findings and the manifest name a file by: relative to the workspace, with `/`. */
export function displayPath(workspace: WorkspaceRoot, absolute: string): string {
  return relative(workspace.root, absolute).split(sep).join('/') || '.'
}

/** Whether a path, as written, lies in the workspace; symbolic links are for `realpath` to resolve first. */
export function isInside(workspace: WorkspaceRoot, absolute: string): boolean {
  const way = relative(workspace.root, absolute)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The real path of a file, or of the nearest folder that exists with the rest as written. */
export function realPath(absolute: string, files: Pick<WorkspaceFiles, 'realPath'>): string {
  try {
    return files.realPath(absolute)
  } catch (error) {
    const parent = dirname(absolute)
    if (systemErrorCode(error) === undefined || parent === absolute) return absolute
    return join(realPath(parent, files), basename(absolute))
  }
}

/** Finds a template, theme, locale or font: the workspace's own where it has one, else the package's. */
export async function findResource(
  { root: own, files }: ReadableRoot,
  path: string,
): Promise<string | undefined> {
  for (const root of [own, PACKAGE_ROOT]) {
    const absolute = pathOnDisk(resolve(root, path), files)
    if (await isFile(absolute, files)) return absolute
  }
  return undefined
}

/** Lists the files of a folder by name without extension, the workspace's before the package's, sorted. */
export async function listResources(
  { root: own, files }: ReadableRoot,
  folder: string,
  extension: string,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const root of [PACKAGE_ROOT, own])
    for (const file of await fileNames(join(root, folder), files))
      if (file.endsWith(extension) && !file.startsWith('.'))
        found.set(file.slice(0, -extension.length).normalize('NFC'), join(root, folder, file))
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether a workspace has themes or fonts of its own, which the package cannot answer for. */
export async function hasOwnStyle({ root, files }: ReadableRoot): Promise<boolean> {
  if (root === PACKAGE_ROOT) return false
  const themes = await fileNames(join(root, 'templates/themes'), files)
  return themes.some(name => name.endsWith('.yaml')) || isFile(join(root, 'fonts/fonts.yaml'), files)
}

/** Changes when a file of some folders does, or one of some files, in the workspace or in the package: by what the file system says of it. */
export async function foldersSignature(
  workspace: WorkspaceRoot,
  folders: readonly string[],
): Promise<string> {
  const roots = new Set([PACKAGE_ROOT, workspace.root])
  const paths = [...roots].flatMap(root => folders.map(folder => join(root, folder)))
  const lists = await Promise.all(paths.map(path => readdir(path, { recursive: true }).catch(() => [])))
  const inFolders = lists.flatMap((names, index) => names.map(name => join(paths[index] ?? '', name)))
  const files = [...paths, ...inFolders].sort()
  return sha256(files.map(file => `${file} ${fileSignature(file)}`).join('\n'))
}

/** What changes when a file is written, or another put in its place; undefined if there is none. */
export function fileSignature(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino].join(' ') : undefined
}

/** The names of a folder's files, sorted; none if the folder is not there. */
export async function fileNames(folder: string, files: WorkspaceFiles): Promise<string[]> {
  try {
    const names = files.names(folder)
    const areFiles = await Promise.all(names.map(name => isFileOrLostLink(join(folder, name), files)))
    return names.filter((_, index) => areFiles[index]).sort()
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error
    return []
  }
}

/** A link that leads nowhere stands for a file that is to be missed. */
async function isFileOrLostLink(path: string, files: WorkspaceFiles): Promise<boolean> {
  try {
    return (await files.facts(path)).kind === 'file'
  } catch {
    return files.stands(path)
  }
}

/** Whether a file stands there, links followed. */
export async function isFile(path: string, files: Pick<WorkspaceFiles, 'facts'>): Promise<boolean> {
  try {
    return (await files.facts(path)).kind === 'file'
  } catch {
    return false
  }
}

import { basename, dirname, join, resolve } from 'node:path'
import { closest, type Report, SourceFile, shorten } from '../../diagnostics/index.js'
import { expandPattern, isPattern } from './expand-pattern.js'
import { placeOfFile } from './file-place.js'
import { folderEntries } from './folder-entries.js'
import { findLinkOut } from './links.js'
import { pathOnDisk } from './path-on-disk.js'
import { displayPath, fileNames, listResources, realPath, type Workspace } from './workspace.js'
import type { WorkspaceFiles } from './workspace-files.js'

/** Whether a file is a brief by its name: YAML, and neither a lock file nor a pack. */
export function isBriefName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !/\.(?:lock|pack)\.ya?ml$/i.test(name) && !name.startsWith('.')
}

/** The briefs of a folder, sorted. */
export async function briefsIn(folder: string, { files }: Workspace): Promise<string[]> {
  return (await fileNames(folder, files)).filter(isBriefName).map(name => join(folder, name))
}

/**
 * The files of the briefs that a command line names: files, folders for all briefs in them, and patterns that the shell
 * did not expand. A shell's `briefs/*.yaml` names the locks and packs too, and may name a brief twice. What is none is a finding.
 */
export async function namedBriefs(
  workspace: Workspace,
  named: readonly string[],
  report: Report,
): Promise<string[]> {
  const paths: string[] = []
  for (const name of named) {
    if (/\.(?:lock|pack)\.ya?ml$/i.test(name)) continue
    paths.push(...(await filesFor(name, workspace, report)))
  }
  // One that a link leads out of the workspace keeps the link, for the reader to find.
  const real = paths.map(path =>
    findLinkOut(workspace.root, path, workspace.files) === undefined
      ? join(realPath(dirname(path), workspace.files), basename(path))
      : path,
  )
  return [...new Set(real)]
}

async function filesFor(name: string, workspace: Workspace, report: Report): Promise<string[]> {
  const absolute = pathOnDisk(resolve(workspace.root, name), workspace.files)
  if (await isFolder(absolute, workspace.files)) {
    const briefs = await briefsIn(absolute, workspace)
    if (briefs.length === 0)
      report(
        'no-briefs',
        placeOfFile(workspace, absolute),
        `there is no brief in the folder \`${shorten(name)}\``,
        await foldersHint(absolute, workspace),
      )
    return briefs
  }
  if (workspace.files.stands(absolute)) return [absolute]
  if (isPattern(name)) {
    const found = (await expandPattern(workspace.root, name, workspace.files)).filter(path =>
      isBriefName(basename(path)),
    )
    const hint = 'name briefs, a folder of briefs, or a pattern such as `briefs/2025-*.yaml`'
    if (found.length === 0)
      report('no-briefs', placeOfFile(workspace, absolute), `\`${shorten(name)}\` matches no brief`, hint)
    return found
  }
  if (/^[a-z]{2,}:\/\//i.test(name)) {
    const place = { file: new SourceFile(name, ''), range: { start: 0, end: 0 } }
    report('file-unreadable', place, `\`${shorten(name)}\` is an address, not a file`, 'name a file')
    return []
  }
  const message = `cannot read \`${displayPath(workspace, absolute)}\`: there is no such file`
  report('file-unreadable', placeOfFile(workspace, absolute), message, await meantHint(name, workspace))
  return []
}

/** What a name that is no file was probably meant for: an audience, or a brief without its folder or extension. */
async function meantHint(name: string, workspace: Workspace): Promise<string | undefined> {
  const brief = await briefMeant(name, workspace)
  const audiences = [...(await listResources(workspace, 'templates', '.hbs')).keys()]
  if (audiences.includes(name.normalize('NFC')))
    return `write \`-a ${name}\` if you mean the audience${brief === undefined ? '' : `, \`${brief}\` if the brief`}`
  return brief === undefined ? undefined : `did you mean \`${brief}\`?`
}

async function briefMeant(name: string, workspace: Workspace): Promise<string | undefined> {
  const folder = dirname(resolve(workspace.root, name))
  const folders = [
    folder,
    join(workspace.root, 'briefs'),
    ...(await subfolders(join(workspace.root, 'briefs'), workspace.files)),
  ]
  const stem = stemOf(name)
  for (const exact of [true, false])
    for (const one of new Set(folders)) {
      const stems = new Map((await briefsIn(one, workspace)).map(path => [stemOf(path), path]))
      const path = stems.get(exact ? stem : (closest(stem, stems.keys()) ?? ''))
      if (path !== undefined) return displayPath(workspace, path)
    }
  return undefined
}

const stemOf = (path: string) =>
  basename(path)
    .replace(/\.[a-z]{2,4}$/i, '')
    .normalize('NFC')

/** Names the folders within a folder that have briefs. */
export async function foldersHint(folder: string, workspace: Workspace): Promise<string | undefined> {
  const full: string[] = []
  for (const path of await subfolders(folder, workspace.files))
    if ((await briefsIn(path, workspace)).length > 0) full.push(displayPath(workspace, path))
  const [first] = full
  if (first === undefined) return undefined
  const shown = full.slice(0, MAX_FOLDERS).map(path => `\`${shorten(path)}/\``)
  return `name the folder: ${shown.join(', ')}${full.length > MAX_FOLDERS ? ' …' : ''} ${full.length === 1 ? 'has' : 'have'} briefs`
}

const MAX_FOLDERS = 5

async function subfolders(folder: string, files: WorkspaceFiles): Promise<string[]> {
  const entries = await folderEntries(folder, files)
  return entries
    .filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .sort()
}

async function isFolder(path: string, files: WorkspaceFiles): Promise<boolean> {
  try {
    return (await files.facts(path)).kind === 'folder'
  } catch {
    return false
  }
}

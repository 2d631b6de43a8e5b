import { dirname, resolve } from 'node:path'
import {
  decodeText,
  MAX_TEXT_BYTES,
  reportTooLarge,
  type SettingsFiles,
  settingsFiles,
} from '../../brief/index.js'
import type { Place, Report, SourceFile } from '../../diagnostics/index.js'
import { sha256 } from '../../diagnostics/index.js'
import { describeFileError } from './file-error.js'
import { placeOfFile } from './file-place.js'
import { rejectLinkOut } from './links.js'
import { PACKAGE_ROOT } from './package.js'
import { pathOnDisk } from './path-on-disk.js'
import { displayPath, isInside, listResources, realPath, type Workspace } from './workspace.js'
import type { FileFacts, WorkspaceFiles } from './workspace-files.js'

/** Bytes; what is larger is not read at all. What is smaller is for the stages to judge. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024

/** Reads a text that a brief or the command line names; `place` is where it is named. */
export async function readTextFile(
  workspace: Workspace,
  absolute: string,
  report: Report,
  place?: Place,
  reach?: 'workspace' | 'anywhere',
): Promise<SourceFile | undefined> {
  const shown = displayPath(workspace, absolute)
  const bytes = await readFileBytes(workspace, absolute, report, place, reach)
  return bytes && decodeText(bytes, shown, report)
}

/** The bytes of a text that a brief names at `place`, unless it is too large for one. */
export async function readTextBytes(
  workspace: Workspace,
  absolute: string,
  place: Place,
  report: Report,
): Promise<Buffer | undefined> {
  const bytes = await readFileBytes(workspace, absolute, report, place)
  if (bytes === undefined || bytes.length <= MAX_TEXT_BYTES) return bytes
  reportTooLarge(displayPath(workspace, absolute), bytes.length, MAX_TEXT_BYTES, report)
  return undefined
}

/** Reads the texts of a folder by name without extension: the workspace's own where it has them, else the package's. */
export async function readTextFolder(
  workspace: Workspace,
  folder: string,
  extension: string,
  report: Report,
): Promise<Map<string, SourceFile>> {
  const files = new Map<string, SourceFile>()
  for (const [name, path] of await listResources(workspace, folder, extension)) {
    const file = await readTextFile(workspace, path, report)
    if (file) files.set(name, file)
  }
  return files
}

/** As `readTextFolder`, with the package's own files of the names that the workspace has, too: a theme can extend the one that it stands over. */
export async function readSettingsFolder(
  workspace: Workspace,
  folder: string,
  report: Report,
): Promise<SettingsFiles> {
  const files = await readTextFolder(workspace, folder, '.yaml', report)
  const under = new Map<string, SourceFile>()
  for (const [name, path] of await listResources(
    { root: PACKAGE_ROOT, files: workspace.files },
    folder,
    '.yaml',
  )) {
    if (files.get(name)?.path === displayPath(workspace, path)) continue
    const file = await readTextFile(workspace, path, report)
    if (file) under.set(name, file)
  }
  return settingsFiles(files, under)
}

/**
 * Reads a file whole; one that cannot be read is a finding at `place`, or about the file itself. A link must not lead out of the
 * workspace, but to what the user named, which may lie `anywhere`.
 */
export async function readFileBytes(
  workspace: Workspace,
  absolute: string,
  report: Report,
  named?: Place,
  reach: 'workspace' | 'anywhere' = 'workspace',
): Promise<Buffer | undefined> {
  if (reach === 'workspace' && rejectLinkOut(workspace, absolute, report, named)) return undefined
  const place = named ?? placeOfFile(workspace, absolute)
  const shown = displayPath(workspace, absolute)
  try {
    const { size } = await factsOfFile(absolute, workspace.files)
    if (size <= MAX_FILE_BYTES) {
      const bytes = await workspace.files.read(absolute)
      workspace.read.set(absolute, sha256(bytes))
      return bytes
    }
    report('file-too-large', place, `\`${shown}\` has ${size} bytes`)
  } catch (error) {
    report('file-unreadable', place, `cannot read \`${shown}\`: ${describeFileError(error)}`)
  }
  return undefined
}

/**
 * Resolves a path written in a brief, relative to the brief. One that leads out of the workspace, as written
 * or through a symbolic link, is a finding; one that leads nowhere is returned for the reader to find absent.
 */
export async function resolveInBrief(
  workspace: Workspace,
  path: string,
  brief: SourceFile,
  place: Place,
  report: Report,
): Promise<string | undefined> {
  const absolute = pathOnDisk(resolve(workspace.root, dirname(brief.path), path), workspace.files)
  if (isInside(workspace, absolute) && isInside(workspace, realPath(absolute, workspace.files)))
    return absolute
  report(
    'path-outside-workspace',
    place,
    `\`${path}\` leads out of the workspace`,
    'copy the file into the workspace, or run the command in a folder that holds both',
  )
  return undefined
}

/** What is known of a regular file; what is none fails as the system would have it fail. */
export async function factsOfFile(absolute: string, files: WorkspaceFiles): Promise<FileFacts> {
  const facts = await files.facts(absolute)
  if (facts.kind === 'file') return facts
  throw Object.assign(new Error('not a file'), { code: facts.kind === 'folder' ? 'EISDIR' : 'ENOTFILE' })
}

import { dirname, resolve } from 'node:path'
import type { Brief } from '../../brief/index.js'
import { present, type Report } from '../../diagnostics/index.js'
import { pictureOf } from '../../markup/index.js'
import type { ImageAssets, NamedPicture } from '../../typeset/index.js'
import { pathOnDisk } from '../workspace/path-on-disk.js'
import { readFileBytes, resolveInBrief } from '../workspace/read-file.js'
import { displayPath, isFile, isInside, type Workspace } from '../workspace/workspace.js'
import type { RecentPictures } from './recent-pictures.js'

/** The pictures that a document shows, as typesetting asks for them. */
export interface DocumentImages extends ImageAssets {
  /** Their paths, relative to the workspace. */
  readonly files: readonly string[]
  /** Those that could be read, each once. */
  readonly pictures: readonly NamedPicture[]
  /** Whether all could be. */
  readonly isComplete: boolean
}

/** Reads the pictures that a document names; only files of the workspace are read. */
export async function readDocumentImages(
  named: readonly NamedPicture[],
  brief: Pick<Brief, 'file'>,
  workspace: Workspace,
  recent: RecentPictures,
  report: Report,
): Promise<DocumentImages> {
  const each = new Map(named.toReversed().map(picture => [pictureOf(picture), picture]))
  const bytesOf = new Map<string, Uint8Array>()
  const files: string[] = []
  for (const [key, picture] of [...each].toReversed()) {
    const path = await resolvePicture(picture, brief, workspace, report)
    const bytes = path && (await readFileBytes(workspace, path, report, picture.place))
    if (!bytes) continue
    const hash = present(workspace.read.get(path), 'hash of a file that was read')
    bytesOf.set(key, recent.keep(hash, bytes))
    files.push(displayPath(workspace, path))
  }
  const pictures = [...each].toReversed().flatMap(([key, picture]) => (bytesOf.has(key) ? [picture] : []))
  return {
    read: path => bytesOf.get(path),
    files: files.sort(),
    pictures,
    isComplete: pictures.length === each.size,
  }
}

/**
 * Where the picture of a figure lies. A path in a brief is relative to the brief; one in a template to the template, then to
 * `templates/`, to the workspace, and last to the brief, as templates before had it: whichever has such a file.
 */
async function resolvePicture(
  { source, folder, place }: NamedPicture,
  brief: Pick<Brief, 'file'>,
  workspace: Workspace,
  report: Report,
): Promise<string | undefined> {
  if (folder === undefined) return resolveInBrief(workspace, source, brief.file, place, report)
  const folders = [...new Set([folder, 'templates', '.', dirname(brief.file.path)])].map(each =>
    resolve(workspace.root, each),
  )
  const own = folders.filter(each => isInside(workspace, each))
  const candidates = own.map(each => pathOnDisk(resolve(each, source), workspace.files))
  const inside = candidates.filter(path => isInside(workspace, path))
  for (const path of inside) if (await isFile(path, workspace.files)) return path
  const shown = [...new Set(inside)].map(path => `\`${displayPath(workspace, path)}\``)
  if (shown.length === 0) return resolveInBrief(workspace, source, brief.file, place, report)
  report(
    'file-unreadable',
    place,
    `there is no picture \`${source}\`: looked for ${shown.join(', ')}`,
    'put it beside the template, or write its path from the workspace',
  )
  return undefined
}

import { dirname, resolve } from 'node:path'
import type { Brief } from '../../brief/index.js'
import { present, type Report } from '../../diagnostics/index.js'
import { type Document, type Figure, findNodes, pictureOf } from '../../markup/index.js'
import type { ImageAssets } from '../../typeset/index.js'
import { pathOnDisk } from '../workspace/path-on-disk.js'
import { readFileBytes, resolveInBrief } from '../workspace/read-file.js'
import { displayPath, isFile, isInside, type Workspace } from '../workspace/workspace.js'
import type { RecentPictures } from './recent-pictures.js'

/** The pictures of a document, as typesetting asks for them. */
export interface DocumentImages extends ImageAssets {
  /** Their paths, relative to the workspace. */
  readonly files: readonly string[]
}

/** Reads the pictures that a document shows; only files of the workspace are read. Undefined if one cannot be. */
export async function readDocumentImages(
  document: Document,
  brief: Brief,
  workspace: Workspace,
  recent: RecentPictures,
  report: Report,
): Promise<DocumentImages | undefined> {
  const figures = new Map(findNodes(document.blocks, 'figure').map(figure => [pictureOf(figure), figure]))
  const pictures = new Map<string, Uint8Array>()
  const files: string[] = []
  for (const [key, figure] of figures) {
    const path = await resolvePicture(figure, brief, workspace, report)
    const bytes = path && (await readFileBytes(workspace, path, report, figure.place))
    if (!bytes) continue
    const hash = present(workspace.read.get(path), 'hash of a file that was read')
    pictures.set(key, recent.keep(hash, bytes))
    files.push(displayPath(workspace, path))
  }
  if (pictures.size < figures.size) return undefined
  return { read: path => pictures.get(path), files: files.sort() }
}

/**
 * Where the picture of a figure lies. A path in a brief is relative to the brief; one in a template to the template, then to
 * `templates/`, to the workspace, and last to the brief, as templates before had it: whichever has such a file.
 */
async function resolvePicture(
  { source, folder, place }: Figure,
  brief: Brief,
  workspace: Workspace,
  report: Report,
): Promise<string | undefined> {
  if (folder === undefined) return resolveInBrief(workspace, source, brief.file, place, report)
  const folders = [...new Set([folder, 'templates', '.', dirname(brief.file.path)])].map(each =>
    resolve(workspace.root, each),
  )
  const own = folders.filter(each => isInside(workspace, each))
  const candidates = await Promise.all(own.map(each => pathOnDisk(resolve(each, source))))
  const inside = candidates.filter(path => isInside(workspace, path))
  for (const path of inside) if (await isFile(path)) return path
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

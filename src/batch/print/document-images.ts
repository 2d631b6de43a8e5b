import type { Brief } from '../../brief/index.js'
import { present, type Report } from '../../diagnostics/index.js'
import { type Document, findNodes } from '../../markup/index.js'
import type { ImageAssets } from '../../typeset/index.js'
import { readFileBytes, resolveInBrief } from '../workspace/read-file.js'
import { displayPath, type Workspace } from '../workspace/workspace.js'
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
  const figures = new Map(findNodes(document.blocks, 'figure').map(figure => [figure.source, figure.place]))
  const pictures = new Map<string, Uint8Array>()
  const files: string[] = []
  for (const [source, place] of figures) {
    const path = await resolveInBrief(workspace, source, brief.file, place, report)
    const bytes = path && (await readFileBytes(workspace, path, report, place))
    if (!bytes) continue
    const hash = present(workspace.read.get(path), 'hash of a file that was read')
    pictures.set(source, recent.keep(hash, bytes))
    files.push(displayPath(workspace, path))
  }
  if (pictures.size < figures.size) return undefined
  return { read: path => pictures.get(path), files: files.sort() }
}

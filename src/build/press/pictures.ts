import type { Brief } from '../../brief/index.js'
import type { Report } from '../../diagnostics/index.js'
import { type Document, nodesOf } from '../../markup/index.js'
import type { Assets } from '../../typeset/index.js'
import { readBytes, resolveInBrief } from '../read-file.js'
import { shownPath, type Workspace } from '../workspace.js'

/** The pictures of a document, as typesetting asks for them. */
export interface Pictures extends Assets {
  /** Their paths, relative to the workspace. */
  readonly files: readonly string[]
}

/** Reads the pictures that a document shows; only files of the workspace are read. Undefined if one cannot be. */
export async function readPictures(
  document: Document,
  brief: Brief,
  workspace: Workspace,
  report: Report,
): Promise<Pictures | undefined> {
  const figures = new Map(nodesOf(document.blocks, 'figure').map(figure => [figure.source, figure.place]))
  const pictures = new Map<string, Uint8Array>()
  const files: string[] = []
  for (const [source, place] of figures) {
    const path = await resolveInBrief(workspace, source, brief.file, place, report)
    const bytes = path && (await readBytes(workspace, path, report, place))
    if (!bytes) continue
    pictures.set(source, bytes)
    files.push(shownPath(workspace, path))
  }
  if (pictures.size < figures.size) return undefined
  return { read: path => pictures.get(path), files: files.sort() }
}

import type { Brief } from '../brief/index.js'
import type { Report } from '../diagnostics/index.js'
import { type Document, nodesOf } from '../markup/index.js'
import type { Assets } from '../typeset/index.js'
import { readBytes, resolveInBrief, sha256 } from './read-file.js'
import type { Workspace } from './workspace.js'

/** The pictures of a document, as typesetting asks for them. */
export interface Pictures extends Assets {
  /** Hashes by path. */
  readonly hashes: Readonly<Record<string, string>>
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
  for (const [source, place] of figures) {
    const path = await resolveInBrief(workspace, source, brief.file, place, report)
    const bytes = path && (await readBytes(workspace, path, report, place))
    if (bytes) pictures.set(source, bytes)
  }
  if (pictures.size < figures.size) return undefined
  const hashes = [...pictures].map(([path, bytes]) => [path, sha256(bytes)])
  return { read: path => pictures.get(path), hashes: Object.fromEntries(hashes) }
}

import { resolve } from 'node:path'
import type { Place, Report } from '../../diagnostics/index.js'
import type { HouseStyle } from '../../edition/index.js'
import { readFileBytes } from '../workspace/read-file.js'
import { displayPath, type Workspace } from '../workspace/workspace.js'

/** The Word file whose styles a house has DOCX take. */
export interface WordStylesFile {
  /** Absolute. */
  readonly path: string
  /** Relative to the workspace. */
  readonly shown: string
  /** As the house writes it. */
  readonly written: string
  /** Where the house names it. */
  readonly place: Place
}

/** Undefined if the house names none. */
export function wordStylesOf({ wordStyles }: HouseStyle, workspace: Workspace): WordStylesFile | undefined {
  if (!wordStyles) return undefined
  const path = resolve(workspace.root, wordStyles.text)
  return { path, shown: displayPath(workspace, path), written: wordStyles.text, place: wordStyles.place }
}

/** Reads it whole, anew for each edition, as it may be changed while a build watches it. */
export async function readWordStyles(
  { path, place }: WordStylesFile,
  workspace: Workspace,
  report: Report,
): Promise<{ readonly bytes: Uint8Array; readonly place: Place } | undefined> {
  const bytes = await readFileBytes(workspace, path, report, place)
  return bytes && { bytes, place }
}

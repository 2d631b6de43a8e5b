import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Report } from '../../diagnostics/index.js'
import { evidenceReport, type ReportedBrief, type ReportFormat } from '../../evidence/index.js'
import { placeOfFile } from '../workspace/file-place.js'
import { displayPath, realPath, type Workspace } from '../workspace/workspace.js'
import { writeAtomically } from '../workspace/write-file.js'

/** Writes an evidence report whole or not at all, over none of the files that it is made from; returns its path if it was written. */
export async function writeReport(
  briefs: readonly ReportedBrief[],
  { path, format }: { readonly path: string; readonly format: ReportFormat },
  workspace: Workspace,
  report: Report,
): Promise<string | undefined> {
  const inputs = [...workspace.read.keys()]
  return writeReportFile(path, () => evidenceReport(briefs, format), inputs, workspace, report)
}

/**
 * Writes a report, whose text follows from where it is, over none of `inputs`; returns its path if it stands. One that says the same
 * is left as it is, so that nothing that watches it takes it for changed.
 */
export async function writeReportFile(
  path: string,
  textAt: (absolute: string) => string,
  inputs: readonly string[],
  workspace: Workspace,
  report: Report,
): Promise<string | undefined> {
  const absolute = realPath(resolve(workspace.root, path), workspace.files)
  const shown = displayPath(workspace, absolute)
  const taken = inputs.map(input => realPath(input, workspace.files))
  if (taken.includes(absolute)) {
    const message = `the report would overwrite \`${shown}\`, which it is made from`
    report('file-exists', placeOfFile(workspace, absolute), message, 'choose another name')
    return undefined
  }
  const text = textAt(absolute)
  const isThere = await readFile(absolute, 'utf8').then(
    known => known === text,
    () => false,
  )
  return isThere || (await writeAtomically(workspace, absolute, text, report)) ? shown : undefined
}
